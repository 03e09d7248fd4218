import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../site.ts';

/** The file that IndexNow reads to see that the key is ours. */
export const getStaticPaths = (() => [{ params: { key: site.indexNowKey } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(site.indexNowKey);
