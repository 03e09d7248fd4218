import { getCollection, type CollectionKey } from 'astro:content';
import { parse } from 'yaml';
import { proseTree, type ProseNode } from '../markdown/prose-tree.ts';
import { readChapter, toChapter } from '../markdown/read-chapter.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels } from '../model/guide/citations.ts';
import { buildOutline, type NumberedChapter } from '../model/guide/outline.ts';
import type { Claim, Part, SearchWords, Source } from '../model/schemas.ts';

/**
 * The whole guide as plain data; nothing else asks Astro for content. It is parsed once a build, and in a dev server when a text
 * has changed. Expects content that src/checks accepts.
 */
export async function getGuide() {
  if (guide && !import.meta.env.DEV) return guide;
  const [chapters, data] = [await textsOf('guide'), await textsOf('data')];
  const texts = [...chapters, ...data].join('');
  if (texts !== parsed) guide = parseGuide(chapters, data);
  parsed = texts;
  return guide!;
}

/** The text of a chapter, for components/prose/Prose.astro. */
export async function chapterProse({ id }: Pick<NumberedChapter, 'id'>): Promise<ProseNode[]> {
  return proseTree((await getGuide()).bodies.get(id) ?? '');
}

let guide: ReturnType<typeof parseGuide> | undefined;
let parsed: string | undefined;

/** The texts of a collection, by id. */
async function textsOf(name: CollectionKey) {
  return new Map((await getCollection(name)).map(({ id, body = '' }) => [id, body]));
}

function parseGuide(texts: ReadonlyMap<string, string>, data: ReadonlyMap<string, string>) {
  const read = [...texts].map(([id, text]) => ({ id, source: readChapter(`content/guide/${id}.mdx`, text) }));
  const chapters = read.flatMap(({ id, source }) => toChapter(id, source) ?? []);
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
