import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';
import { site } from '../site.ts';

/** What makes the site installable (W3C Web App Manifest). */
export const GET: APIRoute = () => {
  const icon = (name: string, size: number, purpose: string) => ({
    src: href(`/icons/${name}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return Response.json({
    id: href('/'),
    name: site.name,
    short_name: '紫卡续费',
    description: site.description,
    lang: site.language,
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: site.colours.paper,
    theme_color: site.colours.violet,
    icons: [icon('icon-192', 192, 'any'), icon('icon-512', 512, 'any'), icon('maskable-512', 512, 'maskable')],
  });
};
