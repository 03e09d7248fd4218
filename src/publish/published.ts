import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Published } from '../model/links/permalinks.ts';
import { filesIn } from './finish.ts';
import { parsePage, readPage, type Page } from '../checks/read-page.ts';

/** The HTML pages of a built folder, by file name with forward slashes. */
export function readPages(folder: string): Map<string, Page> {
  const files = filesIn(folder).filter((file) => file.endsWith('.html'));
  return new Map(files.map((file) => [file, readPage(parsePage(readFileSync(join(folder, file), 'utf8')))]));
}

/** What a build offers to link to: each page but 404.html, by its path below `base`. */
export function listPublished(pages: ReadonlyMap<string, Page>, base: string): Published[] {
  return [...pages]
    .filter(([file]) => file.endsWith('index.html'))
    .map(([file, page]) => ({
      path: `/${file.slice(0, -'index.html'.length)}`,
      ids: page.ids.map(({ id }) => id),
      headings: page.headings,
      redirect: page.redirect?.slice(base.length - 1).replace(/#.*/u, ''),
    }));
}
