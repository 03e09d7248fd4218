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

/** Pages that do not stand on it. */
const apart: readonly (string | undefined)[] = ['planner', 'calendar', 'search', 'all', undefined];

/** Where a link of the guide leads from the page `here`: on the page that holds the whole guide it stays there. */
export function linkFrom(here: string, to: string, base: string): string {
  if (here !== withBase(wholePath, base)) return withBase(to, base);
  const [, page, id] = /^\/(?:([a-z0-9-]+)\/)?(?:#(.+))?$/u.exec(to) ?? [];
  return apart.includes(page) || id?.startsWith('claim-') ? withBase(to, base) : `#${id ?? page}`;
}
