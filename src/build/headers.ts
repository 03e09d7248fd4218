/**
 * The text of `_headers`, which Netlify and Cloudflare Pages read. A header's policy applies beside a page's own meta
 * policy, so it holds the union of all of them and what a meta element cannot say (frame-ancestors).
 */
export function headersFile(policies: readonly string[], base: string): string {
  const headers = [
    `Content-Security-Policy: ${unite(policies)}; frame-ancestors 'none'`,
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: no-referrer',
    'Strict-Transport-Security: max-age=63072000; includeSubDomains',
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cache-Control: public, max-age=0, must-revalidate, no-transform',
  ];
  const assets = ['! Cache-Control', 'Cache-Control: public, max-age=31536000, immutable'];
  const block = (path: string, lines: readonly string[]) => [path, ...lines.map((line) => `  ${line}`)].join('\n');
  const types = [
    block(`${base}*.md`, ['Content-Type: text/markdown; charset=utf-8']),
    block(`${base}*.ics`, ['Content-Type: text/calendar; charset=utf-8']),
  ];
  return [block(`${base}*`, headers), block(`${base}_astro/*`, assets), ...types].join('\n\n') + '\n';
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
