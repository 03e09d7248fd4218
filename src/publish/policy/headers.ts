/** The headers of every address that matches `path`, in which a star stands for any text. */
export interface HeaderRule {
  path: string;
  headers: [name: string, value: string][];
}

/**
 * The text of `_headers`, which Netlify and Cloudflare Pages read. A header's policy applies beside a page's own meta
 * policy, so it holds the union of all of them and what a meta element cannot say (frame-ancestors).
 *
 * No two rules name the same header for one address: Cloudflare joins such values with a comma, and Netlify does not know
 * how Cloudflare takes a header back. So pages have the caching of both hosts, `public, max-age=0, must-revalidate`. And
 * no rule says `no-transform` (each page does, for search engines): Cloudflare would then send everything uncompressed.
 */
export function headersFile(policies: readonly string[], base: string): string {
  const rules: HeaderRule[] = [
    {
      path: `${base}*`,
      headers: [
        ['Content-Security-Policy', `${unite(policies)}; frame-ancestors 'none'`],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'no-referrer'],
        ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
        ['Cross-Origin-Resource-Policy', 'same-origin'],
        ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
      ],
    },
    { path: `${base}_astro/*`, headers: [['Cache-Control', 'public, max-age=31536000, immutable']] },
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
  const matching = rules.filter((rule) => {
    const [start = '', end] = rule.path.split('*');
    return end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
  });
  return new Map(matching.flatMap(({ headers }) => headers));
}

function unite(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const directive of policy
      .split(';')
      .map((text) => text.trim().split(/\s+/u))
      .filter(([name]) => name)) {
      const [name = '', ...values] = directive;
      const all = directives.get(name) ?? new Set();
      values.forEach((value) => all.add(value));
      directives.set(name, all);
    }
  return [...directives].map(([name, values]) => [name, ...values].join(' ')).join('; ');
}
