import { createHash } from 'node:crypto';

/** Drops CSP hashes that a page does not use: Astro lists those of every style and script of the site on every page. */
export function trimPolicy(html: string): string {
  const inline = [...html.matchAll(/<(script|style)(?![^>]*(?:\ssrc=|\stype="application))[^>]*>([\s\S]*?)<\/\1>/gu)];
  const needed = new Set(inline.map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)/u,
    (_, start: string, policy: string) => start + policy.replace(/ 'sha256-[^']+'/gu, (hash) => (needed.has(hash.trim()) ? hash : '')),
  );
}
