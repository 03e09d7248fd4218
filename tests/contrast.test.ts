import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { unreadable } from './support/paint.ts';
import { pages } from './support/site.ts';
import { open } from './support/visit.ts';

/** What a reader may open on a page. */
const states: Record<string, { path: string; reach: (page: Page) => Promise<unknown> }> = {
  'the open menu': { path: '/steps/', reach: (page) => page.click('.menu summary') },
  'the choice of a theme': { path: '/steps/', reach: (page) => page.click('.theme summary') },
  'the menu of a heading': {
    path: '/steps/',
    reach: async (page) => {
      await page.click('.permalink');
      await page.getByRole('menu').waitFor();
    },
  },
  'search with its results': {
    path: '/steps/',
    reach: async (page) => {
      await page.click('a.find');
      await page.fill('dialog input', '付款失败');
      await page.waitForSelector('#search-results a');
    },
  },
  'the planner with a plan': {
    path: '/planner/#wallet=2000&due=2026-12-24',
    reach: (page) => page.waitForSelector('#plan-result:not([hidden])'),
  },
  'the planner with a complaint': { path: '/planner/', reach: (page) => page.click('#plan-form [type=submit]') },
  'a sentence about a mended link': { path: '/steps/#sign-inn', reach: (page) => page.waitForSelector('#status:not(:empty)') },
  'the bar over the text': {
    path: '/troubleshooting/',
    reach: async (page) => {
      await page.mouse.wheel(0, 2000);
      await page.waitForFunction(() => scrollY > 1000);
    },
  },
};

for (const scheme of ['light', 'dark'] as const) {
  for (const { path } of pages)
    test(`${path}: every text has enough contrast with what is painted behind it, ${scheme}`, async () => {
      for (const width of [390, 1280]) {
        const page = await open(path, { colorScheme: scheme, viewport: { width, height: 844 } });
        assert.deepEqual(await page.evaluate(unreadable), []);
        await page.context().close();
      }
    });

  for (const [name, { path, reach }] of Object.entries(states))
    test(`${name}: readable, and nothing shines through, ${scheme}`, async () => {
      const page = await open(path, { colorScheme: scheme });
      await reach(page);
      assert.deepEqual(await page.evaluate(unreadable), []);
      await page.context().close();
    });
}

test('a theme that the reader chose against the system is painted whole', async () => {
  for (const [chosen, system] of [
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const) {
    const page = await open('/steps/', { colorScheme: system });
    await page.click('.theme summary');
    await page.check(`.theme input[value=${chosen}]`);
    assert.deepEqual(await page.evaluate(unreadable), []);
    const [red = 0] = await page.evaluate(() => /\d+/u.exec(getComputedStyle(document.documentElement).backgroundColor)!.map(Number));
    assert.equal(red < 128, chosen === 'dark');
    await page.context().close();
  }
});

test('the check of contrast finds letters on a canvas that color-scheme made dark, and a panel without a background', async () => {
  const page = await open('/steps/', { colorScheme: 'dark' });
  await page.evaluate(() => {
    for (const element of [document.documentElement, document.querySelector<HTMLElement>('.bar')!]) element.style.background = 'none';
    document.documentElement.style.color = 'black';
  });
  const faults = await page.evaluate(unreadable);
  assert.ok(faults.some((fault) => fault.startsWith('p') && fault.includes('rgb(18, 18, 18)')));
  assert.ok(faults.includes('header.bar lets shine through what lies below it'));
  await page.context().close();
});
