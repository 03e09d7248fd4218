import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { headersFile } from './headers.ts';
import { inspectPage, type Inspection } from './inspect.ts';
import type { LastBuild } from './last-build.ts';
import { auditFiles, auditLinks, type Expectation } from './output-audit.ts';
import { trimPolicy } from './policy.ts';
import { redirectsFile } from './redirects.ts';
import type { Page } from './read-page.ts';
import { writeTwins } from './twins.ts';

/**
 * Goes over the finished pages of a build, each of them once, and adds what is derived from them. Returns them by file name
 * (with forward slashes), and what is wrong.
 */
export function finishPages(folder: string, expected: Expectation, last: LastBuild): { pages: Map<string, Page>; problems: Problem[] } {
  const inspections = new Map<string, Inspection>();
  for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
    const drawn = readFileSync(join(folder, file), 'utf8');
    const html = trimPolicy(drawn);
    if (html !== drawn) writeFileSync(join(folder, file), html);
    inspections.set(
      file,
      last.inspect(file, html, () => inspectPage(file, html, expected)),
    );
  }
  const pages = new Map([...inspections].map(([file, { page }]) => [file, page]));
  const policies = new Set([...pages.values()].map(({ policy }) => policy));
  writeFileSync(join(folder, '_headers'), headersFile([...policies], expected.base));
  writeFileSync(join(folder, '_redirects'), redirectsFile(pages, expected.base));
  writeTwins(folder, inspections.values(), expected.base);
  const files = filesIn(folder);
  return {
    pages,
    problems: [
      ...[...inspections.values()].flatMap(({ problems }) => problems),
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
