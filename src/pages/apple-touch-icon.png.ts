import type { APIRoute } from 'astro';
import { drawTree } from '../images/draw.ts';
import { layOutIcon } from '../images/icon.ts';

const size = 180;

/** The icon of a home screen, where phones ask for it without reading the page. */
export const GET: APIRoute = async () => {
  const png = await drawTree(layOutIcon(size, true), { width: size, height: size });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
