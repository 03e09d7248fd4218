import type { APIRoute } from 'astro';
import { getGuide } from '../collections/guide.ts';
import { buildSearchData } from '../model/search/build-index.ts';

/** What search reads before its first answer. */
export const GET: APIRoute = async () => {
  const { outline, words } = await getGuide();
  return Response.json(buildSearchData(outline, words));
};
