import { getCollection, getEntry, render } from 'astro:content';
import { readChapter, type ChapterReading } from '../markdown/read-chapter.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays } from '../model/days.ts';
import { citationLabels, sortSources } from '../model/guide/citations.ts';
import { buildOutline, type Entry } from '../model/guide/outline.ts';
import { readingMinutes } from '../model/guide/reading-time.ts';

/** The whole guide as plain data: the only place that asks Astro for content. Read once a build, anew while one writes. */
export function getGuide() {
  if (import.meta.env.DEV || !reading) reading = readGuide();
  return reading;
}

/** A chapter's words as a component. */
export async function chapterContent({ id }: Pick<Entry, 'id'>) {
  return (await render((await getEntry('guide', id))!)).Content;
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
  const readings = new Map(entries.map(({ id, body }) => [id, readChapter(`content/guide/${id}.mdx`, body ?? '')]));
  const chapters = entries.map(({ id, data, body }) => ({
    ...data,
    id,
    places: readings.get(id)!.headings,
    cites: citesOf(readings.get(id)!),
    steps: readings.get(id)!.steps,
    questions: readings.get(id)!.questions,
    minutes: readingMinutes(body ?? ''),
  }));
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

/** Ids of the sources a chapter cites, in the order of its text. */
function citesOf({ cites }: ChapterReading): string[] {
  return [...new Set(cites.map(({ id }) => id))];
}
