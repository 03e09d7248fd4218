import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from '../inspect.ts';

/**
 * Writes each page's words as Markdown where the page says they are, and content-hashes.json: the SHA-256 of the words of
 * each page that search engines may list, by its address, which tells the next deploy what has changed. A review
 * without a change is none, and neither is a review that has grown old.
 */
export function writeTwins(folder: string, inspections: Iterable<Inspection>, base: string): void {
  const hashes: Record<string, string> = {};
  for (const { page, twin } of inspections) {
    if (twin === undefined) continue;
    writeFileSync(join(folder, page.twin!.slice(base.length)), twin);
    if (page.noindex) continue;
    const words = twin.replaceAll(/复核于 \d{4}-\d{2}-\d{2}|\s*\*\*待复核\*\*/gu, '');
    hashes[page.canonical!] = createHash('sha256').update(words).digest('hex');
  }
  writeFileSync(join(folder, 'content-hashes.json'), `${JSON.stringify(hashes, null, 1)}\n`);
}
