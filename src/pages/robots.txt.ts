import type { APIRoute } from 'astro';
import { address } from '../components/href.ts';

/** Baidu reads no sitemap index, so the sitemap itself is listed too. */
export const GET: APIRoute = () => {
  const sitemaps = ['/sitemap-index.xml', '/sitemap-0.xml'].map((path) => `Sitemap: ${address(path)}\n`);
  return new Response(`User-agent: *\nAllow: /\n\n${sitemaps.join('')}`);
};
