import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test, type TestContext } from 'node:test';
import { site } from '../src/site.ts';
import { Project } from './support/project.ts';
import { dist, serveSite } from './support/site.ts';

let project: Project;
let live: { origin: string; close: () => void };

before(async () => {
  project = new Project();
  assert.equal((await project.build()).code, 0);
  live = await serveSite(`${project.folder}/dist`);
});

after(() => {
  live.close();
  project.remove();
});

const compare = async (home: string) => {
  const { code, output } = await project.run('.github/tools/index-now.ts', ['compare', home]);
  assert.equal(code, 0, output);
  return JSON.parse(output) as string[];
};

/** A server on a loopback port that ends with its test, even a failed one. Returns its address. */
async function serve(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  t.after(() => (server.close(), server.closeAllConnections()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('nothing is submitted when no words have changed; a changed chapter is, and nothing else', async (t) => {
  assert.deepEqual(await compare(`${live.origin}/`), []);
  const file = `${project.folder}/dist/content-hashes.json`;
  const hashes = readFileSync(file, 'utf8');
  const before = await serve(t, (_, response) => response.end(hashes.replace(/("[^"]*\/steps\/": ")[0-9a-f]{8}/u, '$100000000')));
  const changed = await compare(before);
  assert.deepEqual(
    changed.map((address) => new URL(address).pathname),
    ['/steps/'],
  );
  writeFileSync(file, hashes);
});

test('the first deploy of a site submits every page that may be listed', async (t) => {
  const all = await compare(await serve(t, (_, response) => response.writeHead(404).end()));
  const sitemap = [...readFileSync(`${dist}sitemap-0.xml`, 'utf8').matchAll(/<loc>([^<]+)/gu)].map((match) => match[1]!);
  assert.deepEqual(all.sort(), sitemap.sort());
});

test('a submission names the host, the key and the address that serves the key', async (t) => {
  let body = '';
  const endpoint = await serve(t, (request, response) => {
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.end());
  });
  const env = { INDEXNOW_ENDPOINT: endpoint };
  const home = 'https://example.org/guide/';
  const { code, output } = await project.run('.github/tools/index-now.ts', ['submit', home, `["${home}steps/"]`], env);
  assert.equal(code, 0, output);
  assert.deepEqual(JSON.parse(body), {
    host: 'example.org',
    key: site.indexNowKey,
    keyLocation: `${home}${site.indexNowKey}.txt`,
    urlList: [`${home}steps/`],
  });
  assert.equal(await (await fetch(`${live.origin}/${site.indexNowKey}.txt`)).text(), site.indexNowKey);
});
