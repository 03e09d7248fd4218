import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
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
        const { violations } = await new AxeBuilder({ page })
          // No page has frames; without them both modes find the same, and this one in half the time.
          .setLegacyMode()
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        assert.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${width} ${id}: ${html}`)),
          [],
        );
      }
      await context.close();
    }
  });
