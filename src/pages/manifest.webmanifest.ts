import type { APIRoute } from 'astro';
import { withBase } from '../model/links/href.ts';
import { site } from '../site.ts';

/** What makes the site installable (W3C Web App Manifest). */
export const GET: APIRoute = () => {
  const base = import.meta.env.BASE_URL;
  const icon = (name: string, size: number, purpose: string) => ({
    src: withBase(`/icons/${name}.png`, base),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return Response.json({
    id: withBase('/', base),
    name: site.name,
    short_name: '紫卡续费',
    description: site.description,
    lang: site.language,
    start_url: withBase('/', base),
    scope: withBase('/', base),
    display: 'standalone',
    background_color: site.colours.paper,
    theme_color: site.colours.violet,
    icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
  });
};
