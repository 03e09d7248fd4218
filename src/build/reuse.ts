import type { AstroPrerenderer } from 'astro';
import type { LastBuild } from './last-build.ts';

/**
 * Astro's own way to draw pages, which takes over from the last build those whose `cacheKey` (of getStaticPaths) it knows.
 * Writes the keys of all such pages into `keys`, by file below dist/. `base` is the path the site is served under.
 */
export function reusePages(own: AstroPrerenderer, last: LastBuild, keys: Map<string, string>, base: string): AstroPrerenderer {
  const fileOf = (path: string) => `${path.replace(/^\/|\/$/gu, '')}/index.html`;
  return {
    ...own,
    async getStaticPaths() {
      const paths = await own.getStaticPaths();
      for (const { pathname, cacheKey } of paths) if (cacheKey !== undefined) keys.set(fileOf(pathname), cacheKey);
      return paths;
    },
    async render(request, options) {
      const file = fileOf(new URL(request.url).pathname.slice(base.length - 1));
      const key = keys.get(file);
      const page = key === undefined ? undefined : last.drawn(file, key);
      return page ? new Response(new Uint8Array(page), { headers: { 'Content-Type': 'text/html' } }) : own.render(request, options);
    },
  };
}
