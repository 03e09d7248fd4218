import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { site } from '../src/site.ts';
import { brotliCompressSync, constants } from 'node:zlib';
import { parsePage, readPage } from '../src/checks/read-page.ts';
import { chapters, claims, dist, pages, sources } from './support/site.ts';

/** The ids every item of the original guide was published under, and those added at the start. */
const published: Record<string, string> = {
  overview: 'what-it-is who-it-is-for plan-and-price how-renewal-works why-renew',
  prerequisites: 'account expiry-date payment-method backup',
  steps: 'sign-in open-renewal choose-period enter-payment complete-payment auto-renew other-ways if-you-miss',
  troubleshooting: 'payment-failed not-active-yet unauthorized-charges cannot-sign-in no-verification-codes suspended',
  'after-renewal': 'payment-records next-date device-settings wifi-calling roaming-rates official-notices',
  summary: 'in-short renew-on-time',
};

const page = (path: string) => pages.find((each) => each.path === path) ?? assert.fail(`no page ${path}`);

const brotli = (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('there are a home page, six chapters, the sources, planner, calendars, what the site is and what changed, search, the whole guide on one page and a 404 page, and nothing else', () => {
  assert.deepEqual(
    pages.map(({ path }) => path).sort(),
    [
      '/',
      '/404.html',
      '/about/',
      '/all/',
      '/calendar/',
      '/changes/',
      '/planner/',
      '/search/',
      '/sources/',
      ...chapters.map((id) => `/${id}/`),
    ].sort(),
  );
});

for (const [id, ids] of Object.entries(published))
  test(`/${id}/ keeps the id of every published heading, as its own or as an alias`, () => {
    const now = readPage(parsePage(page(`/${id}/`).html)).ids;
    assert.deepEqual(
      ids.split(' ').filter((each) => !now.has(each)),
      [],
    );
  });

test('every page but home links to every chapter', () => {
  for (const { path, html } of pages) {
    const links = new Set(readPage(parsePage(html)).links.map(({ to, isRequest }) => !isRequest && to));
    for (const chapter of chapters) assert.ok(links.has(`/${chapter}/`), `${path} links to /${chapter}/`);
  }
});

test('a chapter is complete in one request of at most 14,600 bytes, brotli 11, CSS included', () => {
  for (const { path, html } of pages.filter(({ path: each }) => chapters.includes(each.slice(1, -1)) || each === '/')) {
    const bytes = brotli(Buffer.from(html));
    assert.ok(bytes <= 14_600, `${path} is ${bytes} bytes`);
    assert.ok(!/<link[^>]+rel="stylesheet"/u.test(html), `${path} needs no stylesheet of its own`);
  }
});

test('all script of a page is at most 8 KB before search is opened, brotli 11, the planner’s included', () => {
  const scripts = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].flatMap(([, file = '']) => [
      file,
      ...scripts(readFileSync(`${dist}_astro/${file}`, 'utf8'), /(?:from|import)\s*"\.\/([^"]+)"/gu),
    ]);
  for (const { path, html } of pages) {
    const files = new Set(scripts(html, /<script type="module" src="[^"]*\/_astro\/([^"]+)"/gu));
    const bytes = [...files].reduce((sum, file) => sum + brotli(readFileSync(`${dist}_astro/${file}`)), 0);
    assert.ok(files.size > 0 && bytes <= 8 * 1024, `${path}: ${bytes} bytes of script in ${files.size} files`);
  }
});

test('all 55 statements of the original are accounted for, and the 8 contradicted ones are corrected in place', () => {
  assert.equal(claims.length, 55);
  const contradicted = claims.filter((claim) => claim.verdict === 'contradicted');
  assert.deepEqual(
    contradicted.map(({ id }) => id),
    [4, 6, 8, 9, 10, 11, 30, 31],
  );
  for (const claim of contradicted) {
    const [chapter] = claim.place!.split('#');
    assert.ok(page(`/${chapter}/`).html.includes(`/sources/#claim-${claim.id}"`), `claim ${claim.id} is corrected in ${chapter}`);
  }
  const listed = readPage(parsePage(page('/sources/').html)).ids;
  for (const claim of claims) assert.ok(listed.has(`claim-${claim.id}`), `claim ${claim.id} is on /sources/`);
});

test('official, regulator and press sources are links; third-party ones are named and not linked', () => {
  const links = readPage(parsePage(page('/sources/').html)).links.map(({ to }) => to);
  for (const source of sources) if (source.url) assert.equal(links.includes(source.url), source.kind !== 'third-party', source.id);
});

test('each chapter says when it was reviewed, and every page says that it is not the operator’s', () => {
  for (const { path, html } of pages) {
    assert.match(html, /与 Ultra Mobile 没有任何关系/u, path);
    if (chapters.includes(path.slice(1, -1))) assert.match(html, /复核于 <time[^>]* datetime="\d{4}-\d{2}-\d{2}"/u, path);
  }
});

test('every chapter leads to the page of changes, which tells all of them, newest day first', () => {
  const { html } = page('/changes/');
  const days = [...html.matchAll(/<h2[^>]*>\s*<time datetime="([^"]+)/gu)].map((match) => match[1]!);
  assert.deepEqual(days, days.toSorted().reverse());
  for (const id of chapters) {
    assert.ok(
      readPage(parsePage(page(`/${id}/`).html)).links.some(({ to }) => to === '/changes/'),
      id,
    );
    const source = readFileSync(new URL(`../content/guide/${id}.mdx`, import.meta.url), 'utf8');
    const told = [...source.matchAll(/^ {4}text: (.*)$/gmu)].map((match) => match[1]!);
    assert.ok(told.length > 0);
    for (const text of told) assert.ok(html.includes(text), `${id}: ${text}`);
  }
});

test('wherever a reader is advised to text BAL, the page says where that works, or what it costs from abroad', () => {
  for (const id of ['index', ...chapters]) {
    const advice = readFileSync(`${dist}${id}.md`, 'utf8')
      .split('\n')
      .filter((line) => line.includes('`BAL`'));
    for (const line of advice) assert.match(line, /在美国|境外|漫游|停机的号码|有回信/u, id);
  }
});

test('browsers paint their own frame in the background colour of the page', () => {
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  const { paper, paperInTheDark } = site.colours;
  assert.ok(tokens.includes(`--paper: light-dark(${paper}, ${paperInTheDark})`));
  for (const colour of [paper, paperInTheDark]) assert.ok(pages[0]?.html.includes(`<meta name="theme-color" content="${colour}"`));
});
