import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from './support/axe.ts';
import { pages } from './support/site.ts';
import { browser, site } from './support/visit.ts';

for (const { path } of pages)
  test(`${path}: axe finds nothing, in light and dark, at 390 and 1280 px`, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', bypassCSP: true, serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.goto(site.origin + path);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await axeFindings(page), [], `${colorScheme}, ${width} px`);
      }
      await context.close();
    }
  });
