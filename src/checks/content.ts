import { join } from 'node:path';
import { z } from 'astro/zod';
import { readChapter, type ChapterSource } from '../markdown/read-chapter.ts';
import { buildDays } from '../model/days.ts';
import { otherPages } from '../model/guide/pages.ts';
import { permalinkSchema } from '../model/links/permalinks.ts';
import type { RefuseIn, Refusals } from '../model/refusals.ts';
import { claimSchema, partSchema, searchSchema, sourceSchema } from '../model/schemas.ts';
import { readYaml } from '../model/yaml-source.ts';
import { checkComponents } from './chapter/components.ts';
import { checkChapterDays, checkFuture, checkSourceDays } from './chapter/days.ts';
import { checkHeadings } from './chapter/headings.ts';
import { checkMarkup } from './chapter/markup.ts';
import { listContent, readContentFile } from './files.ts';
import { checkAddresses, checkRecorded, isReserved, reserved } from './guide/addresses.ts';
import { checkEvidence, checkLinks, checkOutline, checkSearch, checkTwice } from './guide/references.ts';

/** Everything under content/ that could be read. */
export interface Content extends ReturnType<typeof readData> {
  /** By id. */
  chapters: ReadonlyMap<string, ChapterSource>;
  /** The ids of headings on each page but home, by its path; chapters first. */
  headings: ReadonlyMap<string, readonly string[]>;
}

/** Refuses what is wrong under content/. `root` is the project's folder, `latest` the last day that may be written. */
export function auditContent(root: string, { issues, refuseIn }: Refusals, latest = buildDays(process.env, Date.now()).latest): void {
  const data = readData(root, refuseIn);
  const names = [...Object.keys(data).map((name) => `${name}.yaml`), 'guide'].sort();
  for (const name of listContent(join(root, 'content'), refuseIn('content')))
    if (!names.includes(name)) refuseIn(`content/${name}`)(1, 'unreadName', names.join(', '));
  for (const reading of [data.sources, data.permalinks]) checkFuture(reading, latest);
  checkSourceDays(data.sources);
  checkTwice(data.outline, 'the part');
  checkTwice(data.sources, 'source');
  checkTwice(data.claims, 'claim');

  const chapters = new Map<string, ChapterSource>();
  const places = new Map<string, string>();
  for (const { id, file } of listChapters(root, refuseIn)) {
    const source = readContentFile(join(root, file), maxBytes.chapter, refuseIn(file));
    const chapter = source === undefined ? undefined : readChapter(file, source, refuseIn(file));
    if (!chapter) continue;
    checkChapterDays(chapter, latest);
    checkHeadings(chapter);
    checkComponents(chapter, places);
    checkMarkup(chapter);
    const other = [...chapters.values()].find(({ front }) => front.data && front.data.label === chapter.front.data?.label);
    if (other) chapter.refuse(chapter.front.lineOf(['label']), 'sameLabel', other.file);
    // Most of a chapter's memory is its tree, which nothing needs from here on.
    chapters.set(id, { ...chapter, tree: undefined });
  }
  // One heading without an id breaks a dozen links: causes are told first, and alone.
  if (issues.length > 0) return;
  const pages = [...[...chapters].map(([id, chapter]) => ({ ...chapter, path: `/${id}/` })), ...Object.values(otherPages)];
  const headings = new Map(pages.map((page) => [page.path, page.headings.map(({ id }) => id)]));
  for (const check of [checkOutline, checkLinks, checkAddresses, checkRecorded, checkSearch, checkEvidence])
    check({ ...data, chapters, headings });
}

/** The size limits of files in bytes. */
const maxBytes = { chapter: 200_000, data: 5_000_000 } as const;

function readData(root: string, refuseIn: RefuseIn) {
  const read = <T>(name: string, schema: z.ZodType<T>) => {
    const file = `content/${name}.yaml`;
    return readYaml(readContentFile(join(root, file), maxBytes.data, refuseIn(file)), schema, refuseIn(file));
  };
  return {
    outline: read('outline', z.array(partSchema).min(1)),
    sources: read('sources', z.array(sourceSchema).min(1)),
    claims: read('claims', z.array(claimSchema)),
    search: read('search', searchSchema),
    permalinks: read('permalinks', permalinkSchema),
  };
}

function listChapters(root: string, refuseIn: RefuseIn): { id: string; file: string }[] {
  const taken = [...Object.values(otherPages).map(({ path }) => path.replaceAll('/', '')), ...reserved];
  const folder = 'content/guide';
  return listContent(join(root, folder), refuseIn(folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    const id = /^([a-z][a-z0-9-]*)\.mdx$/u.exec(name)?.[1];
    if (!id) refuseIn(file)(1, 'chapterName');
    else if (taken.includes(id) || isReserved(id)) refuseIn(file)(1, 'takenName', id, taken.join(', '));
    else return [{ id, file }];
    return [];
  });
}
