import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import type { Browser } from 'playwright-core';
import { headerRules, headersFor } from '../../src/publish/host-files.ts';
import { launchBrowser } from '../support/browser.ts';
import { Project } from '../support/project.ts';
import { dist, pages } from '../support/site.ts';
import { load } from './load.ts';
import { grade } from './observatory.ts';
import { startCaddy, startCloudflare, startNginx, startPreview, type Host } from './start.ts';

const hosts = [
  // Cloudflare gives a missing file the type its ending has in _headers; and its local runtime prefers gzip, where asked for both.
  { name: 'Cloudflare Pages (wrangler)', start: startCloudflare, accepts: 'br', ours: false, leadsOn: true },
  { name: 'nginx', start: startNginx, accepts: 'gzip, deflate, br, zstd', ours: true, leadsOn: false },
  { name: 'Caddy', start: startCaddy, accepts: 'gzip, deflate, br, zstd', ours: true, leadsOn: false },
  { name: 'npm run preview', start: startPreview, accepts: undefined, ours: true, leadsOn: false },
];

const redirects = [...readFileSync(`${dist}_redirects`, 'utf8').matchAll(/^(\S+) (\S+) (\d+)$/gmu)].map(([line, from = '', to = '']) => ({
  line,
  from,
  to,
}));
const read = pages.filter(({ path }) => path !== '/404.html').map(({ path }) => path);
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
const script = `/${files.find((file) => /^_astro\/.*\.js$/u.test(file))!}`;
const calendar = `/${files.find((file) => file.endsWith('.ics'))!}`;
const picture = `/${files.find((file) => file.endsWith('.png'))!}`;

const short = /^(?:no-cache|no-store|public, max-age=0, must-revalidate)$/u;
const javascript = /^(?:text|application)\/javascript(?:; ?charset=utf-8)?$/iu;
/** What a reader's browser must be told of each kind of file. */
const kinds: [path: string, type: RegExp, caching: RegExp][] = [
  ...read.map((path): [string, RegExp, RegExp] => [path, /^text\/html; ?charset=utf-8$/iu, short]),
  [script, javascript, /^public, max-age=31536000, immutable$/u],
  ['/sw.js', javascript, short],
  [calendar, /^text\/calendar; charset=utf-8$/u, short],
  ['/steps.md', /^text\/markdown; charset=utf-8$/u, short],
  ['/llms.txt', /^text\/plain; ?charset=utf-8$/iu, short],
  ['/manifest.webmanifest', /^application\/manifest\+json/u, short],
  ['/search-index.json', /^application\/json/u, short],
  ['/feed.xml', /^application\/atom\+xml; charset=utf-8$/u, short],
  ['/favicon.svg', /^image\/svg\+xml/u, short],
  [picture, /^image\/png$/u, short],
  ['/cards/home.png', /^image\/png$/u, short],
];

let browser: Browser;
before(async () => void (browser = await launchBrowser()));
after(() => browser.close());

for (const { name, start, accepts, ours, leadsOn } of hosts)
  describe(name, () => {
    let host: Host;
    before(async () => void (host = await start()));
    after(() => host?.close());

    for (const [path, type, caching] of kinds)
      test(`${path} has its type, its caching, every header of _headers, and the bytes that were built`, async () => {
        const answer = await get(host, path);
        assert.equal(answer.status, 200);
        assert.match(answer.headers['content-type']!, type);
        assert.match(answer.headers['cache-control']!, caching);
        for (const [header, value] of headersFor(path, '/'))
          if (header !== 'Content-Type') assert.equal(answer.headers[header.toLowerCase()], value);
        assert.ok(answer.body.equals(readFileSync(dist + path.slice(1).replace(/(?:^|(?<=\/))$/u, 'index.html'))));
      });

    if (accepts)
      test('a page is sent as brotli, else as gzip, else uncompressed, and caches are told so', async () => {
        for (const path of ['/', '/steps/', script]) {
          const plain = await get(host, path);
          const brotli = await get(host, path, accepts);
          const gzip = await get(host, path, 'gzip');
          assert.equal(plain.headers['content-encoding'], undefined);
          assert.deepEqual(
            [brotli, gzip].map(({ headers }) => headers['content-encoding']),
            ['br', 'gzip'],
          );
          assert.ok(brotliDecompressSync(brotli.body).equals(plain.body) && gunzipSync(gzip.body).equals(plain.body));
          if (ours) {
            for (const { headers } of [plain, brotli, gzip]) assert.equal(headers['vary'], 'Accept-Encoding');
            assert.ok(brotli.body.equals(brotliCompressSync(plain.body)), 'the file that npm run self-host wrote');
          }
        }
      });

    test('what is not there is answered with the 404 page, all headers, and no long caching', async () => {
      for (const path of ['/no-such-page/', '/no-such-page', '/steps/no-such', '/_astro/gone.js', '/gone.ics', '/gone.md', '/%E6%AD%A5/']) {
        const answer = await get(host, path);
        assert.equal(answer.status, 404, path);
        if (ours || !/\.(?:ics|md)$/u.test(path)) assert.match(answer.headers['content-type']!, /^text\/html; ?charset=utf-8$/iu, path);
        assert.match(answer.headers['cache-control']!, short, path);
        for (const [header, value] of headersFor('/404.html', '/')) assert.equal(answer.headers[header.toLowerCase()], value, path);
        assert.ok(answer.body.equals(readFileSync(`${dist}404.html`)), path);
      }
    });

    test('an address without its trailing slash leads to the page, by path alone', async () => {
      for (const path of read.filter((each) => each !== '/')) {
        const answer = await get(host, path.slice(0, -1));
        assert.ok([301, 302, 307, 308].includes(answer.status), path);
        assert.equal(answer.headers['location'], path);
      }
      if (ours) assert.equal((await get(host, '/steps?from=forum')).headers['location'], '/steps/?from=forum');
    });

    if (ours)
      test('a link that was cut inside a character is answered with the 404 page', async () => {
        // Go answers a link cut inside a percent code by itself, before Caddy is asked.
        for (const path of ['/steps/%E6%AD', ...(name === 'Caddy' ? [] : ['/%E', '/steps/%E6%A', '/%zz/'])]) {
          const answer = await get(host, path);
          assert.equal(answer.status, 404, path);
          assert.ok(answer.body.equals(readFileSync(`${dist}404.html`)), path);
        }
      });

    test('short addresses redirect, with a slash or without', async () => {
      assert.ok(redirects.length > 3);
      for (const { from, to } of redirects) {
        const answer = await get(host, from);
        if (leadsOn) assert.deepEqual([answer.status, answer.headers['location']], [301, to]);
        else assert.ok(answer.body.toString().includes(`url=${to}`), from);
        assert.equal((await get(host, from.slice(0, -1))).headers['location'], from);
      }
    });

    test('files for servers are not for readers', async () => {
      for (const path of ['/_headers', '/_redirects', '/_headers.br']) {
        const { status, body } = await get(host, path);
        assert.ok(status >= 400, path);
        assert.ok(!body.includes('max-age'), path);
      }
    });

    test('in Chromium every page keeps its policy, and the service worker starts', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())));
      page.on('pageerror', (error) => void complaints.push(error.message));
      for (const path of read) assert.equal((await page.goto(host.origin + path, { waitUntil: 'load' }))?.status(), 200);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.goto(`${host.origin}/pay`);
      await page.waitForURL(/\/troubleshooting\/#payment-failed$/u);
      assert.deepEqual(complaints, []);
      await context.close();
    });

    test('fifty readers at once see no error for ten seconds', async (t) => {
      const result = await load(host.origin, ['/', '/steps/', script, '/search-index.json', calendar]);
      t.diagnostic(
        `${name}: ${result.requests} answers, ${result.perSecond} a second, median ${result.median} ms, 99 % within ${result.p99} ms`,
      );
      assert.deepEqual({ errors: result.errors, timeouts: result.timeouts, others: result.non2xx }, { errors: 0, timeouts: 0, others: 0 });
      assert.ok(result.requests > 50);
    });

    test('by the rules of Mozilla Observatory, behind TLS, it earns an A+', async (t) => {
      const result = await grade(host.origin);
      t.diagnostic(`${name}: ${result.grade}, ${result.score} points; ${result.reasons.join(', ')}`);
      assert.equal(result.grade, 'A+');
    });
  });

describe('below a base path', () => {
  const project = new Project();
  before(async () => {
    const { code, output } = await project.build({ SITE_URL: 'https://guide.example/repo/' });
    assert.equal(code, 0, output);
  });
  after(() => project.remove());

  for (const [name, start] of [
    ['nginx', startNginx],
    ['Caddy', startCaddy],
  ] as const)
    test(`${name} serves, redirects and refuses as it does at the root`, async (t) => {
      const host = await start(`${project.folder}/dist`, '/repo/');
      t.after(() => host.close());
      const page = await get(host, '/repo/steps/', 'br');
      assert.deepEqual(
        [page.status, page.headers['content-encoding'], page.headers['cache-control']],
        [200, 'br', 'public, max-age=0, must-revalidate'],
      );
      assert.match(page.headers['content-security-policy']!, /frame-ancestors 'none'/u);
      const [asset] = readdirSync(`${project.folder}/dist/_astro`);
      assert.equal((await get(host, `/repo/_astro/${asset}`)).headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.match((await get(host, '/repo/steps.md')).headers['content-type']!, /^text\/markdown/u);
      assert.equal((await get(host, '/repo/steps')).headers['location'], '/repo/steps/');
      assert.match((await get(host, '/repo/pay/')).body.toString(), /url=\/repo\/troubleshooting\/#payment-failed/u);
      for (const path of ['/repo/no-such-page/', '/no-such-page/', '/repo/_headers']) {
        const answer = await get(host, path);
        assert.equal(answer.status, 404);
        assert.ok(answer.body.equals(readFileSync(`${project.folder}/dist/404.html`)));
      }
    });
});

describe('Netlify, by its own parsers', () => {
  test('every line of _headers and _redirects is understood, and an address has one value for each header', async () => {
    const parsed = await parseAllHeaders({ headersFiles: [`${dist}_headers`], configHeaders: [], minimal: false });
    assert.deepEqual(parsed.errors, []);
    assert.deepEqual(
      parsed.headers.map(({ for: path, values }) => [path, values]),
      headerRules('/'),
    );
    for (const path of ['/', '/steps/', script, '/sw.js', calendar, '/steps.md', '/manifest.webmanifest']) {
      const names = parsed.headers.filter(({ forRegExp }) => forRegExp.test(path)).flatMap(({ values }) => Object.keys(values));
      assert.equal(new Set(names).size, names.length, path);
    }
    const leading = await parseAllRedirects({ redirectsFiles: [`${dist}_redirects`], configRedirects: [], minimal: true });
    assert.deepEqual(leading.errors, []);
    assert.deepEqual(
      leading.redirects.map(({ from, path, to, status }) => `${from ?? path} ${to} ${status}`),
      redirects.map(({ line }) => line),
    );
  });
});

/** An answer as it comes over the wire: fetch would decode it and follow where it leads. */
function get(
  { origin }: Host,
  path: string,
  encoding = 'identity',
): Promise<{ status: number; headers: Record<string, string | undefined>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(origin + path, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const lists = Object.entries(response.headersDistinct).map(([name, values]) => [name, values?.join(' AND ')]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(lists) as Record<string, string>,
          body: Buffer.concat(chunks),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}
