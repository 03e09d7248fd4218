import { getCollection } from 'astro:content';
import { parse } from 'yaml';
import { proseTree, type ProseNode } from '../markdown/prose-tree.ts';
import { readChapter, toChapter } from '../markdown/read-chapter.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels } from '../model/guide/citations.ts';
import { buildOutline, type NumberedChapter } from '../model/guide/outline.ts';
import type { Claim, Part, SearchWords, Source } from '../model/schemas.ts';

/**
 * The whole guide as plain data; nothing else asks Astro for content. It is read once a build, and each time it is asked for in a
 * dev server. Expects content that src/checks accepts.
 */
export function getGuide() {
  if (import.meta.env.DEV || !guide) guide = readGuide();
  return guide;
}

/** The text of a chapter, for components/prose/Prose.astro. */
export async function chapterProse({ id }: Pick<NumberedChapter, 'id'>): Promise<ProseNode[]> {
  return proseTree((await getGuide()).bodies.get(id) ?? '');
}

let guide: ReturnType<typeof readGuide> | undefined;

async function readGuide() {
  const read = (await getCollection('guide')).map(({ id, body = '' }) => ({ id, source: readChapter(`content/guide/${id}.mdx`, body) }));
  const chapters = read.flatMap(({ id, source }) => toChapter(id, source) ?? []);
  const data = new Map((await getCollection('data')).map(({ id, body = '' }) => [id, body]));
  const dataOf = <Data>(id: string) => parse(data.get(id) ?? '') as Data;
  const sources = dataOf<Source[]>('sources');
  return {
    outline: buildOutline(dataOf<Part[]>('outline'), chapters),
    /** The text of each chapter below its front matter, by id. */
    bodies: new Map(read.map(({ id, source }) => [id, source.body])),
    words: dataOf<SearchWords>('search'),
    redirects: buildRedirects(chapters),
    signposts: buildSignposts(chapters),
    sources,
    claims: dataOf<Claim[]>('claims'),
    labels: citationLabels(sources),
    /** The day of the build, which tells a fresh review from an old one. */
    today: buildDays(process.env, Date.now()).today,
  };
}
