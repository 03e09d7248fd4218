import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { writeServiceWorker } from '../src/publish/derived/service-worker.ts';
import { launchBrowser } from './support/browser.ts';
import { chapters, dist, serveSite } from './support/site.ts';

let browser: Browser;
before(async () => void (browser = await launchBrowser()));
after(() => browser.close());

/** A copy of the site that a test may change, served; and a reader who has visited it once. `cut` takes the network away. */
async function visit(t: TestContext): Promise<{ folder: string; context: BrowserContext; page: Page; origin: string; cut: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(dist, folder, { recursive: true });
  const { origin, close: cut } = await serveSite(folder);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  t.after(async () => {
    await context.close();
    cut();
    rmSync(folder, { recursive: true });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await settled(page);
  return { folder, context, page, origin, cut };
}

/** Waits until a question put to the page has the answer yes; at most 15 seconds. */
async function until(page: Page, question: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; !(await page.evaluate(question)); await page.waitForTimeout(50))
    assert.ok(Date.now() < end, `never true: ${question.toString()}`);
}

const settled = (page: Page) =>
  until(page, () => navigator.serviceWorker.getRegistration().then((each) => each?.active?.state === 'activated' && !each.waiting));

test('after one visit every chapter, search and the planner work without a network, and nothing complains', async (t) => {
  const { page, origin, cut } = await visit(t);
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  cut();
  for (const id of chapters) {
    await page.goto(`${origin}/${id}/`);
    assert.ok(await page.locator('main h1').isVisible(), id);
  }
  await page.goto(`${origin}/search/?q=xufei`);
  await page.waitForSelector('#search-results li');
  await page.goto(`${origin}/planner/?due=2026-12-24&wallet=2000`);
  assert.equal(await page.locator('#schedule tbody tr').count(), 6);
  await page.goto(`${origin}/steps`);
  assert.ok(await page.getByRole('heading', { name: '登录账户' }).isVisible());
  await page.goto(`${origin}/pay`);
  assert.equal(new URL(page.url()).pathname, '/troubleshooting/');
  assert.deepEqual(complaints, []);
  await page.goto(`${origin}/Stpes/`);
  await page.waitForURL(`${origin}/steps/`);
});

test('a new build is fetched whole while the old one is read, and takes over when its tabs are closed', async (t) => {
  const { folder, context, page, origin } = await visit(t);
  await page.goto(`${origin}/steps/`);
  for (const id of ['steps', 'summary']) {
    const file = join(folder, id, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(<h1[^>]*>)/u, '$1新版：'));
  }
  writeServiceWorker(folder, '/', true);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((each) => each?.update()));
  await until(page, () => navigator.serviceWorker.getRegistration().then((each) => Boolean(each?.waiting)));
  await page.goto(`${origin}/summary/`);
  assert.doesNotMatch(await page.locator('h1').innerText(), /新版/u, 'no mix of two builds');
  await page.goto('about:blank');
  await page.close();
  const later = await context.newPage();
  await later.goto(`${origin}/steps/`);
  await settled(later);
  await later.goto(`${origin}/summary/`);
  assert.match(await later.locator('h1').innerText(), /新版/u);
  assert.equal((await later.evaluate(() => caches.keys())).length, 1);
});

test('a build that is still on its way to the host is not kept: the files of the old one stay until all of the new are there', async (t) => {
  const { folder, page, origin } = await visit(t);
  await page.goto(`${origin}/steps/`);
  const file = join(folder, 'steps', 'index.html');
  const old = readFileSync(file);
  writeFileSync(file, old.toString().replace(/(<h1[^>]*>)/u, '$1新版：'));
  writeServiceWorker(folder, '/', true);
  writeFileSync(file, old);
  const ended = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration!.update().catch(() => undefined);
    const worker = registration!.installing;
    return worker ? new Promise((resolve) => worker.addEventListener('statechange', () => resolve(worker.state))) : 'redundant';
  });
  assert.equal(await ended, 'redundant');
  await page.goto(`${origin}/summary/`);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((each) => each?.active?.state)), 'activated');
  assert.doesNotMatch(await page.locator('h1').innerText(), /新版/u);
});

test('an error is never kept', async (t) => {
  const { page, origin } = await visit(t);
  await page.reload();
  await page.goto(`${origin}/no-such-page/`);
  await page.goto(`${origin}/calendar/nothing.ics`).catch(() => undefined);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await (await caches.open(names[0]!)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  });
  assert.ok(!kept.some((path) => /no-such-page|nothing/u.test(path)));
});

test('switched off, the worker removes itself and what it kept', async (t) => {
  const { folder, page, origin } = await visit(t);
  writeServiceWorker(folder, '/', false);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((each) => each?.update()));
  await until(page, async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0);
  await page.goto(`${origin}/`);
});

test('what is kept from the start is less than 350 KB on the wire', () => {
  const paths = JSON.parse(/const paths = (\[.*?\]);/u.exec(readFileSync(`${dist}sw.js`, 'utf8'))![1]!) as string[];
  const bytes = paths.map((path) => brotliCompressSync(readFileSync(dist + path + (path.endsWith('/') ? 'index.html' : ''))).length);
  assert.ok(bytes.reduce((sum, each) => sum + each, 0) < 350_000);
  for (const id of chapters) assert.ok(paths.includes(`/${id}/`));
});

test('the manifest is complete and its icons are served', async () => {
  const server = await serveSite();
  const manifest = (await (await fetch(`${server.origin}/manifest.webmanifest`)).json()) as {
    icons: { src: string; purpose: string; sizes: string }[];
  };
  assert.deepEqual(
    manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`),
    ['any 192x192', 'any 512x512', 'maskable 512x512'],
  );
  for (const { src } of manifest.icons) assert.equal((await fetch(server.origin + src)).headers.get('content-type'), 'image/png');
  server.close();
});
