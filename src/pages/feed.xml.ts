import type { APIRoute } from 'astro';
import { Feed } from 'feed';
import { getGuide } from '../collections/guide.ts';
import { toInstant } from '../model/days.ts';
import { addressOn } from '../model/links/href.ts';
import { site as guide } from '../site.ts';

const most = 50;

/** Atom: the last review of each chapter, newest first, and what it changed. A new review is a new entry. */
export const GET: APIRoute = async ({ site }) => {
  const { outline } = await getGuide();
  const address = addressOn(site, import.meta.env.BASE_URL);
  const chapters = outline.chapters.toSorted((a, b) => b.reviewed.localeCompare(a.reviewed) || a.number - b.number).slice(0, most);
  const feed = new Feed({
    id: address('/'),
    link: address('/'),
    title: guide.name,
    description: guide.description,
    language: guide.language,
    copyright: '',
    generator: guide.name,
    updated: new Date(toInstant(chapters[0]!.reviewed)),
    feedLinks: { atom: address('/feed.xml') },
    author: { name: guide.name },
  });
  for (const { title, path, published, reviewed, changed } of chapters)
    feed.addItem({
      id: `${address(path)}#${reviewed}`,
      link: address(path),
      title,
      description: changed,
      published: new Date(toInstant(published)),
      date: new Date(toInstant(reviewed)),
    });
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml' } });
};
