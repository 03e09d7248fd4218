import type { APIRoute } from 'astro';
import { draw } from '../images/draw.ts';
import { layOutIcon } from '../images/cards-and-icons.ts';

/** The tab icon, at the address that feed readers, bookmarks and old browsers ask for without reading a page. */
export const GET: APIRoute = async () =>
  new Response(await draw(layOutIcon(32, false), 'ico'), { headers: { 'Content-Type': 'image/x-icon' } });
