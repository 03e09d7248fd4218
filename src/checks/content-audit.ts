import { z } from 'astro/zod';
import { auditAliases, auditNames, auditRecorded, auditWhole } from './alias-audit.ts';
import { auditChecklists } from './checklist-audit.ts';
import { auditContacts } from './contact-audit.ts';
import { listContent, readContentFile } from './content-file.ts';
import { auditRecordedDays, auditSourceDays } from './day-audit.ts';
import { auditMarkup } from './markup-audit.ts';
import { isReserved, reserved } from './reserved.ts';
import { readChapter, type ChapterReading } from '../markdown/read-chapter.ts';
import { buildDays } from '../model/days.ts';
import { permalinkSchema } from '../model/links/permalinks.ts';
import type { Issue } from '../model/issue.ts';
import { otherPages } from '../model/guide/pages.ts';
import {
  chapterSchema,
  claimSchema,
  partSchema,
  searchSchema,
  sourceSchema,
  type Claim,
  type Part,
  type SearchWords,
  type Source,
} from '../model/schemas.ts';
import { readYaml, type YamlReading } from '../model/yaml-source.ts';

/** Reads everything under content/ and reports what the build refuses, with file and line. `root` is the project's folder, `latest` the last day that may be written. */
export function auditContent(root: string, latest = buildDays(process.env, Date.now()).latest): Issue[] {
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  const data = <T>(name: string, schema: z.ZodType<T>): YamlReading<T> => {
    const file = `content/${name}`;
    const source = readContentFile(root, file, largest.data, issues);
    if (source === undefined) return { data: undefined, issues: [], lineOf: () => 1 };
    texts.set(name, source);
    issues.push(...auditContacts(file, source));
    const reading = readYaml(file, source, schema);
    issues.push(...reading.issues);
    return reading;
  };
  const outline = data<Part[]>('outline.yaml', z.array(partSchema));
  const sources = data<Source[]>('sources.yaml', z.array(sourceSchema));
  const claims = data<Claim[]>('claims.yaml', z.array(claimSchema));
  const search = data<SearchWords>('search.yaml', searchSchema);
  const registry = data('permalinks.yaml', permalinkSchema);
  issues.push(...auditSourceDays(sources, latest), ...auditRecordedDays(registry, latest));
  for (const name of listContent(root, 'content', issues).filter((each) => !expected.includes(each)))
    issues.push({
      file: `content/${name}`,
      line: 1,
      message: 'nothing reads this file or folder',
      fix: `Correct its name (${expected.join(', ')}), or move it out of content/.`,
    });
  const chapters = readChapters(root, latest, issues);
  // What refers to a chapter that cannot be read would be reported as wrong, each place of it.
  if (!chapters) return issues;
  const places = new Map([...chapters].map(([id, chapter]) => [id, chapter.headings.map((heading) => heading.id)]));

  if (outline.data) issues.push(...auditOutline(outline, [...chapters.keys()]));
  for (const [id, chapter] of chapters) issues.push(...auditLinks(fileOf(id), chapter, places));
  issues.push(...auditAliases(chapters), ...auditNames(chapters), ...auditWhole(chapters));
  if (registry.data) issues.push(...auditRecorded(texts.get('permalinks.yaml')!, chapters));
  if (search.data) issues.push(...auditSearch(search, places));
  if (sources.data && claims.data) issues.push(...auditEvidence(sources, claims, chapters, places));
  return issues;
}

const expected = ['claims.yaml', 'guide', 'outline.yaml', 'permalinks.yaml', 'search.yaml', 'sources.yaml'];

/** The most bytes a file may have. Today a chapter has 6,000, and the largest of the others 12,000. */
const largest = { chapter: 200_000, data: 5_000_000 } as const;

/** A chapter's text and what its front matter adds to it. */
export interface ChapterFile extends ChapterReading {
  aliases: readonly string[];
}

const pageHeadings = new Map(
  Object.values(otherPages).map(({ path, headings }) => [path.replaceAll('/', ''), headings.map(({ id }) => id as string)]),
);

const fileOf = (id: string) => `content/guide/${id}.mdx`;

/** The chapters by id; undefined where one of them could not be read as MDX. */
function readChapters(root: string, latest: string, issues: Issue[]): Map<string, ChapterFile> | undefined {
  const chapters = new Map<string, ChapterFile>();
  const checklists = new Map<string, string>();
  let readable = true;
  for (const name of listContent(root, 'content/guide', issues)) {
    const file = `content/guide/${name}`;
    if (!/^[a-z][a-z0-9-]*\.mdx$/u.test(name)) {
      issues.push({
        file,
        line: 1,
        message: 'the name of a chapter is its address',
        fix: 'Name it in lower-case ASCII with .mdx at the end, or move it out of content/guide.',
      });
      continue;
    }
    const id = name.slice(0, -'.mdx'.length);
    if (pageHeadings.has(id) || isReserved(id)) {
      issues.push({
        file,
        line: 1,
        message: `the site itself uses the name “${id}”`,
        fix: `Give the chapter another name; taken are ${[...pageHeadings.keys(), ...reserved].join(', ')}.`,
      });
      continue;
    }
    const source = readContentFile(root, file, largest.chapter, issues);
    if (source === undefined) {
      readable = false;
      continue;
    }
    const chapter = readChapter(file, source);
    issues.push(...auditContacts(file, source), ...chapter.issues, ...auditDays(file, chapter, latest));
    if (chapter.tree) issues.push(...auditMarkup(file, source, chapter.tree), ...auditChecklists(file, chapter.tree, checklists));
    readable &&= chapter.tree !== undefined;
    // The tree is most of a chapter, and is not needed any more.
    chapters.set(id, { ...chapter, tree: undefined, aliases: chapter.front.data?.aliases ?? [] });
  }
  return readable ? chapters : undefined;
}

function auditDays(file: string, { front: { data, lineOf } }: ChapterReading, latest: string): Issue[] {
  if (!data) return [];
  const line = lineOf(['reviewed']);
  if (data.reviewed > latest || data.published > latest)
    return [{ file, line, message: `a date after ${latest} is in the future`, fix: 'Write the day on which the words were checked.' }];
  if (data.reviewed < data.published)
    return [
      {
        file,
        line,
        message: `reviewed ${data.reviewed} is before published ${data.published}`,
        fix: 'A chapter is first reviewed on the day it is published; correct one of the two.',
      },
    ];
  return auditChanges(file, data.changes, latest, (at) => lineOf(['changes', at, 'day']), data.published);
}

/** A history that feed readers can follow: one entry a day, the newest first, and the oldest tells of the publication. */
function auditChanges(
  file: string,
  changes: z.infer<typeof chapterSchema>['changes'],
  latest: string,
  lineOf: (at: number) => number,
  published: string,
): Issue[] {
  return changes.flatMap(({ day }, at): Issue[] => {
    const issue = (message: string, fix: string) => [{ file, line: lineOf(at), message, fix }];
    const newer = changes[at - 1]?.day;
    if (day > latest) return issue(`a date after ${latest} is in the future`, 'Write the day of the change.');
    if (newer !== undefined && day >= newer)
      return issue(`the change of ${day} stands below that of ${newer}`, 'Put the newest first, and write one entry a day.');
    if (at === changes.length - 1 && day !== published)
      return issue(
        `the oldest change is of ${day}, and the chapter was published ${published}`,
        'Let the oldest entry tell of the publication.',
      );
    return [];
  });
}

function auditOutline(outline: YamlReading<Part[]>, chapters: readonly string[]): Issue[] {
  const file = 'content/outline.yaml';
  const issues: Issue[] = [];
  const listed = new Set<string>();
  const parts = outline.data!.map(({ id }) => id);
  parts.forEach((id, at) => {
    if (parts.indexOf(id) !== at)
      issues.push({ file, line: outline.lineOf([at, 'id']), message: `the part “${id}” stands twice`, fix: 'Give each part its own id.' });
  });
  outline.data!.forEach((part, at) =>
    part.chapters.forEach((id, index) => {
      const line = outline.lineOf([at, 'chapters', index]);
      if (!chapters.includes(id))
        issues.push({ file, line, message: `“${id}” is no chapter`, fix: `Add ${fileOf(id)}, or list one of: ${chapters.join(', ')}.` });
      if (listed.has(id)) issues.push({ file, line, message: `“${id}” is listed twice`, fix: 'Keep one of the two.' });
      listed.add(id);
    }),
  );
  for (const id of chapters)
    if (!listed.has(id))
      issues.push({
        file: fileOf(id),
        line: 1,
        message: 'this chapter is missing from the outline',
        fix: `List “${id}” in ${file} where readers should meet it.`,
      });
  return issues;
}

function auditLinks(file: string, chapter: ChapterReading, places: ReadonlyMap<string, string[]>): Issue[] {
  return chapter.links.flatMap(({ to, line }): Issue[] => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(to))
      return [
        {
          file,
          line,
          message: `link to another site, ${to}`,
          fix: 'Cite a source instead: <Cite id="O1" />; its address stands in content/sources.yaml.',
        },
      ];
    const match = /^(?:\/([a-z0-9-]+)\/)?(?:#([^#]+))?$/u.exec(to);
    const id = match?.[1] ?? file.slice('content/guide/'.length, -'.mdx'.length);
    const headings = places.get(id) ?? pageHeadings.get(id);
    if (!to || !match || !headings)
      return [
        {
          file,
          line,
          message: `link to ${to}: no such page`,
          fix: `Pages are ${[...places.keys()].map((page) => `/${page}/`).join(' ')} ${[...pageHeadings.keys()].map((page) => `/${page}/`).join(' ')}.`,
        },
      ];
    if (match[2] && !headings.includes(match[2]))
      return [
        {
          file,
          line,
          message: `link to ${to}: no such heading`,
          fix: `The fragments of /${id}/ are ${headings.map((heading) => `#${heading}`).join(' ')}.`,
        },
      ];
    return [];
  });
}

function auditSearch({ data, lineOf }: YamlReading<SearchWords>, places: ReadonlyMap<string, string[]>): Issue[] {
  const known = [...places].flatMap(([page, headings]) => headings.map((heading) => `${page}#${heading}`));
  const others = Object.values(otherPages).flatMap(({ path, headings }) => {
    const page = path.replaceAll('/', '');
    return headings.length > 0 ? headings.map(({ id }) => `${page}#${id}`) : [page];
  });
  return Object.keys(data!.places)
    .filter((place) => ![...known, ...others].includes(place))
    .map((place) => ({
      file: 'content/search.yaml',
      line: lineOf(['places', place]),
      message: `${place} is no heading`,
      fix: `Use the name of a chapter and the id of a heading in it: ${known.slice(0, 5).join(', ')} …`,
    }));
}

function auditEvidence(
  sources: YamlReading<Source[]>,
  claims: YamlReading<Claim[]>,
  chapters: ReadonlyMap<string, ChapterReading>,
  places: ReadonlyMap<string, string[]>,
): Issue[] {
  const issues: Issue[] = [];
  const known = sources.data!.map((source) => source.id);
  const used = new Set<string>();
  const corrected = new Set<number>();
  const numbers = claims.data!.map((claim) => claim.id);
  for (const [id, chapter] of chapters) {
    for (const cite of chapter.cites) {
      used.add(cite.id);
      if (!known.includes(cite.id))
        issues.push({
          file: fileOf(id),
          line: cite.line,
          message: `unknown source “${cite.id}”`,
          fix: `Add it to content/sources.yaml, or cite one of ${known.join(' ')}.`,
        });
    }
    for (const correction of chapter.corrections) {
      corrected.add(correction.claim);
      if (!numbers.includes(correction.claim))
        issues.push({
          file: fileOf(id),
          line: correction.line,
          message: `unknown claim “${correction.claim}”`,
          fix: 'Use the id of an entry in content/claims.yaml.',
        });
    }
  }
  claims.data!.forEach((claim, index) => {
    const at = (key: string) => ({ file: 'content/claims.yaml', line: claims.lineOf([index, key]) });
    if (numbers.indexOf(claim.id) !== index)
      issues.push({ ...at('id'), message: `claim ${claim.id} stands twice`, fix: 'Give each claim its own number.' });
    for (const source of claim.sources) {
      used.add(source);
      if (!known.includes(source))
        issues.push({
          ...at('sources'),
          message: `unknown source “${source}”`,
          fix: `Add it to content/sources.yaml, or use one of ${known.join(' ')}.`,
        });
    }
    const [page = '', heading = ''] = claim.place?.split('#') ?? [];
    if (claim.place && !places.get(page)?.includes(heading))
      issues.push({
        ...at('place'),
        message: `claim ${claim.id} stands at ${claim.place}, and there is no such place`,
        fix: places.has(page)
          ? `The headings of ${page} are ${places
              .get(page)!
              .map((id) => `#${id}`)
              .join(' ')}.`
          : `Chapters are ${[...places.keys()].join(', ')}.`,
      });
    const answered = chapters.get(page)?.corrections.some((correction) => correction.claim === claim.id);
    if ((claim.verdict === 'contradicted' || claim.outcome === 'corrected') && !answered)
      issues.push({
        ...at('id'),
        message: `claim ${claim.id} has to be corrected and no Correction uses it`,
        fix: `Add <Correction claims="${claim.id}"> to ${fileOf(page || 'CHAPTER')}.`,
      });
  });
  sources.data!.forEach((source, index) => {
    const at = { file: 'content/sources.yaml', line: sources.lineOf([index, 'id']) };
    if (known.indexOf(source.id) !== index)
      issues.push({ ...at, message: `source ${source.id} stands twice`, fix: 'Give each source its own id.' });
    if (!used.has(source.id))
      issues.push({
        ...at,
        message: `nothing uses the source ${source.id}`,
        fix: `Cite it with <Cite id="${source.id}" />, list it under a claim, or remove it.`,
      });
  });
  return issues;
}
