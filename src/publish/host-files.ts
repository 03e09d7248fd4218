import type { Page } from '../checks/read-page.ts';
import { policyHeader } from './policy.ts';

/**
 * Headers by path pattern: `*` matches anything, `:name` one path segment. deploy/ has the same for nginx and Caddy.
 *
 * No two rules set the same header for one address: Cloudflare joins such values with a comma, and Netlify does not support
 * Cloudflare's way to unset a header. So pages keep the default caching of both, `public, max-age=0, must-revalidate`. No rule
 * says `no-transform`: Cloudflare would then send everything uncompressed.
 */
export function headerRules(base: string): [path: string, headers: Record<string, string>][] {
  const own = { 'Cross-Origin-Resource-Policy': 'same-origin' };
  // Forums and chats on other sites embed these.
  const shared = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
  return [
    [
      `${base}*`,
      {
        'Content-Security-Policy': policyHeader,
        'X-Content-Type-Options': 'nosniff',
        'X-Frame-Options': 'DENY',
        'Referrer-Policy': 'no-referrer',
        'Strict-Transport-Security': 'max-age=63072000',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      },
    ],
    [base, own],
    [`${base}:page/`, own],
    [`${base}_astro/*`, { ...own, 'Cache-Control': 'public, max-age=31536000, immutable' }],
    [`${base}cards/*`, shared],
    [`${base}icons/*`, shared],
    [`${base}feed.xml`, { 'Content-Type': 'application/atom+xml; charset=utf-8' }],
    [`${base}*.md`, { 'Content-Type': 'text/markdown; charset=utf-8' }],
    [`${base}*.ics`, { 'Content-Type': 'text/calendar; charset=utf-8' }],
    [`${base}*.txt`, { 'Content-Type': 'text/plain; charset=utf-8' }],
    [`${base}*.webmanifest`, { 'Content-Type': 'application/manifest+json' }],
  ];
}

/** The text of `_headers`, which Netlify and Cloudflare Pages read. */
export function headersFile(base: string): string {
  const blocks = headerRules(base).map(([path, headers]) => [path, ...Object.entries(headers).map((header) => `  ${header.join(': ')}`)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The headers a host adds to the answer at a path. */
export function headersFor(path: string, base: string): Map<string, string> {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(path);
  return new Map(headerRules(base).flatMap(([pattern, headers]) => (matches(pattern) ? Object.entries(headers) : [])));
}

/** The text of `_redirects`, which Netlify and Cloudflare Pages read: each redirect page and its target. */
export function redirectsFile(pages: ReadonlyMap<string, Page>, base: string): string {
  const lines = [...pages].map(([file, { redirect }]) => redirect && `${base}${file.replace(/index\.html$/u, '')} ${redirect} 301\n`);
  return lines.filter(Boolean).join('');
}
