import type { Page } from '../checks/read-page.ts';
import { policyHeader } from './policy.ts';

/**
 * The text of `_headers`, which Netlify and Cloudflare Pages read; deploy/ says the same to nginx and Caddy. A star stands
 * for any text, a name with a colon for one without a slash.
 *
 * No two rules name the same header for one address: Cloudflare joins such values with a comma, and Netlify does not know
 * how Cloudflare takes a header back. So pages have the caching of both hosts, `public, max-age=0, must-revalidate`. And
 * no rule says `no-transform`: Cloudflare would then send everything uncompressed. Forums and chats show cards and icons.
 */
export function headersFile(base: string): string {
  return `${base}*
  Content-Security-Policy: ${policyHeader}
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: no-referrer
  Strict-Transport-Security: max-age=63072000
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()

${base}
  Cross-Origin-Resource-Policy: same-origin

${base}:page/
  Cross-Origin-Resource-Policy: same-origin

${base}_astro/*
  Cross-Origin-Resource-Policy: same-origin
  Cache-Control: public, max-age=31536000, immutable

${base}cards/*
  Cross-Origin-Resource-Policy: cross-origin

${base}icons/*
  Cross-Origin-Resource-Policy: cross-origin

${base}feed.xml
  Content-Type: application/atom+xml; charset=utf-8

${base}*.md
  Content-Type: text/markdown; charset=utf-8

${base}*.ics
  Content-Type: text/calendar; charset=utf-8

${base}*.txt
  Content-Type: text/plain; charset=utf-8

${base}*.webmanifest
  Content-Type: application/manifest+json
`;
}

/** The headers of every address that matches `path`. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/** What headersFile wrote. */
export function readHeaders(text: string): HeaderRule[] {
  return [...text.matchAll(/^(\S+)\n((?: {2}.+\n?)+)/gmu)].map(([, path = '', lines = '']) => ({
    path,
    headers: [...lines.matchAll(/^ {2}([^:]+): (.+)$/gmu)].map(([, name = '', value = '']) => [name, value]),
  }));
}

/** The headers a host adds to the answer at a path. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Map<string, string> {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(path);
  return new Map(rules.filter((rule) => matches(rule.path)).flatMap(({ headers }) => headers));
}

/** The pages that only lead on, by path below `base`, and where to: path and fragment. */
export function redirectsOf(pages: ReadonlyMap<string, Page>): [from: string, to: string][] {
  return [...pages].flatMap(([file, { redirect }]) => (redirect ? [[file.replace(/index\.html$/u, ''), redirect]] : []));
}

/** The text of `_redirects`, which Netlify and Cloudflare Pages read. */
export function redirectsFile(redirects: readonly [from: string, to: string][], base: string): string {
  return redirects.map(([from, to]) => `${base}${from} ${to} 301\n`).join('');
}
