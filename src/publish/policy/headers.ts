import { policyHeader } from './policy.ts';

/** The headers of every address that matches `path`: a star stands for any text, a name with a colon for one without a slash. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * The text of `_headers`, which Netlify and Cloudflare Pages read; deploy/ says the same to nginx and Caddy.
 *
 * No two rules name the same header for one address: Cloudflare joins such values with a comma, and Netlify does not know
 * how Cloudflare takes a header back. So pages have the caching of both hosts, `public, max-age=0, must-revalidate`. And
 * no rule says `no-transform`: Cloudflare would then send everything uncompressed.
 */
export function headersFile(base: string): string {
  const own: [string, string] = ['Cross-Origin-Resource-Policy', 'same-origin'];
  // Forums and chats of other sites show these.
  const shared: [string, string] = ['Cross-Origin-Resource-Policy', 'cross-origin'];
  const rules: HeaderRule[] = [
    {
      path: `${base}*`,
      headers: [
        ['Content-Security-Policy', policyHeader],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'no-referrer'],
        ['Strict-Transport-Security', 'max-age=63072000'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
      ],
    },
    { path: base, headers: [own] },
    { path: `${base}:page/`, headers: [own] },
    { path: `${base}_astro/*`, headers: [own, ['Cache-Control', 'public, max-age=31536000, immutable']] },
    { path: `${base}cards/*`, headers: [shared] },
    { path: `${base}icons/*`, headers: [shared] },
    { path: `${base}feed.xml`, headers: [['Content-Type', 'application/atom+xml; charset=utf-8']] },
    { path: `${base}*.md`, headers: [['Content-Type', 'text/markdown; charset=utf-8']] },
    { path: `${base}*.ics`, headers: [['Content-Type', 'text/calendar; charset=utf-8']] },
    { path: `${base}*.txt`, headers: [['Content-Type', 'text/plain; charset=utf-8']] },
    { path: `${base}*.webmanifest`, headers: [['Content-Type', 'application/manifest+json']] },
  ];
  return rules.map(({ path, headers }) => [path, ...headers.map((header) => `  ${header.join(': ')}`)].join('\n')).join('\n\n') + '\n';
}

/** What headersFile wrote. */
export function readHeaders(text: string): HeaderRule[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.split('\n').map((line) => line.trim());
      return { path, headers: lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]) };
    });
}

/** The base path that a build was made for, by its `_headers`. */
export function baseOf(rules: readonly HeaderRule[]): string {
  return rules[0]!.path.slice(0, -1);
}

/** The headers a host adds to the answer at a path. */
export function headersFor(path: string, rules: readonly HeaderRule[]): Map<string, string> {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/gu, '[^/]+')}$`, 'u').test(path);
  return new Map(rules.filter((rule) => matches(rule.path)).flatMap(({ headers }) => headers));
}
