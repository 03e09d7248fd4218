import type { APIRoute } from 'astro';
import { draw } from '../images/draw.ts';
import { layOutIcon } from '../images/cards-and-icons.ts';

/** The icon of a tab, where feed readers, bookmarks and old browsers ask for it without reading the page. */
export const GET: APIRoute = async () =>
  new Response(await draw(layOutIcon(32, false), 'ico'), { headers: { 'Content-Type': 'image/x-icon' } });
