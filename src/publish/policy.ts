import { createHash } from 'node:crypto';

/**
 * The content security policy, but for the hashes of scripts and styles: Astro writes those, and all of this, into a meta
 * element of each page (astro.config.mjs). What needs no hash is sent as a header, too.
 */
export const directives = [
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types offline',
  "worker-src 'self'",
] as const;

/** The value of the header, which adds what a meta element cannot: that no page may be framed. */
export const policyHeader = [...directives, "object-src 'none'", "frame-ancestors 'none'"].join('; ');

/** The source of a script or style in a policy: its hash. */
export function policyHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Drops CSP hashes that a page does not use: Astro lists those of every style and script of the site on every page. */
export function trimPolicy(html: string): string {
  const inline = html.matchAll(/<(script|style)(?![^>]*(?:\ssrc=|\stype="application))[^>]*>([\s\S]*?)<\/\1>/gu);
  const needed = new Set([...inline].map(([, , text = '']) => ` '${policyHash(text)}'`));
  return html.replace(/<meta http-equiv="content-security-policy" content="[^"]*/u, (policy) =>
    policy.replace(/ 'sha256-[^']+'/gu, (hash) => (needed.has(hash) ? hash : '')),
  );
}
