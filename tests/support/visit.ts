import { after } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { serveSite } from './site.ts';

/** The build on a loopback port of its own, and a real Chromium, for the test file that imports them; both end with its tests. */
export const [browser, site] = await Promise.all([launchBrowser(), serveSite()]);

after(async () => {
  await browser.close();
  site.close();
});

/** A page of the site as a new reader sees it, on a phone where `options` say nothing else. */
export async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}
