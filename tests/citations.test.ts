import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { open, site } from './support/visit.ts';

const cite = 'main a.cite';

test('a citation shows the name of its source, without the brackets of the plain page', async () => {
  const page = await open('/steps/');
  const shown = await page.locator(cite).evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each, '::after').content))]);
  assert.ok(
    shown.length > 0 && shown.every((content) => /attr\(aria-label\)|官方|第三方/u.test(content) && !content.includes('[')),
    shown.join(),
  );
  await page.context().close();
});

test('a tap on a citation shows its source beside it, whole on the screen, and asks for nothing before', async () => {
  const page = await open('/steps/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const label = await page.locator(cite).first().getAttribute('aria-label');
  const href = await page
    .locator(cite)
    .first()
    .evaluate((link: HTMLAnchorElement) => link.href);
  assert.equal(asked.length, 0);
  const words = await page.locator('main p').evaluateAll((all) => all.map((each) => each.textContent));
  await page.locator(cite).first().click();
  const card = page.getByRole('dialog', { name: label! });
  await card.waitFor();
  assert.ok(asked.includes('/citations.json'));
  assert.match(await card.innerText(), new RegExp(`${label} · .+ · (?:\\d{4}-\\d\\d-\\d\\d|未注明日期)`, 'u'));
  assert.equal(await card.locator('a').evaluate((link: HTMLAnchorElement) => link.href), href);
  const box = (await card.boundingBox())!;
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('[popover][role=dialog]'));
  assert.deepEqual(
    await page.locator('main p').evaluateAll((all) => all.map((each) => each.textContent)),
    words,
    'nothing of it stays in the text',
  );
  await page.context().close();
});

test('a source by keyboard: Enter opens it, Escape returns the focus, Tab leaves and closes it, Enter on its link leads to the source', async () => {
  const page = await open('/steps/');
  const link = page.locator(cite).first();
  const card = page.getByRole('dialog', { name: (await link.getAttribute('aria-label'))! });
  await link.focus();
  await page.keyboard.press('Enter');
  await card.waitFor();
  assert.ok(await page.evaluate(() => document.activeElement?.matches('[popover] a')));
  await page.keyboard.press('Escape');
  await page.waitForFunction((selector) => document.activeElement === document.querySelector(selector), cite);
  await page.keyboard.press('Enter');
  await card.waitFor();
  await page.keyboard.press('Tab');
  await card.waitFor({ state: 'detached' });
  await link.focus();
  await page.keyboard.press('Enter');
  await card.waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sources\/#/u);
  await page.context().close();
});

test('where there are no popovers, or the sources cannot be fetched, a citation leads to its source', async () => {
  const without = async (page: Page) =>
    page.addInitScript(() => {
      delete (HTMLElement.prototype as { popover?: unknown }).popover;
    });
  const offline = async (page: Page) => page.route('**/citations.json', (route) => route.abort());
  const missing = async (page: Page) => page.route('**/citations.json', (route) => route.fulfill({ status: 404, body: '' }));
  for (const [name, hinder] of Object.entries({ without, offline, missing })) {
    const page = await open('/404.html', { serviceWorkers: 'block' });
    await hinder(page);
    await page.goto(`${site.origin}/steps/`);
    await page.locator(cite).first().click();
    await page.waitForURL(/\/sources\/#/u, { timeout: 15_000 }).catch(() => assert.fail(name));
    await page.context().close();
  }
});

test('after the network was gone for a moment, the next tap shows the source', async () => {
  const page = await open('/404.html', { serviceWorkers: 'block' });
  await page.route('**/citations.json', (route) => route.abort(), { times: 1 });
  await page.goto(`${site.origin}/all/`);
  await page.locator(cite).first().click();
  await page.waitForURL(/\/all\/#/u);
  await page.locator(cite).first().click();
  await page.getByRole('dialog').waitFor();
  await page.context().close();
});
