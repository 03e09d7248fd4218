import { withBase } from '../model/links/href.ts';

/** The address of a path such as /steps/#sign-in, below the path that the site is served from. */
export function href(path: string): string {
  return withBase(path, import.meta.env.BASE_URL);
}

/** The same as an absolute address, for previews, feeds and structured data. */
export function address(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
