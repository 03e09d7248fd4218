import type { Node } from '@takumi-rs/core';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getGuide } from '../collections/guide.ts';
import { draw } from '../images/draw.ts';
import { layOutCard, layOutIcon } from '../images/cards-and-icons.ts';
import { homePage, otherPages } from '../model/guide/pages.ts';
import { site } from '../site.ts';

/** The preview cards of pages and chapters, and the icons of an installed site; phones ask for /apple-touch-icon.png without reading a page. */
export const getStaticPaths = (async () => {
  const { outline } = await getGuide();
  const pictures: Record<string, Node> = {
    'apple-touch-icon': layOutIcon(180, true),
    'icons/icon-192': layOutIcon(192, false),
    'icons/icon-512': layOutIcon(512, false),
    'icons/maskable-512': layOutIcon(512, true),
    'icons/touch-180': layOutIcon(180, true),
  };
  for (const page of [homePage, ...Object.values(otherPages)]) {
    if (!('onCard' in page)) continue;
    const [title, below] = page.onCard;
    pictures[`cards/${page.path.slice(1, -1) || 'home'}`] = layOutCard({ above: site.name, title, below });
  }
  for (const { id, number, title, summary } of outline.chapters)
    pictures[`cards/${id}`] = layOutCard({ above: `${site.name} · 第 ${number} 章`, title, below: summary });
  return Object.entries(pictures).map(([picture, tree]) => ({ params: { picture }, props: { tree } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ tree: Node }> = async ({ props }) =>
  new Response(await draw(props.tree), { headers: { 'Content-Type': 'image/png' } });
