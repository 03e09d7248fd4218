import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from './read-page.ts';
import { markdownTwin } from './twin.ts';

/**
 * Writes each page's words as Markdown where the page says they are, and content-hashes.json: the SHA-256 of the words of
 * each page that search engines may list, by its address, which tells the next deploy what has changed. A review without a change is none.
 */
export function writeTwins(folder: string, pages: ReadonlyMap<string, Page>, base: string): void {
  const hashes: Record<string, string> = {};
  for (const [file, { twin, canonical, redirect, noindex }] of pages) {
    if (!twin || !canonical || redirect) continue;
    const markdown = markdownTwin(readFileSync(join(folder, file), 'utf8'), canonical);
    writeFileSync(join(folder, twin.slice(base.length)), markdown);
    if (noindex) continue;
    const words = markdown.replaceAll(/复核于 \d{4}-\d{2}-\d{2}/gu, '');
    hashes[canonical] = createHash('sha256').update(words).digest('hex');
  }
  writeFileSync(join(folder, 'content-hashes.json'), `${JSON.stringify(hashes, null, 1)}\n`);
}
