import { getCollection, getEntry, type CollectionEntry, type CollectionKey } from 'astro:content';
import { proseTree, type ProseNode } from '../markdown/prose-tree.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels } from '../model/guide/citations.ts';
import { buildOutline, type NumberedChapter } from '../model/guide/outline.ts';

/** The whole guide as plain data; nothing else asks Astro for content. It is read once a build, and each time it is asked for in a dev server. */
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
  const chapters = (await getCollection('guide')).map(({ data }) => data);
  const sources = await contentOf('sources');
  return {
    outline: buildOutline(await contentOf('outline'), chapters),
    words: await contentOf('search'),
    redirects: buildRedirects(chapters),
    signposts: buildSignposts(chapters),
    sources,
    claims: await contentOf('claims'),
    labels: citationLabels(sources),
    /** The day of the build, which tells a fresh review from an old one. */
    today: buildDays(process.env, Date.now()).today,
  };
}

/** What a file of content/ holds. */
async function contentOf<Name extends Exclude<CollectionKey, 'guide'>>(name: Name): Promise<CollectionEntry<Name>['data']['content']> {
  return (await getCollection(name))[0]!.data.content;
}
