import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browser, site } from './support/visit.ts';

const ticked = (page: Page) =>
  page.locator('.checklist input:checked').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).name));

test('ticks stay after a reload, are kept by the name of the item, and can be cleared with the keyboard', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/prerequisites/`);
  const clear = page.getByRole('button', { name: '清空勾选' });
  assert.equal(await clear.isVisible(), false);
  await page.getByLabel('有一种能付款的方式').check();
  await page.reload();
  assert.deepEqual(await ticked(page), ['can-pay']);
  assert.deepEqual(await page.evaluate(() => JSON.parse(localStorage.getItem('checklist-before-renewal')!) as string[]), ['can-pay']);
  await clear.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await ticked(page), []);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'can-sign-in', 'focus is not lost');
  await page.reload();
  assert.deepEqual(await ticked(page), []);
  await page.close();
});

test('ticks of one chapter do not touch those of another', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/steps/`);
  await page.locator('.checklist input').first().check();
  await page.goto(`${site.origin}/prerequisites/`);
  assert.deepEqual(await ticked(page), []);
  await page.close();
});

test('where storage is full, a tick stays as long as the page does', async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`${site.origin}/prerequisites/`);
  await page.getByLabel('有一种能付款的方式').check();
  assert.deepEqual(await ticked(page), ['can-pay']);
  await page.close();
});

test('a damaged value in the storage breaks nothing', async () => {
  for (const stored of ['{', '7', '"x"', '[null, {"a": 1}, "can-pay"]']) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => assert.fail(error));
    await page.addInitScript((text) => localStorage.setItem('checklist-before-renewal', text), stored);
    await page.goto(`${site.origin}/prerequisites/`);
    assert.deepEqual(await ticked(page), stored.includes('can-pay') ? ['can-pay'] : []);
    await context.close();
  }
});
