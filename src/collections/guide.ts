import { getCollection, render } from 'astro:content';
import { citationLabels, sortSources } from '../model/citations.ts';
import { buildOutline, type Entry } from '../model/outline.ts';
import { readingMinutes } from '../model/reading-time.ts';
import type { Source } from '../model/schemas.ts';

/** The whole guide as plain data: the only place that asks Astro for content. */
export async function getGuide() {
  const [chapters, outlines, sources, claims] = await Promise.all([
    getCollection('guide'),
    getCollection('outline'),
    getSources(),
    getCollection('claims'),
  ]);
  const outline = buildOutline(
    outlines.flatMap(({ data }) => data.parts),
    chapters.map(({ id, data }) => ({ ...data, id })),
  );
  return {
    outline,
    sources,
    claims: claims.map(({ data }) => data).sort((a, b) => a.id - b.id),
    labels: citationLabels(sources),
    minutes: new Map(chapters.map(({ id, body }) => [id, readingMinutes(body ?? '')])),
    /** Ids of the sources a chapter cites, in the order of its text. */
    cites: new Map(chapters.map(({ id, body }) => [id, citesIn(body ?? '')])),
  };
}

/** How each source is named in the text, by its id. */
export async function getLabels() {
  return citationLabels(await getSources());
}

/** A chapter's rendered words and its headings. */
export async function renderChapter(chapter: Entry) {
  const entries = await getCollection('guide', ({ id }) => id === chapter.id);
  if (!entries[0]) throw new Error(`content/guide/${chapter.id}.mdx is listed in the outline and does not exist`);
  return render(entries[0]);
}

async function getSources(): Promise<Source[]> {
  return sortSources((await getCollection('sources')).map(({ data }) => data));
}

function citesIn(body: string): string[] {
  return [...new Set([...body.matchAll(/<Cite id="([^"]+)"/gu)].map((match) => match[1] ?? ''))];
}
