import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findContacts } from '../model/contact.ts';
import type { Problem } from '../model/problem.ts';
import type { Page } from './read-page.ts';

/** What a finished build must be: where it will be served, and which foreign addresses it may link to. */
export interface Expectation {
  site: string;
  base: string;
  /** Addresses of official, regulator and press sources; every other link stays on the site. */
  cited: ReadonlySet<string>;
}

/** Reads a built folder as a browser would and reports broken links, foreign requests and contact details. */
export function auditOutput(folder: string, pages: ReadonlyMap<string, Page>, expected: Expectation): Problem[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const problems: Problem[] = [];
  for (const [file, page] of pages) {
    problems.push(...auditText(file, page), ...auditIds(file, page), ...auditRequests(file, page, expected));
    problems.push(...auditLinks(file, page, expected, new Set(files), pages));
    if (!page.policy.includes("default-src 'none'"))
      problems.push({
        file: `dist/${file}`,
        line: 1,
        message: 'no content security policy',
        fix: 'Let the page use src/layouts/Base.astro.',
      });
  }
  for (const file of files.filter((name) => /\.(?:md|txt|xml|json)$/u.test(name)))
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .forEach((text, index) => problems.push(...auditWords(file, text, index + 1)));
  for (const file of files.filter((name) => name.endsWith('.js')))
    for (const [address] of readFileSync(join(folder, file), 'utf8').matchAll(/https?:\/\/[^\s"'`)]+/gu))
      if (!address.startsWith(expected.site) && !address.startsWith('http://www.w3.org/'))
        problems.push({
          file: `dist/${file}`,
          line: 1,
          message: `script names another host, ${address}`,
          fix: 'Remove it: the site asks nothing of anybody else.',
        });
  return problems;
}

function auditWords(file: string, text: string, line: number): Problem[] {
  return findContacts(text).map(({ found, kind }) => ({
    file: `dist/${file}`,
    line,
    message: `${kind} “${found}”`,
    fix: 'Find it in content/ or src/ and remove it.',
  }));
}

function auditText(file: string, page: Page): Problem[] {
  return page.texts.flatMap(({ text, line }) => [
    ...auditWords(file, text, line),
    ...(text.includes('**')
      ? [{ file: `dist/${file}`, line, message: 'a stray ** is printed', fix: 'Move the punctuation out of the bold in content/.' }]
      : []),
  ]);
}

function auditIds(file: string, page: Page): Problem[] {
  const seen = new Set<string>();
  return page.ids.flatMap(({ id, line }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [{ file: `dist/${file}`, line, message: `the id “${id}” stands twice`, fix: 'Give one of the two elements another id.' }]
      : [];
  });
}

function auditRequests(file: string, page: Page, { site }: Expectation): Problem[] {
  return page.requests
    .filter(({ url }) => !url.startsWith('data:') && new URL(url, site).origin !== site)
    .map(({ url, line }) => ({
      file: `dist/${file}`,
      line,
      message: `request to another host, ${url}`,
      fix: 'Serve the file from public/ or src/, or do without it.',
    }));
}

function auditLinks(
  file: string,
  page: Page,
  expected: Expectation,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, Page>,
): Problem[] {
  const here = new URL(expected.base + file.replace(/(?:^|\/)index\.html$/u, '/').replace(/^\//u, ''), expected.site);
  return [...page.links, ...page.requests.map(({ url, line }) => ({ to: url, line }))].flatMap(({ to, line }): Problem[] => {
    const refuse = (message: string, fix: string) => [{ file: `dist/${file}`, line, message: `link to ${to}: ${message}`, fix }];
    if (to.startsWith('data:')) return [];
    if (!URL.canParse(to, here)) return refuse('not an address', 'Correct it.');
    const url = new URL(to, here);
    if (url.origin !== expected.site)
      return expected.cited.has(url.href) || expected.cited.has(to)
        ? []
        : refuse('another site', 'Only official, regulator and press sources of content/sources.yaml are linked.');
    if (!url.pathname.startsWith(expected.base))
      return refuse('outside the base path', `Addresses begin with ${expected.base}; use withBase().`);
    const path = decodeURIComponent(url.pathname.slice(expected.base.length));
    const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(target))
      return refuse('no such page', `Pages are ${[...pages.keys()].map((name) => `/${name.replace(/index\.html$/u, '')}`).join(' ')}.`);
    const fragment = decodeURIComponent(url.hash.slice(1));
    const ids = pages.get(target)?.ids.map(({ id }) => id) ?? [];
    if (fragment && !ids.includes(fragment))
      return refuse('no such fragment', `The fragments there are ${ids.map((id) => `#${id}`).join(' ')}.`);
    return [];
  });
}
