import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { pages, serveSite } from './support/site.ts';

let browser: Browser;
let site: { origin: string; close: () => void };

before(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveSite()]);
});

after(async () => {
  await browser.close();
  site.close();
});

for (const { path } of pages)
  test(`${path}: axe finds nothing, in light and dark, at 390 and 1280 px`, async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [390, 1280]) {
        const context = await browser.newContext({
          colorScheme,
          viewport: { width, height: 900 },
          reducedMotion: 'reduce',
          bypassCSP: true,
        });
        const page = await context.newPage();
        await page.goto(site.origin + path);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        assert.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${width} ${id}: ${html}`)),
          [],
        );
        await context.close();
      }
  });
