import { getCollection, getEntry } from 'astro:content';
import { proseTree, type ProseNode } from '../markdown/prose-tree.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels, sortSources } from '../model/guide/citations.ts';
import { buildOutline, type Entry } from '../model/guide/outline.ts';

/** The whole guide as plain data: the only place that asks Astro for content. Read once a build, anew while one writes. */
export function getGuide() {
  if (import.meta.env.DEV || !reading) reading = readGuide();
  return reading;
}

/** The text of a chapter, for components/prose/Prose.astro. */
export async function chapterProse({ id }: Pick<Entry, 'id'>): Promise<ProseNode[]> {
  return proseTree((await getEntry('guide', id))!.body ?? '');
}

let reading: ReturnType<typeof readGuide> | undefined;

async function readGuide() {
  const [entries, outlines, sourceEntries, claimEntries, searches] = await Promise.all([
    getCollection('guide'),
    getCollection('outline'),
    getCollection('sources'),
    getCollection('claims'),
    getCollection('search'),
  ]);
  const chapters = entries.map(({ data }) => data);
  const sources = sortSources(sourceEntries.map(({ data }) => data));
  return {
    outline: buildOutline(
      outlines.flatMap(({ data }) => data.parts),
      chapters,
    ),
    words: searches[0]!.data,
    redirects: buildRedirects(chapters),
    signposts: buildSignposts(chapters),
    sources,
    claims: claimEntries.map(({ data }) => data).sort((a, b) => a.id - b.id),
    labels: citationLabels(sources),
    /** The day of the build: what tells a fresh review from an old one. */
    today: buildDays(process.env, Date.now()).today,
  };
}
