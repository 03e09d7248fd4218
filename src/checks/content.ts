import { join } from 'node:path';
import { z } from 'astro/zod';
import { readChapter, type ChapterSource } from '../markdown/read-chapter.ts';
import { buildDays } from '../model/days.ts';
import { otherPages } from '../model/guide/pages.ts';
import type { Issue } from '../model/issue.ts';
import { permalinkSchema } from '../model/links/permalinks.ts';
import { refuserOf, type Refuse } from '../model/refusals.ts';
import { claimSchema, partSchema, searchSchema, sourceSchema } from '../model/schemas.ts';
import { readYaml, type YamlReading } from '../model/yaml-source.ts';
import { checkAddresses, checkRecorded } from './guide/addresses.ts';
import { checkComponents } from './chapter/components.ts';
import { checkContacts } from './contacts.ts';
import { checkChapterDays, checkFuture, checkSourceDays } from './chapter/days.ts';
import { checkEvidence } from './guide/evidence.ts';
import { listContent, readContentFile } from './files.ts';
import { checkHeadings } from './chapter/headings.ts';
import { checkLinks } from './guide/links.ts';
import { checkMarkup } from './chapter/markup.ts';
import { checkOutline, checkSearch } from './guide/outline.ts';
import { isReserved, reserved } from './guide/reserved.ts';

/** What content/ holds, as far as it could be read. */
export interface Content extends ReturnType<typeof readData> {
  /** By id. */
  chapters: ReadonlyMap<string, ChapterSource>;
  /** The ids of headings on each page but home, by its path; chapters first. */
  headings: ReadonlyMap<string, readonly string[]>;
}

export type RefuseIn = (file: string) => Refuse;

/** Reads everything under content/ and reports what the build refuses, with file and line. `root` is the project's folder, `latest` the last day that may be written. */
export function auditContent(root: string, latest = buildDays(process.env, Date.now()).latest): Issue[] {
  const issues: Issue[] = [];
  const refuseIn: RefuseIn = (file) => refuserOf(file, issues);
  const data = readData(root, issues);
  const expected = [...Object.values(data).map(({ file }) => file.slice('content/'.length)), 'guide'].sort();
  for (const name of listContent(join(root, 'content'), refuseIn('content')))
    if (!expected.includes(name)) refuseIn(`content/${name}`)(1, 'unreadName', expected.join(', '));
  for (const { file, data: found, lineOf } of [data.sources, data.permalinks]) checkFuture(found, lineOf, latest, refuseIn(file));
  checkSourceDays(data.sources, refuseIn(data.sources.file));

  const chapters = new Map<string, ChapterSource>();
  const checklists = new Map<string, string>();
  let isReadable = true;
  for (const { id, file } of listChapters(root, refuseIn)) {
    const refuse = refuseIn(file);
    const source = readContentFile(join(root, file), largest.chapter, refuse);
    isReadable &&= source !== undefined;
    if (source === undefined) continue;
    const chapter = readChapter(file, source);
    issues.push(...chapter.issues);
    isReadable &&= chapter.tree !== undefined;
    checkContacts(source, refuse);
    checkChapterDays(chapter, latest, refuse);
    checkHeadings(chapter, refuse);
    checkComponents(chapter, refuse, checklists);
    checkMarkup(chapter, refuse);
    // The tree is most of a chapter, and is not needed any more.
    chapters.set(id, { ...chapter, tree: undefined });
  }
  // What refers to a chapter that cannot be read would be reported as wrong, each place of it.
  if (!isReadable) return issues;
  const headings = new Map([
    ...[...chapters].map(([id, chapter]) => [`/${id}/`, idsOf(chapter.headings)] as const),
    ...Object.values(otherPages).map((page) => [page.path, idsOf(page.headings)] as const),
  ]);
  for (const rule of rules) rule({ ...data, chapters, headings }, refuseIn);
  return issues;
}

const idsOf = (headings: readonly { id: string }[]) => headings.map(({ id }) => id);

const rules = [checkOutline, checkLinks, checkAddresses, checkRecorded, checkSearch, checkEvidence];

/** The most bytes a file may have. Today a chapter has 6,000, and the largest of the others 12,000. */
const largest = { chapter: 200_000, data: 5_000_000 } as const;

function readData(root: string, issues: Issue[]) {
  const read = <T>(name: string, schema: z.ZodType<T>): YamlReading<T> => {
    const file = `content/${name}.yaml`;
    const refuse = refuserOf(file, issues);
    const source = readContentFile(join(root, file), largest.data, refuse);
    if (source === undefined) return { file, data: undefined, issues: [], lineOf: () => 1 };
    checkContacts(source, refuse);
    const reading = readYaml(file, source, schema);
    issues.push(...reading.issues);
    return reading;
  };
  return {
    outline: read('outline', z.array(partSchema)),
    sources: read('sources', z.array(sourceSchema)),
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
