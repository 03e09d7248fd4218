import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { headerRules, headersFile } from '../src/publish/host-files.ts';
import { root } from './support/project.ts';
import { dist } from './support/site.ts';

const list = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytesOf = (folder: string) =>
  new Map(
    list(folder).map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), 'base64'),
    ]),
  );

test('compressing a build for nginx and Caddy keeps every file, and gives the same bytes each time', (t) => {
  const folder = `${mkdtempSync(join(tmpdir(), 'guide-'))}/`;
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(dist, folder, { recursive: true });
  const before = bytesOf(folder);
  const compress = () => execFileSync(process.execPath, [`${root}src/commands/self-host.ts`, folder], { encoding: 'utf8' });
  const [texts = 0] = [...compress().matchAll(/\d+/gu)].map(Number);
  const once = bytesOf(folder);
  for (const [file, content] of before) assert.equal(once.get(file), content, file);
  for (const file of ['steps/index.html.br', 'steps/index.html.gz', 'sw.js.br']) assert.ok(once.has(file), file);
  const sizeOf = (files: string[]) => files.reduce((sum, file) => sum + once.get(file)!.length, 0);
  const brotli = [...once.keys()].filter((file) => file.endsWith('.br'));
  assert.ok(texts > 300 && brotli.length > 300);
  assert.ok(sizeOf(brotli) < sizeOf(brotli.map((file) => file.slice(0, -'.br'.length))) / 3);
  compress();
  assert.deepEqual(bytesOf(folder), once);
});

test('the build itself contains nothing for servers but _headers and _redirects', () => {
  assert.deepEqual([...bytesOf(dist).keys()].filter((file) => /^_[^/]*$|\.(?:br|gz)$/u.test(file)).sort(), ['_headers', '_redirects']);
});

test('nginx and Caddy are told every header of _headers', () => {
  assert.equal(readFileSync(`${dist}_headers`, 'utf8'), headersFile('/'));
  for (const file of ['nginx.conf', 'Caddyfile']) {
    const text = readFileSync(new URL(`../deploy/${file}`, import.meta.url), 'utf8');
    for (const [, headers] of headerRules('/'))
      for (const [name, value] of Object.entries(headers)) {
        assert.ok(text.includes(value), `${file}: ${name}: ${value}`);
        assert.ok(text.includes(name) || name === 'Content-Type', `${file}: ${name}`);
      }
  }
});
