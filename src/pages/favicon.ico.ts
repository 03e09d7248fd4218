import type { APIRoute } from 'astro';
import { drawTree } from '../images/draw.ts';
import { iconFile, layOutIcon } from '../images/icon.ts';

const size = 32;

/** The icon of a tab, where feed readers, bookmarks and old browsers ask for it without reading the page. */
export const GET: APIRoute = async () => {
  const png = await drawTree(layOutIcon(size, false), { width: size, height: size });
  return new Response(iconFile(png, size), { headers: { 'Content-Type': 'image/x-icon' } });
};
