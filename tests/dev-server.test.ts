import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { keepLinks, neutral, Project } from './support/project.ts';
import { serveSite } from './support/site.ts';

const steps = 'content/guide/steps.mdx';
const project = new Project({ ownCaches: true });
const port = await freePort();
const origin = `http://localhost:${port}`;
let server: ChildProcess | undefined;
let said = '';
let browser: Browser | undefined;
let page: Page;

before(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

after(async () => {
  server?.kill();
  await browser?.close();
  project.remove();
});

test('content that Astro cannot start with is reported in the terminal and on the page, and mending it needs no restart', async () => {
  const whole = project.read(steps);
  project.write(steps, whole.replace('label:', 'lable:'));
  start();
  await until(() => /steps\.mdx:\d+: unknown key “lable”/u.test(said), 'the terminal tells it');
  await until(async () => {
    await page.goto(`${origin}/steps/`).catch(() => undefined);
    return /steps\.mdx:\d+: unknown key “lable”/u.test(await textOf(page));
  }, 'the page tells it');
  project.write(steps, whole);
  await until(() => textOf(page).then((text) => text.includes('续费步骤')), 'the page is drawn by itself');
});

/** Each kind of mistake: the file, how it is damaged, and what is said of it. */
const mistakes: [name: string, file: string, damage: (text: string) => string, message: RegExp][] = [
  ['an unknown source', steps, (text) => text.replace(/<Cite id="[^"]+"/u, '<Cite id="O99"'), /steps\.mdx:\d+: unknown source “O99”/u],
  ['a broken link', steps, (text) => `${text}\n[去](/nowhere/)\n`, /steps\.mdx:\d+: link to \/nowhere\/: no such page/u],
  ['a heading without an id', steps, (text) => `${text}\n## 没有编号\n`, /steps\.mdx:\d+: heading “没有编号” has no id/u],
  ['a contact in disguise', steps, (text) => `${text}\n有问题加Ｖ信：abc12345\n`, /steps\.mdx:\d+: .*abc12345/u],
  ['a wrong amount', steps, (text) => `${text}\n每 31 天扣 $4。\n`, /steps\.mdx:\d+: .*(?:31 天|\$4)/u],
  ['MDX that is none', steps, (text) => `${text}\n<Note kind="info">\n`, /steps\.mdx:\d+: this is not MDX/u],
  ['front matter that is no YAML', steps, (text) => text.replace(/title: .*/u, 'title: "x'), /steps\.mdx:\d+: a quote that is not closed/u],
  ['an unknown key', steps, (text) => text.replace('label:', 'lable:'), /steps\.mdx:\d+: unknown key “lable”/u],
  ['YAML that is none', 'content/claims.yaml', (text) => `${text}\n- id: [\n`, /claims\.yaml:\d+: this is not YAML/u],
  [
    'data that is wrong',
    'content/sources.yaml',
    (text) => text.replace('publisher:', 'published_by:'),
    /sources\.yaml:\d+: (?:unknown key|publisher)/u,
  ],
];

for (const [name, file, damage, message] of mistakes)
  test(`while an author writes, the terminal and the page report ${name}; once it is mended the page is back`, async () => {
    const whole = project.read(file);
    const damaged = damage(whole);
    assert.notEqual(damaged, whole, 'the text was damaged');
    said = '';
    await save(file, damaged);
    try {
      await until(() => message.test(said), 'the terminal tells it');
      await until(async () => message.test(await textOf(page)), 'the open page tells it');
      const answer = await fetch(`${origin}/about/`, { headers: { Accept: 'text/html' } });
      assert.equal(answer.status, 503);
      assert.match(await answer.text(), message, 'and so does every other page');
    } finally {
      await save(file, whole);
    }
    await until(() => said.includes('It is mended'), 'the terminal says that it is mended');
    await until(async () => (await textOf(page)).includes('续费步骤'), 'the page is drawn');
  });

test('the lock that an editor puts beside a chapter, a link to nowhere, is passed over and does not end the server', async () => {
  const lock = join(project.folder, 'content/guide/.#steps.mdx');
  symlinkSync('somebody@somewhere:4711', lock);
  const whole = project.read(steps);
  said = '';
  await save(steps, whole.replace('\n<Steps>', '\n又写下一句。\n\n<Steps>'));
  await until(() => textOf(page).then((text) => text.includes('又写下一句')), 'the page has the new words');
  rmSync(lock);
  await save(steps, whole);
  await until(() => textOf(page).then((text) => !text.includes('又写下一句')), 'and the old ones again');
  assert.doesNotMatch(said, /\.#steps/u);
});

test('the worker that a preview left behind gives way to the dev server', async () => {
  const before = await serveSite();
  const { origin: address } = before;
  const context = await browser!.newContext();
  const old = await context.newPage();
  await old.goto(`${address}/steps/`);
  await old.goto(`${address}/steps/`);
  await old.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  before.close();
  if (server?.exitCode === null && server.kill()) await once(server, 'exit');
  start(Number(new URL(address).port));
  const whole = project.read(steps);
  project.write(steps, whole.replace('\n<Steps>', '\n刚写下的一句。\n\n<Steps>'));
  await until(
    () =>
      fetch(`${address}/steps/`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'the server is there',
  );
  await old.goto(`${address}/steps/`);
  await until(() => textOf(old).then((text) => text.includes('刚写下的一句')), 'the page is the one being written, without another visit');
  const left = () => old.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length);
  // The server may reload the page meanwhile.
  await until(
    () =>
      left().then(
        (count) => count === 0,
        () => false,
      ),
    'the worker and its copy are gone',
  );
  await context.close();
});

function start(at = port): void {
  said = '';
  server = spawn(process.execPath, [...keepLinks, join(project.folder, 'src/commands/dev.ts')], {
    cwd: project.folder,
    env: { ...neutral, NO_COLOR: '1', PORT: `${at}`, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
}

/** Writes a file as many editors do, which empty it first. */
async function save(file: string, text: string): Promise<void> {
  project.write(file, '');
  await sleep(6);
  project.write(file, text);
}

/** The words of a page; nothing while it is being left. */
function textOf(shown: Page): Promise<string> {
  return shown.innerText('body').catch(() => '');
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let wait = 0; wait < 600; wait++) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail(`${what}; the server said:\n${said}`);
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, 'localhost', resolve));
  const { port: free } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return free;
}
