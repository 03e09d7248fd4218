import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { headersFile, readHeaders } from '../src/publish/policy/headers.ts';
import { prepareForServers } from '../src/publish/hosts/self-host.ts';
import { nginxRules } from '../src/publish/hosts/servers.ts';
import { dist } from './support/site.ts';

const list = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytesOf = (folder: string) =>
  new Map(
    list(folder).map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), 'base64'),
    ]),
  );

test('a build made ready for nginx and Caddy keeps every file, and twice gives the same bytes', (t) => {
  const folder = `${mkdtempSync(join(tmpdir(), 'guide-'))}/`;
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(dist, folder, { recursive: true });
  const before = bytesOf(folder);
  const { texts, bytes, brotli } = prepareForServers(folder);
  const once = bytesOf(folder);
  for (const [file, content] of before) assert.equal(once.get(file), content, file);
  for (const file of ['steps/index.html.br', 'steps/index.html.gz', 'sw.js.br', '_nginx.conf', '_Caddyfile'])
    assert.ok(once.has(file), file);
  assert.ok(texts > 300 && brotli < bytes / 3);
  prepareForServers(folder);
  assert.deepEqual(bytesOf(folder), once);
});

test('the build itself carries nothing for servers but _headers and _redirects', () => {
  assert.deepEqual([...bytesOf(dist).keys()].filter((file) => /^_[^/]*$|\.(?:br|gz)$/u.test(file)).sort(), ['_headers', '_redirects']);
});

test('_headers reads as it was written, and a rule that nginx could not be told is refused', () => {
  const headers = readHeaders(readFileSync(`${dist}_headers`, 'utf8'));
  assert.deepEqual(
    readHeaders(headersFile(["default-src 'none'"], '/')).map(({ path }) => path),
    headers.map(({ path }) => path),
  );
  const odd = [...headers, { path: '/steps/', headers: [['X-Robots-Tag', 'noindex']] as [string, string][] }];
  assert.throws(() => nginxRules({ base: '/', headers: odd, redirects: [] }), /cannot say/u);
});
