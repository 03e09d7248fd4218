/** Puts a site path such as /steps/#sign-in under the base path the site is served from. */
export function withBase(path: string, base: string): string {
  return base.replace(/\/+$/u, '') + path;
}
