import type { APIRoute } from 'astro';
import { Feed } from 'feed';
import { getGuide } from '../collections/guide.ts';
import { toInstant } from '../model/days.ts';
import { listChanges } from '../model/guide/outline.ts';
import { addressOn } from '../model/links/href.ts';
import { site as guide } from '../site.ts';

const most = 50;

/** Atom: what changed in each chapter, newest first. A change has an entry of its own and keeps it. */
export const GET: APIRoute = async ({ site }) => {
  const { outline } = await getGuide();
  const address = addressOn(site, import.meta.env.BASE_URL);
  const changes = listChanges(outline).slice(0, most);
  const feed = new Feed({
    id: address('/'),
    link: address('/'),
    title: guide.name,
    description: guide.description,
    language: guide.language,
    copyright: '',
    generator: guide.name,
    updated: new Date(toInstant(changes[0]!.day)),
    feedLinks: { atom: address('/feed.xml') },
    author: { name: guide.name },
  });
  for (const { day, text, chapter } of changes)
    feed.addItem({
      id: `${address(chapter.path)}#${day}`,
      link: address(chapter.path),
      title: chapter.title,
      description: text,
      published: new Date(toInstant(day)),
      date: new Date(toInstant(day)),
    });
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml' } });
};
