import { createHash } from 'node:crypto';
import { getCollection } from 'astro:content';
import { compileChapter, type Content } from '../markdown/compile.ts';
import { readChapter, type ChapterReading } from '../markdown/read-chapter.ts';
import { buildRedirects, buildSignposts } from '../model/links/aliases.ts';
import { buildDays, isStale } from '../model/days.ts';
import { citationLabels, sortSources } from '../model/guide/citations.ts';
import { journeyFrom } from '../model/guide/journey.ts';
import { buildOutline, neighbours, type Entry } from '../model/guide/outline.ts';
import { readingMinutes } from '../model/guide/reading-time.ts';

/** The whole guide as plain data: the only place that asks Astro for content. Read once a build, anew while one writes. */
export function getGuide() {
  if (import.meta.env.DEV || !reading) reading = readGuide();
  return reading;
}

/** A chapter's words as a component. */
export async function chapterContent(chapter: Entry): Promise<Content> {
  return compileChapter((await getGuide()).texts.get(chapter.id) ?? '');
}

/** A digest of everything that a chapter's page shows, by which the next build knows whether to draw it again. */
export async function chapterKey(chapter: Entry): Promise<string> {
  const { outline, texts, signposts, evidence, today } = await getGuide();
  return digest([
    chapter,
    texts.get(chapter.id),
    journeyFrom(outline, chapter.path).map(({ label, path, chapters }) => [
      label,
      path,
      chapters.map((each) => [each.number, each.label, each.path]),
    ]),
    Object.values(neighbours(outline, chapter)).map((each) => [each?.path, each?.label]),
    outline.chapters.length,
    signposts.get(chapter.id),
    evidence,
    isStale(chapter.reviewed, today),
  ]);
}

const digest = (data: unknown) => createHash('sha256').update(JSON.stringify(data)).digest('hex');

let reading: ReturnType<typeof readGuide> | undefined;

async function readGuide() {
  const [entries, outlines, sourceEntries, claims, searches] = await Promise.all([
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
  const allClaims = claims.map(({ data }) => data).sort((a, b) => a.id - b.id);
  return {
    outline: buildOutline(
      outlines.flatMap(({ data }) => data.parts),
      chapters,
    ),
    texts: new Map(entries.map(({ id, body }) => [id, body ?? ''])),
    words: searches[0]!.data,
    redirects: buildRedirects(chapters),
    signposts: buildSignposts(chapters),
    sources,
    claims: allClaims,
    evidence: digest([sources, allClaims]),
    labels: citationLabels(sources),
    /** The day of the build: what tells a fresh review from an old one. */
    today: buildDays(process.env, Date.now()).today,
  };
}

/** Ids of the sources a chapter cites, in the order of its text. */
function citesOf({ cites }: ChapterReading): string[] {
  return [...new Set(cites.map(({ id }) => id))];
}
