import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage, readPage, type Page } from '../../src/checks/read-page.ts';
import { filesIn } from '../../src/publish/files.ts';

/** The HTML pages of a built folder, by file name with forward slashes, as the build reads them. */
export function readPages(folder: string): Map<string, Page> {
  const files = filesIn(folder).filter((file) => file.endsWith('.html'));
  return new Map(files.map((file) => [file, readPage(parsePage(readFileSync(join(folder, file), 'utf8')))]));
}
