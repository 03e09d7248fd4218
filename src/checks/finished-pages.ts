import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefuseIn } from '../model/refusals.ts';
import type { Page } from './read-page.ts';
import { checkContactsAsTyped } from './texts.ts';

/** Where a build will be served, and which foreign addresses it may link to. */
export interface Expectation {
  site: string;
  base: string;
  /** Addresses of official, regulator and press sources; every other link stays on the site. */
  cited: ReadonlySet<string>;
}

/** Refuses links and requests that lead nowhere or off the site. `files` are the names of all files below dist/. */
export function auditLinks(pages: ReadonlyMap<string, Page>, files: readonly string[], expected: Expectation, refuseIn: RefuseIn): void {
  const { site, base, cited } = expected;
  const names = new Set(files);
  const addresses = [...pages.keys()].slice(0, 40).map((name) => `/${name.replace(/index\.html$/u, '')}`);
  // Most links of a page are on every other page too; what is wrong with them is told once.
  const judged = new Set<string>();
  for (const [file, { links }] of pages) {
    const refuse = refuseIn(`dist/${file}`);
    const here = new URL(base + file.replace(/(?:^|\/)index\.html$/u, '/').replace(/^\//u, ''), site);
    for (const { to, line, isRequest } of links) {
      const known = `${isRequest} ${/^(?:\/|[a-z][\w+.-]*:)/iu.test(to) ? '' : here.pathname} ${to}`;
      if (judged.has(known)) continue;
      judged.add(known);
      const url = URL.canParse(to, here) ? new URL(to, here) : undefined;
      const own = url?.origin === site ? url : undefined;
      const target = decodeURIComponent(own?.pathname.slice(base.length) ?? '').replace(/(?<=^|\/)$/u, 'index.html');
      const fragment = decodeURIComponent(own?.hash.slice(1) ?? '');
      const ids = pages.get(target)?.ids;
      if (!url) refuse(line, 'notAnAddress', to);
      else if (!own && isRequest && url.protocol !== 'data:') refuse(line, 'foreignRequest', to);
      else if (!own && url.protocol !== 'data:' && !cited.has(url.href) && !cited.has(to)) refuse(line, 'otherSite', to);
      else if (own && !own.pathname.startsWith(base)) refuse(line, 'outsideBase', to, base);
      else if (own && !names.has(target)) refuse(line, 'noPage', to, addresses.join(' '));
      else if (fragment && !ids?.has(fragment)) refuse(line, 'noFragment', to, [...(ids ?? [])].map((id) => `#${id}`).join(' '));
    }
  }
}

/** Refuses contact details in files other than pages, and foreign hosts in scripts. */
export function auditFiles(folder: string, files: readonly string[], { site }: Expectation, refuseIn: RefuseIn): void {
  for (const file of files.filter((name) => /\.(?:txt|xml|json|ics|js)$/u.test(name))) {
    const refuse = refuseIn(`dist/${file}`);
    const text = readFileSync(join(folder, file), 'utf8');
    if (!file.endsWith('.js')) for (const [at, line] of text.split('\n').entries()) checkContactsAsTyped(line, at + 1, refuse);
    else
      for (const [address] of text.matchAll(/https?:\/\/[^\s"'`)]+/gu))
        if (!address.startsWith(site) && !address.startsWith('http://www.w3.org/')) refuse(1, 'foreignScript', address);
  }
}
