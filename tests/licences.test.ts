import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const src = join(root, 'src');
const read = (file: string) => readFileSync(file, 'utf8');

/** What a text of code imports at run time. */
const imports = (code: string) =>
  [...code.replaceAll(/import type [^;]+;/gu, '').matchAll(/\b(?:from|import)\s*\(?'([^']+)'/gu)].map(([, name]) => name!);

test('readers get no code of a package: every import of a page script is our own', () => {
  const seen = new Set<string>();
  const packages: string[] = [];
  const follow = (from: string, code: string) => {
    for (const name of imports(code)) {
      if (!name.startsWith('.')) packages.push(`${relative(root, from)} imports ${name}`);
      const file = join(dirname(from), name);
      if (name.startsWith('.') && !seen.has(file)) follow(file, (seen.add(file), read(file)));
    }
  };
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.astro')))
    for (const [, script = ''] of read(join(src, file)).matchAll(/<script>([\s\S]*?)<\/script>/gu)) follow(join(src, file), script);
  assert.deepEqual(packages, []);
  for (const name of ['search/search.ts', 'planner/planner.ts', 'links/arrive.ts'])
    assert.ok(seen.has(join(src, 'scripts', name)), `${name} was followed`);
});

test('the README names every part of a package that is in dist/, with the licence the package states', () => {
  const section = /\n## Licences\n([\s\S]*?)(?:\n## |$)/u.exec(read(join(root, 'README.md')))![1]!;
  const rows = [...section.matchAll(/^\| `([^`]+)`\s+\| ([^|]+?)\s+\|/gmu)].map(([, name = '', licence]) => ({ name, licence }));
  const stated = rows.map(({ name }) => ({
    name,
    licence: (JSON.parse(read(join(root, 'node_modules', name, 'package.json'))) as { license: string }).license,
  }));
  assert.deepEqual(rows, stated);
  assert.deepEqual(rows.map(({ name }) => name).sort(), ['@embedpdf/fonts-sc', 'opencc-js', 'pinyin-pro', 'vite']);
});

test('no package needs an install script', () => {
  assert.match(read(join(root, '.npmrc')), /^ignore-scripts=true$/mu);
  const { scripts } = JSON.parse(read(join(root, 'package.json'))) as { scripts: Record<string, string> };
  assert.deepEqual(
    Object.keys(scripts).filter((name) => /^(?:pre|post)/u.test(name) && name.replace(/^(?:pre|post)/u, '') in scripts),
    [],
    'npm would leave these out',
  );
});
