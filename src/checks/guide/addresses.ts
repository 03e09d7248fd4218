import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { otherPages } from '../../model/guide/pages.ts';
import { namesOf, type Alias } from '../../model/links/aliases.ts';
import { wholePath } from '../../model/links/href.ts';
import { checkPermalinks } from '../../model/links/permalinks.ts';
import type { Content } from '../content.ts';

/** Ids that pages use themselves: no link would reach a heading with such an id, and scripts would mistake it for their own. */
export const reserved: readonly string[] = ['main', 'status', 'search-input', 'search-results', 'ledger', 'top', 'index'];

/** True if the site itself uses this id of a heading or name of a chapter. */
export function isReserved(id: string): boolean {
  return reserved.includes(id) || /^(?:checklist|claim)-/u.test(id);
}

/** Refuses ids and aliases that belong to another place or to the site itself, cannot be served, or never existed. */
export function checkAddresses({ chapters }: Content): void {
  // What is at each address; aliases follow below.
  const owners = new Map<string, string>(Object.values(otherPages).map(({ path }) => [path, 'a page']));
  owners.set('/', 'home').set(`${wholePath}#${sourceList}`, 'the list of sources');
  for (const [id, { headings }] of chapters) {
    owners.set(`/${id}/`, `the chapter ${id}`).set(`${wholePath}#${id}`, `the chapter ${id}`);
    for (const heading of headings) owners.set(`/${id}/#${heading.id}`, `the heading “${heading.text}”`);
  }
  const names = allNames(chapters);
  for (const [id, chapter] of chapters) {
    const { refuse } = chapter;
    for (const heading of chapter.headings) {
      const address = `${wholePath}#${heading.id}`;
      const owner = owners.get(address);
      if (owner) refuse(heading.line, 'takenOnWhole', heading.id, owner);
      owners.set(address, `the heading “${heading.text}” of ${id}`);
      for (const name of [heading.id, ...heading.aliases.map((alias) => alias.id ?? '')])
        if (isReserved(name)) refuse(heading.line, 'takenId', name);
    }
    for (const { path, chapter: then, id: old, line, by } of aliasesOf(id, chapter)) {
      const taking = path ? [path] : [`/${then ?? id}/#${old}`, `${wholePath}#${old}`];
      const taken = taking.find((address) => owners.has(address));
      if (taken) refuse(line, 'takenAlias', taken, owners.get(taken)!);
      for (const address of taking) owners.set(address, by);
      if (path?.split('/').some((part) => part === '404' || part === 'index')) refuse(line, 'fileAlias', path);
      if (path && path.length > longestAlias) refuse(line, 'longAlias', path.length, longestAlias);
      if (then && !names.includes(then)) refuse(line, 'strayAlias', `${then}#${old}`, [...chapters.keys()].join(', '));
    }
  }
}

/** Refuses, before anything is built, to lose a recorded address. */
export function checkRecorded({ permalinks, chapters, headings }: Content): void {
  const answered = new Map([['/', []], ...[...headings].map(([path, ids]): [string, string[]] => [path, [...ids]])]);
  const aliases = [...chapters].flatMap(([home, chapter]) => aliasesOf(home, chapter).map((alias) => ({ home, ...alias })));
  for (const { home, path } of aliases) if (path && !answered.has(path)) answered.set(path, answered.get(`/${home}/`)!);
  for (const { home, chapter, id } of aliases) if (id) answered.get(`/${chapter ?? home}/`)?.push(id);
  const ids = [...chapters.keys()].flatMap((id) => answered.get(`/${id}/`)!);
  answered.set(wholePath, [sourceList, ...allNames(chapters), ...ids]);
  checkPermalinks(permalinks, answered);
}

const longestAlias = 80;
const sourceList = otherPages.sources.headings[0].id;

/** The present and earlier names of all chapters. */
function allNames(chapters: Content['chapters']): string[] {
  return [...chapters].flatMap(([id, { front }]) => namesOf({ id, aliases: front.data?.aliases ?? [] }));
}

function aliasesOf(id: string, { front, headings }: ChapterSource): (Partial<Alias> & { line: number; by: string })[] {
  return [
    ...(front.data?.aliases ?? []).map((path, at) => ({ path, line: front.lineOf(['aliases', at]), by: `the chapter ${id}` })),
    ...headings.flatMap(({ text, line, aliases }) => aliases.map((alias) => ({ ...alias, line, by: `the heading “${text}”` }))),
  ];
}
