import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import type { LastBuild } from './last-build.ts';

/** What a build took over from the last one, and what it is to remember for the next. */
export interface Reuse {
  /** What each file below dist/ with a `cacheKey` was made from. */
  keys: Map<string, string>;
  /** The whole addresses of pages that were taken over, for those who ask Astro: it knows of pages that it made. */
  urls: string[];
}

/**
 * Astro's own way to make files, without those whose `cacheKey` (of getStaticPaths) the last build knows: they are put into
 * `folder` as they were. `address` is the site's, with its base path.
 */
export function reuseFiles(own: AstroPrerenderer, last: LastBuild, folder: string, address: string, reuse: Reuse): AstroPrerenderer {
  return {
    ...own,
    async getStaticPaths() {
      return (await own.getStaticPaths()).filter(({ pathname, cacheKey }) => {
        if (cacheKey === undefined) return true;
        const page = pathname.endsWith('/');
        const file = pathname.slice(1) + (page ? 'index.html' : '');
        reuse.keys.set(file, cacheKey);
        const made = last.made(file, cacheKey);
        if (!made) return true;
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), made);
        if (page) reuse.urls.push(address + pathname.slice(1));
        return false;
      });
    },
  };
}
