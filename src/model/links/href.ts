/** Puts a site path such as /steps/#sign-in under the base path the site is served from. */
export function withBase(path: string, base: string): string {
  return base.replace(/\/+$/u, '') + path;
}

/** The path that holds a page's words as Markdown. */
export function twinOf(path: string): string {
  return path === '/' ? '/index.md' : `${path.slice(0, -1)}.md`;
}

/** The page that holds the whole guide. */
export const wholePath = '/all/';
