import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { onTheWire, startHost, type Host } from './support/host.ts';
import { Project } from './support/project.ts';
import { chapters, dist } from './support/site.ts';

let browser: Browser;
/** The build in dist/, and three that may follow it: one with a corrected chapter, one without copies, one below a path. */
const builds = { first: dist, corrected: '', off: '', below: '' };
const projects: Project[] = [];

async function build(change: (project: Project) => void, env: Record<string, string> = {}): Promise<string> {
  const project = new Project();
  projects.push(project);
  change(project);
  const { code, output } = await project.build(env);
  assert.equal(code, 0, output);
  return join(project.folder, 'dist/');
}

before(async () => {
  browser = await launchBrowser();
  builds.corrected = await build((project) => {
    const file = 'content/guide/steps.mdx';
    project.write(file, project.read(file).replace(/^title: .*$/mu, 'title: 更正过的标题'));
  });
  builds.off = await build((project) =>
    project.write('src/site.ts', project.read('src/site.ts').replace('offline: true', 'offline: false')),
  );
  builds.below = await build(() => undefined, { SITE_URL: 'https://example.org/guide/' });
});
after(async () => {
  await browser.close();
  for (const project of projects) project.remove();
});

const heading = (page: Page) => page.locator('main h1').innerText();
const says = (page: Page) => page.locator('main .offline').allInnerTexts();
const copies = (page: Page) => page.evaluate(() => caches.keys());
const registered = (page: Page) => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));

/** Waits until a question has the answer yes; at most 60 seconds. */
async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await question()); await sleep(50))
    assert.ok(Date.now() < end, `never true: ${question.toString()}`);
}

const kept = (page: Page) =>
  until(() =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return Boolean(registration?.active?.state === 'activated' && !registration.installing && !registration.waiting);
    }),
  );

/**
 * Opens the page again until the copy on the device holds some words, for at most 60 seconds: a browser joins a look for a new
 * worker to one that is still under way, and if that one fails, the next page has to ask.
 */
async function holds(page: Page, words: string): Promise<void> {
  for (const end = Date.now() + 60_000; ; await page.reload()) {
    await page.waitForTimeout(2000);
    const found = await page.evaluate(async (text) => {
      const names = await caches.keys();
      const [request] = await (await caches.open(names[0]!)).keys();
      const copy = names.length === 1 && request && (await (await caches.open(names[0]!)).match(request));
      return Boolean(copy && (await copy.text()).includes(text));
    }, words);
    if (found) return;
    assert.ok(Date.now() < end, `the copy never held “${words}”`);
  }
}

interface Visit {
  host: Host;
  context: BrowserContext;
  page: Page;
  /** Opens an address of the site. */
  go: (path: string) => Promise<void>;
}

/** A host with the first build, and a reader who comes to it for the first time. */
async function arrive(t: TestContext, folder = builds.first, base = '/'): Promise<Visit> {
  const host = await startHost(folder, base);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  t.after(async () => {
    await context.close();
    host.close();
  });
  const page = await context.newPage();
  return { host, context, page, go: async (path) => void (await page.goto(host.origin + path)) };
}

/** A reader who has opened two pages, and so has the copy. */
async function stay(t: TestContext, folder?: string, base = '/'): Promise<Visit> {
  const visit = await arrive(t, folder, base);
  await visit.go(base);
  await visit.go(`${base}steps/`);
  await kept(visit.page);
  return visit;
}

for (const path of ['/steps/', '/', '/planner/'])
  test(`${path}: a first visit makes at most four requests of at most 20 KB in all until the network is quiet, its icon included`, async (t) => {
    const { host, page, go } = await arrive(t);
    const asked = new Set(['/favicon.svg']);
    host.intercept(({ url = '' }) => (asked.add(url), false));
    await go(path);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1500);
    host.intercept();
    let bytes = 0;
    for (const url of asked) bytes += onTheWire(Buffer.from(await (await fetch(host.origin + url)).arrayBuffer()));
    t.diagnostic(`${asked.size} requests, ${bytes} bytes`);
    assert.ok(asked.size <= 4, [...asked].join(' '));
    assert.ok(bytes <= 20_000, `${bytes} bytes`);
    assert.equal(await registered(page), false);
  });

test('with the second page comes the copy: one file of at most 80 KB compressed', async (t) => {
  const { host, page, go } = await arrive(t);
  await go('/');
  const asked: string[] = [];
  host.intercept(({ url = '' }) => (asked.push(url), false));
  await go('/overview/');
  await kept(page);
  const fetched = asked.filter((url) => !['/overview/', '/sw.js'].includes(url) && !/_astro\/[^/]+\.js$/u.test(url));
  assert.deepEqual(
    fetched.map((url) => url.replace(/\.[0-9a-f]{16}\./u, '.')),
    ['/_astro/offline.json'],
  );
  assert.ok(onTheWire(readFileSync(join(dist, fetched[0]!))) <= 80_000);
  assert.equal((await copies(page)).length, 1);
});

test('where the browser saves data the copy comes only when it is asked for', async (t) => {
  const { page, context, go } = await arrive(t);
  await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  for (const path of ['/', '/steps/', '/summary/']) await go(path);
  await page.waitForTimeout(1000);
  assert.equal(await registered(page), false);
  await page.getByRole('button', { name: '存一份离线看' }).click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent?.startsWith('存好了'));
});

test('a reader who asks for it on the first page has the whole guide without a network, and is told so', async (t) => {
  const { host, page, go } = await arrive(t);
  await go('/overview/');
  await page.getByRole('button', { name: '存一份离线看' }).click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent?.startsWith('存好了'));
  host.cut();
  await go('/troubleshooting/');
  assert.match((await says(page)).join(), /^离线副本，存于 \d{4}-\d{2}-\d{2}/u);
  assert.ok(await page.getByRole('button', { name: '存一份离线看' }).isHidden());
});

test('a copy that cannot be fetched is said to have failed, and can be asked for again', async (t) => {
  const { host, page, go } = await arrive(t);
  await go('/overview/');
  host.intercept(({ url = '' }, response) => {
    if (!url.includes('offline')) return false;
    response.writeHead(503).end();
    return true;
  });
  const button = page.getByRole('button', { name: '存一份离线看' });
  await button.click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent?.startsWith('没有存成'));
  host.intercept();
  await button.click();
  await page.waitForFunction(() => document.getElementById('status')?.textContent?.startsWith('存好了'));
});

test('without a network every page, search, the planner and a calendar file are there and say that they are a copy, from this day', async (t) => {
  const { host, page, go } = await stay(t);
  const complaints: string[] = [];
  page.on('pageerror', (error) => void complaints.push(error.message));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  const today = await page.evaluate(() => new Intl.DateTimeFormat('sv').format(new Date()));
  host.cut();
  for (const path of [
    '/',
    ...chapters.map((id) => `/${id}/`),
    '/all/',
    '/calendar/',
    '/sources/',
    '/planner/',
    '/search/',
    '/steps/index.html',
  ]) {
    await go(path);
    assert.ok(await page.locator('main h1').isVisible(), path);
    assert.deepEqual(await says(page), [`离线副本，存于 ${today}。有网络时再打开，看到的就是最新的。`], path);
  }
  await go('/search/?q=xufei');
  await page.waitForSelector('#search-results li');
  await go('/planner/?due=2026-12-24&wallet=2000');
  assert.equal(await page.locator('#schedule tbody tr').count(), 6);
  await go('/steps');
  assert.equal(new URL(page.url()).pathname, '/steps/');
  await go('/pay');
  await page.waitForURL(`${host.origin}/troubleshooting/#payment-failed`);
  const name = readdirSync(join(dist, 'calendar')).find((file) => file.endsWith('.ics'))!;
  const calendar = await page.evaluate(async (file) => (await fetch(`/calendar/${file}`)).text(), name);
  assert.match(calendar, new RegExp(`^BEGIN:VCALENDAR\\r\\nX-WR-CALDESC:离线副本，存于 ${today}\\r\\n`, 'u'));
  assert.deepEqual(complaints, []);
  await go('/Stpes/');
  await page.waitForURL(`${host.origin}/steps/`);
});

test('without a network, a page that is not in the copy is not reported as missing from the site', async (t) => {
  const { host, page, go } = await stay(t);
  host.cut();
  await go('/a-new-page/');
  assert.equal(await heading(page), '现在没有网络');
  assert.match(await page.title(), /^现在没有网络/u);
  assert.doesNotMatch(await page.locator('body').innerText(), /没有这一页|少了一截/u);
  for (const id of chapters) assert.ok(await page.locator(`main a[href="/${id}/"]`).isVisible(), id);
  host.mend();
  await go('/a-new-page/');
  assert.equal(await heading(page), '没有这一页');
});

test('a corrected page is seen at the next view in each of two open tabs, and the copy follows it', async (t) => {
  const { host, context, page, go } = await stay(t);
  const other = await context.newPage();
  await other.goto(`${host.origin}/steps/`);
  const old = await heading(page);
  host.deploy(builds.corrected);
  await page.reload();
  assert.equal(await heading(page), '更正过的标题');
  await other.goto(`${host.origin}/overview/`);
  await other.goto(`${host.origin}/steps/`);
  assert.equal(await heading(other), '更正过的标题');
  assert.notEqual(old, '更正过的标题');
  await holds(page, '更正过的标题');
  host.cut();
  for (const tab of [page, other]) {
    await tab.goto(`${host.origin}/steps/`);
    assert.equal(await heading(tab), '更正过的标题');
    assert.equal((await says(tab)).length, 1);
  }
  await go('/all/');
  assert.ok(await page.getByRole('heading', { name: '更正过的标题' }).first().isVisible());
});

test('until the copy of a new build is there, the older one stays, and pages still come fresh', async (t) => {
  const { host, page, go } = await stay(t);
  host.deploy(builds.corrected);
  let refused = false;
  host.intercept(({ url = '' }, response) => {
    if (!url.includes('offline')) return false;
    response.writeHead(404).end();
    return (refused = true);
  });
  await go('/steps/');
  assert.equal(await heading(page), '更正过的标题');
  await until(() => refused);
  await kept(page);
  host.cut();
  await go('/steps/');
  assert.equal((await says(page)).length, 1, 'the older copy is there');
  host.mend();
  host.intercept();
  await go('/steps/');
  await holds(page, '更正过的标题');
});

test('a slow network gives the copy after a few seconds, and an error of the host gives it at once', async (t) => {
  const { host, page, go } = await stay(t);
  const late: NodeJS.Timeout[] = [];
  host.intercept(({ url = '' }, response) => {
    if (url !== '/summary/') return false;
    late.push(setTimeout(() => response.end('late'), 30_000));
    return true;
  });
  await go('/summary/');
  assert.equal((await says(page)).length, 1);
  late.forEach(clearTimeout);
  host.intercept((_, response) => (response.writeHead(502).end('bad gateway'), true));
  await go('/overview/');
  assert.equal((await says(page)).length, 1);
});

test('a host that changes a page by a line or a byte is shown as it is, and the copy stays', async (t) => {
  const { host, page, go } = await stay(t);
  host.intercept(({ url = '' }, response) => {
    if (!url.endsWith('/')) return false;
    const text = readFileSync(join(builds.corrected, url, 'index.html'), 'utf8');
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(text.replace('</body>', '<p>of the host</p></body> '));
    return true;
  });
  for (const path of ['/steps/', '/summary/', '/steps/']) await go(path);
  assert.equal(await heading(page), '更正过的标题');
  assert.deepEqual(await says(page), []);
  assert.ok(await registered(page));
});

const exits: [name: string, answer: (host: Host) => void][] = [
  ['a closed site', (host) => host.intercept((_, response) => (response.writeHead(404).end('gone'), true))],
  [
    'another site at the address',
    (host) => host.intercept((_, response) => (response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>other</h1>'), true)),
  ],
  [
    'a site that has moved',
    (host) => host.intercept(({ url = '' }, response) => (response.writeHead(301, { Location: `http://localhost:1${url}` }).end(), true)),
  ],
  ['a build without copies', (host) => host.deploy(builds.off)],
];
for (const [name, happen] of exits)
  test(`${name} removes the worker and its copy within two visits, and touches nothing else`, async (t) => {
    const { host, page, go } = await stay(t);
    await page.evaluate(() => caches.open('of another app'));
    happen(host);
    for (let visit = 0; visit < 2; visit++) {
      await go('/steps/').catch(() => undefined);
      await page.waitForTimeout(700);
    }
    // A page to look from. It names the worker: one that is still there takes it for a page of ours, and stays.
    host.intercept((_, response) => (response.writeHead(200, { 'Content-Type': 'text/html' }).end('look, /sw.js'), true));
    await go('/look');
    await until(async () => !(await registered(page)));
    assert.deepEqual(await copies(page), ['of another app']);
  });

test('a full device loses the copy and nothing else: every page comes from the network', async (t) => {
  const { host, page, context, go } = await arrive(t);
  await go('/');
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 20_000 });
  for (const id of chapters) {
    await go(`/${id}/`);
    assert.notEqual(await heading(page), '没有这一页');
  }
  await page.waitForTimeout(1000);
  await go('/calendar/');
  assert.deepEqual(await says(page), []);
});

test('a device that becomes full keeps the older copy, and pages still come fresh', async (t) => {
  const { host, page, context, go } = await stay(t);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 20_000 });
  host.deploy(builds.corrected);
  await go('/steps/');
  await page.waitForTimeout(1000);
  await go('/steps/');
  assert.equal(await heading(page), '更正过的标题');
  host.cut();
  await go('/summary/');
  assert.equal((await says(page)).length, 1);
});

test('two sites of one host name keep and remove their own copies only', async (t) => {
  const below = await startHost(builds.below, '/guide/');
  t.after(() => below.close());
  const { host, page, go } = await stay(t);
  host.intercept((request, response) => {
    if (!request.url?.startsWith('/guide/')) return false;
    void fetch(below.origin + request.url).then(async (answer) => {
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'text/plain' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    return true;
  });
  await go('/guide/');
  await go('/guide/steps/');
  await until(async () => (await copies(page)).length === 2);
  await kept(page);
  host.intercept(({ url = '' }, response) => url.startsWith('/guide/') && (response.writeHead(404).end('gone'), true));
  for (let visit = 0; visit < 2; visit++) {
    await go('/guide/steps/');
    await page.waitForTimeout(700);
  }
  await until(async () => (await copies(page)).length === 1);
  await go('/steps/');
  host.cut();
  await go('/steps/');
  assert.equal((await says(page)).length, 1);
});

test('an error is never kept, and neither is what a reader opens', async (t) => {
  const { page, go } = await stay(t);
  await go('/no-such-page/');
  await go('/calendar/nothing.ics').catch(() => undefined);
  await go('/all/');
  const requests = await page.evaluate(async () => {
    const names = await caches.keys();
    return (await (await caches.open(names[0]!)).keys()).length;
  });
  assert.equal(requests, 1);
});

test('the files that browsers request unasked exist: favicon.ico, and the icon of Safari’s favourites', async (t) => {
  const { host, page } = await arrive(t);
  for (const path of ['/favicon.ico', '/apple-touch-icon.png']) {
    const width = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return image.naturalWidth;
    }, host.origin + path);
    assert.ok(width >= 32, path);
  }
});

test('the manifest is complete and its icons are served', async (t) => {
  const { host } = await arrive(t);
  const manifest = (await (await fetch(`${host.origin}/manifest.webmanifest`)).json()) as {
    icons: { src: string; purpose: string; sizes: string }[];
  };
  assert.deepEqual(
    manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`),
    ['any 192x192', 'any 512x512', 'maskable 512x512'],
  );
  for (const { src } of manifest.icons) assert.equal((await fetch(host.origin + src)).headers.get('content-type'), 'image/png');
});
