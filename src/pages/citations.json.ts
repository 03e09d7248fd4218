import type { APIRoute } from 'astro';
import { getGuide } from '../collections/guide.ts';

/** Title, publisher and date of each source by its id: what a tap on a citation shows (src/scripts/links/source-card.ts). */
export const GET: APIRoute = async () => {
  const { sources } = await getGuide();
  return Response.json(Object.fromEntries(sources.map(({ id, title, publisher, date }) => [id, [title, publisher, date]])));
};
