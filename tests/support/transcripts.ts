import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { pages } from './site.ts';

/** What is read of a page, and where: on a phone, on a wide window, or after the reader has done something. */
export interface Reading {
  /** The name of its file in tests/transcripts/. */
  name: string;
  path: string;
  /** CSS px of the window. */
  width: number;
  /** A menu that is opened, and then read alone. */
  menu?: string;
}

export const phones: Reading[] = pages.map(({ path }) => ({ name: /[a-z][a-z0-9-]+|404/u.exec(path)?.[0] ?? 'home', path, width: 390 }));
export const others: Reading[] = [
  { name: 'home-wide', path: '/', width: 1280 },
  { name: 'steps-wide', path: '/steps/', width: 1280 },
  { name: 'steps-menu', path: '/steps/', width: 390, menu: 'details.menu' },
  { name: 'planner-plan', path: '/planner/?due=2026-12-24&wallet=2000', width: 390 },
];

/** The file that holds a transcript. */
export const transcriptFile = ({ name }: Reading): URL => new URL(`../transcripts/${name}.txt`, import.meta.url);

/** The transcript as it was last recorded, by npm run transcripts; empty where there is none yet. */
export function recorded(reading: Reading): string {
  try {
    return readFileSync(transcriptFile(reading), 'utf8');
  } catch {
    return '';
  }
}

/** Opens a page in a window of its own; resolves when its scripts have run. The window is its context, for the caller to close. */
export async function openReading(browser: Browser, origin: string, { path, width }: Reading): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    bypassCSP: true,
  });
  const page = await context.newPage();
  // Days that count from the reader's own are the same on every day.
  await page.clock.setFixedTime(new Date(2026, 10, 25, 12));
  await page.goto(origin + path);
  await page.waitForSelector('.theme:not([hidden])');
  if (path.includes('?')) await page.waitForSelector('#plan-result:not([hidden])');
  return page;
}

/** What a screen reader is given of an open page, in the order of reading: roles, names, text, and where links lead. */
export async function transcribe(page: Page, { menu }: Reading): Promise<string> {
  if (menu) await page.locator(`${menu} summary`).click();
  const text = await page.locator(menu ?? 'body').ariaSnapshot();
  // 待复核 appears 180 days after a review, and the system chooses the port: neither depends on the code.
  return `${text
    .replaceAll(/^ *- strong: 待复核\n/gmu, '')
    .replaceAll('（待复核）', '')
    .replaceAll(new URL(page.url()).origin, 'http://localhost')}\n`;
}
