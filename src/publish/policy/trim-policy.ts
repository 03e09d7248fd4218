import { createHash } from 'node:crypto';

/**
 * Keeps of a page's policy the hashes of what stands in that page. Astro lists those of every style and script of the
 * site, on every page; together they are longer than the 2,000 characters a line of `_headers` may have.
 */
export function trimPolicy(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?![^>]*(?:\ssrc=|\stype="application))[^>]*>([\s\S]*?)<\/\1>/gu)];
  const needed = new Set(inline.map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)/u,
    (_, start: string, policy: string) => start + policy.replace(/ 'sha256-[^']+'/gu, (hash) => (needed.has(hash.trim()) ? hash : '')),
  );
}
