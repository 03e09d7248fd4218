import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findContacts } from '../model/contact/find-contacts.ts';
import type { Issue } from '../model/issue.ts';
import type { Page } from './read-page.ts';

/** What a finished build must be: where it will be served, and which foreign addresses it may link to. */
export interface Expectation {
  site: string;
  base: string;
  /** Addresses of official, regulator and press sources; every other link stays on the site. */
  cited: ReadonlySet<string>;
}

/** What is wrong with a finished page by itself: contact details, foreign requests, doubled ids, no policy. */
export function auditPage(file: string, page: Page, expected: Expectation): Issue[] {
  const issues = [...auditTexts(file, page), ...auditIds(file, page), ...auditRequests(file, page, expected)];
  if (!page.policy.includes("default-src 'none'"))
    issues.push({
      file: `dist/${file}`,
      line: 1,
      message: 'no content security policy',
      fix: 'Let the page use src/layouts/Base.astro.',
    });
  return issues;
}

/** Links and requests that lead nowhere or off the site. `files` are the names of all files below dist/. */
export function auditLinks(pages: ReadonlyMap<string, Page>, files: ReadonlySet<string>, expected: Expectation): Issue[] {
  const ids = new Map([...pages].map(([file, page]) => [file, new Set(page.ids.map(({ id }) => id))]));
  const judged = new Map<string, Fault | undefined>();
  return [...pages].flatMap(([file, page]) => {
    const here = new URL(expected.base + file.replace(/(?:^|\/)index\.html$/u, '/').replace(/^\//u, ''), expected.site);
    return [...page.links, ...page.requests.map(({ url, line }) => ({ to: url, line }))].flatMap(({ to, line }): Issue[] => {
      const whole = to.startsWith('#') ? `${here.pathname}${to}` : to;
      // Most links of a page stand on every other page too.
      if (!judged.has(whole)) judged.set(whole, judge(whole, here, ids, files, expected));
      const fault = judged.get(whole);
      return fault ? [{ file: `dist/${file}`, line, message: `link to ${to}: ${fault.message}`, fix: fault.fix }] : [];
    });
  });
}

/** Contact details in the files that are no pages, and foreign hosts in scripts. */
export function auditFiles(folder: string, files: readonly string[], expected: Expectation): Issue[] {
  return files.flatMap((file) => {
    if (/\.(?:txt|xml|json|ics)$/u.test(file)) {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      return lines.flatMap((text, index) => auditWords(file, text, index + 1));
    }
    if (!file.endsWith('.js')) return [];
    return [...readFileSync(join(folder, file), 'utf8').matchAll(/https?:\/\/[^\s"'`)]+/gu)]
      .filter(([address]) => !address.startsWith(expected.site) && !address.startsWith('http://www.w3.org/'))
      .map(([address]) => ({
        file: `dist/${file}`,
        line: 1,
        message: `script names another host, ${address}`,
        fix: 'Remove it: the site asks nothing of anybody else.',
      }));
  });
}

interface Fault {
  message: string;
  fix: string;
}

function judge(
  to: string,
  here: URL,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
  expected: Expectation,
): Fault | undefined {
  if (to.startsWith('data:')) return undefined;
  if (!URL.canParse(to, here)) return { message: 'not an address', fix: 'Correct it.' };
  const url = new URL(to, here);
  if (url.origin !== expected.site)
    return expected.cited.has(url.href) || expected.cited.has(to)
      ? undefined
      : { message: 'another site', fix: 'Only official, regulator and press sources of content/sources.yaml are linked.' };
  if (!url.pathname.startsWith(expected.base))
    return { message: 'outside the base path', fix: `Addresses begin with ${expected.base}; use withBase().` };
  const path = decodeURIComponent(url.pathname.slice(expected.base.length));
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(target)) {
    const pages = [...ids.keys()].slice(0, 40).map((name) => `/${name.replace(/index\.html$/u, '')}`);
    return { message: 'no such page', fix: `Pages are ${pages.join(' ')}.` };
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (!fragment || ids.get(target)?.has(fragment)) return undefined;
  return { message: 'no such fragment', fix: `The fragments there are ${[...(ids.get(target) ?? [])].map((id) => `#${id}`).join(' ')}.` };
}

function auditWords(file: string, text: string, line: number): Issue[] {
  return findContacts(text).map(({ found, kind }) => ({
    file: `dist/${file}`,
    line,
    message: `${kind} “${found}”`,
    fix: 'Find it in content/ or src/ and remove it.',
  }));
}

function auditTexts(file: string, page: Page): Issue[] {
  return page.texts.flatMap(({ text, line }) => [
    ...auditWords(file, text, line),
    ...(text.includes('**')
      ? [{ file: `dist/${file}`, line, message: 'a stray ** is printed', fix: 'Move the punctuation out of the bold in content/.' }]
      : []),
  ]);
}

function auditIds(file: string, page: Page): Issue[] {
  const seen = new Set<string>();
  return page.ids.flatMap(({ id, line }) => {
    const again = seen.has(id);
    seen.add(id);
    return again
      ? [{ file: `dist/${file}`, line, message: `the id “${id}” stands twice`, fix: 'Give one of the two elements another id.' }]
      : [];
  });
}

function auditRequests(file: string, page: Page, { site }: Expectation): Issue[] {
  return page.requests
    .filter(({ url }) => !url.startsWith('data:') && new URL(url, site).origin !== site)
    .map(({ url, line }) => ({
      file: `dist/${file}`,
      line,
      message: `request to another host, ${url}`,
      fix: 'Serve the file from public/ or src/, or do without it.',
    }));
}
