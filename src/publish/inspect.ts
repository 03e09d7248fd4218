import type { Issue } from '../model/issue.ts';
import { auditPage, type Expectation } from '../checks/finished-pages.ts';
import { parsePage, readPage, type Page } from '../checks/read-page.ts';
import { markdownTwin } from './derived/twin.ts';

/** All that the build wants of one finished page: what links need to know, its words as Markdown, and its own faults. */
export interface Inspection {
  page: Page;
  /** Undefined where the page says of no twin. */
  twin: string | undefined;
  issues: Issue[];
}

/** Reads a finished page once, for everything. `file` is its name below dist/. */
export function inspectPage(file: string, html: string, expected: Expectation): Inspection {
  const document = parsePage(html);
  const whole = readPage(document);
  const issues = auditPage(file, whole, expected);
  // The texts are most of a page and have been read now; a thousand pages need not be kept twice.
  const page = { ...whole, texts: [] };
  const twin = page.twin && page.canonical && !page.redirect ? markdownTwin(document, page.canonical) : undefined;
  return { page, twin, issues };
}
