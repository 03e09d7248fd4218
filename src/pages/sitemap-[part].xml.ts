import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../components/href.ts';
import { getGuide } from '../collections/guide.ts';
import { homePage, otherPages } from '../model/guide/pages.ts';

export const getStaticPaths = (() => [{ params: { part: 'index' } }, { params: { part: '0' } }]) satisfies GetStaticPaths;

/**
 * The pages that search engines are to find (sitemaps.org), each with the day its words were last reviewed: home and the
 * pages that are not chapters change with the latest chapter. The index names the one sitemap there is.
 */
export const GET: APIRoute = async ({ params }) => {
  const { chapters } = (await getGuide()).outline;
  const latest = chapters.reduce((day, { reviewed }) => (reviewed > day ? reviewed : day), '');
  const others = [homePage, ...Object.values(otherPages).filter(({ kind }) => kind === 'page')];
  const entry = (tag: string, path: string, day: string) =>
    `<${tag}><loc>${address(path)}</loc><lastmod>${day}T00:00:00.000Z</lastmod></${tag}>`;
  const entries = [...others.map(({ path }) => ({ path, reviewed: latest })), ...chapters].map(({ path, reviewed }) =>
    entry('url', path, reviewed),
  );
  const [tag, text] =
    params['part'] === 'index' ? ['sitemapindex', entry('sitemap', '/sitemap-0.xml', latest)] : ['urlset', entries.sort().join('')];
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><${tag} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${text}</${tag}>`);
};
