import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Which room may import which; the first name of a path below src/ is its room. */
const allowed: Record<string, readonly string[]> = {
  'site.ts': [],
  model: ['site.ts'],
  markdown: ['model'],
  checks: ['model', 'markdown', 'site.ts'],
  worker: [],
  publish: ['checks', 'model', 'site.ts'],
  collections: ['model', 'markdown'],
  images: ['site.ts'],
  scripts: ['model'],
  'components/prose': ['model', 'markdown', 'collections', 'styles', 'icons'],
  components: ['model', 'scripts', 'site.ts', 'components/prose', 'collections', 'icons'],
  layouts: ['components', 'model', 'scripts', 'styles', 'icons', 'site.ts'],
  pages: ['collections', 'layouts', 'components', 'components/prose', 'images', 'model', 'scripts', 'site.ts'],
  commands: ['publish', 'checks', 'model', 'site.ts'],
  'content.config.ts': ['collections'],
};

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?<!\.test)\.(?:ts|mjs|astro)$/u.test(file));
const room = (file: string) => (file.startsWith('components/prose/') ? 'components/prose' : file.split('/')[0]!);

/** What a file imports: `from '…'`, `import '…'` and `import('…')`; types alone are left out where only what runs counts. */
function importsOf(file: string, { running = false } = {}): string[] {
  const source = readFileSync(src + file, 'utf8');
  const text = running ? source.replaceAll(/import type [^;]*;/gu, '') : source;
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"]+)\1/gu)].map((match) => match[2]!);
}

/** A file of src/ that a file imports, by its path there; undefined for a package. */
const ownOf = (file: string, name: string) =>
  name.startsWith('.') ? normalize(join(dirname(file), name.replace(/\?.*/u, ''))) : undefined;

test('each room imports only the rooms below it', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .flatMap((name) => ownOf(file, name) ?? [])
      .filter((target) => room(target) !== room(file) && !allowed[room(file)]?.includes(room(target)))
      .map(
        (target) => `${file} imports ${target}, and ${room(file)} may import only ${(allowed[room(file)] ?? []).join(', ') || 'itself'}`,
      ),
  );
  assert.deepEqual(wrong, []);
  assert.ok(files.length > 100, 'the sources were found');
});

test('the model knows nothing about Astro, files or the page', () => {
  const wrong = files
    .filter((file) => file.startsWith('model/'))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('astro:') || name.startsWith('node:'))
        .map((name) => `${file} imports ${name}`),
    );
  assert.deepEqual(wrong, []);
});

test('no script that readers get imports a schema or YAML, directly or through other files', () => {
  const heavy = /^(?:astro\/zod|zod|yaml|satteri|parse5|node:)/u;
  const wrong: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file) || !files.includes(file)) return;
    for (const name of importsOf(file, { running: true })) {
      if (heavy.test(name)) wrong.push([...way, file, name].join(' → '));
      const own = ownOf(file, name);
      if (own) follow(own, [...way, file]);
    }
  };
  for (const file of files.filter((each) => each.startsWith('scripts/'))) follow(file, []);
  assert.deepEqual(wrong, []);
});

test('only collections/ and content.config.ts read content through Astro', () => {
  const asking = files.filter((file) => importsOf(file).includes('astro:content')).sort();
  assert.deepEqual(asking, ['collections/guide.ts', 'content.config.ts']);
});

test('nothing imports internal parts of Astro', () => {
  const wrong = files.filter((file) => importsOf(file).some((name) => /^astro\/(?:runtime|dist|jsx-runtime)/u.test(name)));
  assert.deepEqual(wrong, []);
});
