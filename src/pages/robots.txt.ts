import type { APIRoute } from 'astro';
import { addressOn } from '../model/links/href.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addressOn(site, import.meta.env.BASE_URL)('/sitemap-index.xml')}\n`);
