import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { headersFile } from './policy/headers.ts';
import { inspectPage, type Inspection } from './inspect.ts';
import { auditFiles, auditLinks, type Expectation } from '../checks/finished-pages.ts';
import { trimPolicy } from './policy/trim-policy.ts';
import { redirectsFile } from './derived/redirects.ts';
import type { Page } from '../checks/read-page.ts';
import { writeTwins } from './derived/twins.ts';

/**
 * Goes over the finished pages of a build, each of them once, and adds what is derived from them. Returns them by file name
 * (with forward slashes), and what is wrong.
 */
export function finishPages(folder: string, expected: Expectation): { pages: Map<string, Page>; issues: Issue[] } {
  const inspections = new Map<string, Inspection>();
  for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
    const drawn = readFileSync(join(folder, file), 'utf8');
    const html = trimPolicy(drawn);
    if (html !== drawn) writeFileSync(join(folder, file), html);
    inspections.set(file, inspectPage(file, html, expected));
  }
  const pages = new Map([...inspections].map(([file, { page }]) => [file, page]));
  writeFileSync(join(folder, '_headers'), headersFile(expected.base));
  writeFileSync(join(folder, '_redirects'), redirectsFile(pages, expected.base));
  writeTwins(folder, inspections.values(), expected.base);
  const files = filesIn(folder);
  return {
    pages,
    issues: [
      ...[...inspections.values()].flatMap(({ issues }) => issues),
      ...auditLinks(pages, new Set(files), expected),
      ...auditFiles(folder, files, expected),
    ],
  };
}

/** The files below a folder, with forward slashes, in an order that is the same everywhere. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//u, ''))
    .sort();
}
