import { getCollection, getEntry, type CollectionEntry, type CollectionKey } from 'astro:content';
import { proseTree, type ProseNode } from '../markdown/prose-tree.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels, sortSources } from '../model/guide/citations.ts';
import { buildOutline, type NumberedChapter } from '../model/guide/outline.ts';

/** The whole guide as plain data; nothing else asks Astro for content. It is read once a build, and anew on each request of a dev server. */
export function getGuide() {
  if (import.meta.env.DEV || !guide) guide = readGuide();
  return guide;
}

/** The text of a chapter, for components/prose/Prose.astro. */
export async function chapterProse({ id }: Pick<NumberedChapter, 'id'>): Promise<ProseNode[]> {
  return proseTree((await getEntry('guide', id))!.body ?? '');
}

let guide: ReturnType<typeof readGuide> | undefined;

async function readGuide() {
  const [chapters, outlines, sources, claims, searches] = await Promise.all([
    dataOf('guide'),
    dataOf('outline'),
    dataOf('sources').then(sortSources),
    dataOf('claims'),
    dataOf('search'),
  ]);
  return {
    outline: buildOutline(outlines[0]!.parts, chapters),
    words: searches[0]!,
    redirects: buildRedirects(chapters),
    signposts: buildSignposts(chapters),
    sources,
    claims: claims.sort((a, b) => a.id - b.id),
    labels: citationLabels(sources),
    /** The day of the build, which tells a fresh review from an old one. */
    today: buildDays(process.env, Date.now()).today,
  };
}

async function dataOf<C extends CollectionKey>(collection: C): Promise<CollectionEntry<C>['data'][]> {
  return (await getCollection(collection)).map(({ data }) => data);
}
