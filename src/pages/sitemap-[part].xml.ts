import type { APIRoute, GetStaticPaths } from 'astro';
import { getGuide } from '../collections/guide.ts';
import { otherPages } from '../model/guide/pages.ts';
import { addressOn } from '../model/links/href.ts';

export const getStaticPaths = (() => [{ params: { part: 'index' } }, { params: { part: '0' } }]) satisfies GetStaticPaths;

/**
 * The pages that search engines are to find (sitemaps.org), each with the day its words were last reviewed: home and the
 * pages beside the chapters change with the latest chapter. The index names the one sitemap there is.
 */
export const GET: APIRoute = async ({ params, site }) => {
  const { chapters } = (await getGuide()).outline;
  const latest = chapters
    .map(({ reviewed }) => reviewed)
    .sort()
    .at(-1)!;
  const others = Object.values(otherPages).filter(({ indexed }) => indexed);
  const days = new Map([
    ['/', latest],
    ...others.map(({ path }) => [path, latest] as const),
    ...chapters.map(({ path, reviewed }) => [path, reviewed] as const),
  ]);
  const address = addressOn(site, import.meta.env.BASE_URL);
  const entry = (tag: string, path: string, day: string) =>
    `<${tag}><loc>${address(path)}</loc><lastmod>${day}T00:00:00.000Z</lastmod></${tag}>`;
  const entries = [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, day]) => entry('url', path, day));
  const [tag, text] =
    params['part'] === 'index' ? ['sitemapindex', entry('sitemap', '/sitemap-0.xml', latest)] : ['urlset', entries.join('')];
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><${tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${text}</${tag}>`);
};
