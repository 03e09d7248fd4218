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

/** The value of the header, which also says what a meta element cannot: that no page is put into a frame. */
export const policyHeader = [...directives, "object-src 'none'", "frame-ancestors 'none'"].join('; ');
