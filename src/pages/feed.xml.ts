import type { APIRoute } from 'astro';
import { Feed } from 'feed';
import { address } from '../components/href.ts';
import { getGuide } from '../collections/guide.ts';
import { listChanges } from '../model/guide/outline.ts';
import { site } from '../site.ts';

const maxEntries = 50;

/** Atom: what changed in each chapter, newest first. Each change has a permanent entry of its own. */
export const GET: APIRoute = async () => {
  const { outline } = await getGuide();
  const changes = listChanges(outline).slice(0, maxEntries);
  const feed = new Feed({
    id: address('/'),
    link: address('/'),
    title: site.name,
    description: site.description,
    language: site.language,
    copyright: '',
    generator: site.name,
    updated: new Date(changes[0]!.day),
    feedLinks: { atom: address('/feed.xml') },
    author: { name: site.name },
  });
  for (const { day, text, chapter } of changes)
    feed.addItem({
      id: `${address(chapter.path)}#${day}`,
      link: address(chapter.path),
      title: chapter.title,
      description: text,
      published: new Date(day),
      date: new Date(day),
    });
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml' } });
};
