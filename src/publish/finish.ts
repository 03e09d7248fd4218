import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefuseIn } from '../model/refusals.ts';
import { auditFiles, auditLinks, type Expectation } from '../checks/finished-pages.ts';
import { parsePage, readPage, type Page } from '../checks/read-page.ts';
import { filesIn, sha256 } from './files.ts';
import { headersFile, redirectsFile } from './host-files.ts';
import { trimPolicy } from './policy.ts';
import { markdownTwin } from './twin.ts';

/**
 * Reads each page of a finished build once, refuses what is wrong with it, and adds the derived files: its text as Markdown,
 * `_headers`, `_redirects`, and last, since an audit could take a digest for an account, content-hashes.json, the SHA-256 of the
 * text of each page that search engines may list, which tells the next deploy what has changed. Returns the pages by file name.
 */
export function finishPages(folder: string, expected: Expectation, refuseIn: RefuseIn): Map<string, Page> {
  const pages = new Map<string, Page>();
  const hashes: Record<string, string> = {};
  for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
    const html = trimPolicy(readFileSync(join(folder, file), 'utf8'));
    // Search engines ask owners for a file with nothing but a code in it.
    if (!html.includes('<')) continue;
    writeFileSync(join(folder, file), html);
    const document = parsePage(html);
    const page = readPage(document, refuseIn(`dist/${file}`));
    pages.set(file, page);
    if (!page.twin || !page.canonical || page.redirect) continue;
    const twin = markdownTwin(document, page.canonical);
    writeFileSync(join(folder, page.twin.slice(expected.base.length)), twin);
    if (!page.noindex) hashes[page.canonical] = sha256(withoutReview(twin));
  }
  writeFileSync(join(folder, '_headers'), headersFile(expected.base));
  writeFileSync(join(folder, '_redirects'), redirectsFile(pages, expected.base));
  const files = filesIn(folder);
  auditLinks(pages, files, expected, refuseIn);
  auditFiles(folder, files, expected, refuseIn);
  writeFileSync(join(folder, 'content-hashes.json'), `${JSON.stringify(hashes, null, 1)}\n`);
  return pages;
}

/**
 * What a build offers to link to on each page but 404.html, by its path below `base`: all ids (for a redirect those of the page
 * it ends in), and the ids of headings.
 */
export function listPublished(pages: ReadonlyMap<string, Page>, base: string) {
  const answered = new Map<string, readonly string[]>();
  const headings = new Map<string, readonly string[]>();
  for (const [file, page] of pages) {
    if (!file.endsWith('index.html')) continue;
    const path = `/${file.slice(0, -'index.html'.length)}`;
    const end = page.redirect?.slice(base.length).replace(/(?:#.*)?$/u, 'index.html') ?? file;
    answered.set(path, [...(pages.get(end) ?? page).ids]);
    headings.set(path, page.headings);
  }
  return { answered, headings };
}

/** Drops the review date and the 待复核 mark, so that a review alone is no change. */
function withoutReview(twin: string): string {
  return twin.replaceAll(/复核于 \d{4}-\d{2}-\d{2}|\s*\*\*待复核\*\*/gu, '');
}
