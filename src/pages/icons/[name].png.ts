import type { APIRoute, GetStaticPaths } from 'astro';
import { drawTree } from '../../images/draw.ts';
import { layOutIcon } from '../../images/icon.ts';

const icons = { 'icon-192': [192, false], 'icon-512': [512, false], 'maskable-512': [512, true], 'touch-180': [180, true] } as const;

export const getStaticPaths = (() => Object.keys(icons).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const [size, maskable] = icons[params['name'] as keyof typeof icons];
  const png = await drawTree(layOutIcon(size, maskable), { width: size, height: size });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
