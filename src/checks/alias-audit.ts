import { auditPermalinks, type Published } from '../model/links/permalinks.ts';
import { wholePath } from '../model/links/href.ts';
import type { Issue } from '../model/issue.ts';
import { otherPages } from '../model/guide/pages.ts';
import type { ChapterFile } from './content-audit.ts';
import { isReserved } from './reserved.ts';

/** Aliases that claim an address which another place has. */
export function auditAliases(chapters: ReadonlyMap<string, ChapterFile>): Issue[] {
  const taken = new Map<string, string>([['/', 'home'], ...Object.values(otherPages).map(({ path }) => [path, 'a page'] as const)]);
  for (const [id, { headings }] of chapters) {
    taken.set(`/${id}/`, `the chapter ${id}`);
    for (const heading of headings) taken.set(`/${id}/#${heading.id}`, `the heading “${heading.text}”`);
  }
  return [...chapters].flatMap(([id, { front, aliases, headings }]) => {
    const claims = [
      ...aliases.map((path, at) => ({ address: path, line: front.lineOf(['aliases', at]), by: `the chapter ${id}` })),
      ...headings.flatMap((heading) =>
        heading.aliases.map((alias) => ({
          address: alias.path ?? `/${alias.chapter ?? id}/#${alias.id}`,
          line: heading.line,
          by: `the heading “${heading.text}”`,
        })),
      ),
    ];
    return claims.flatMap(({ address, line, by }): Issue[] => {
      const owner = taken.get(address);
      taken.set(address, by);
      return owner
        ? [
            {
              file: `content/guide/${id}.mdx`,
              line,
              message: `the alias ${address} belongs to ${owner} already`,
              fix: 'Keep it at one of the two.',
            },
          ]
        : [];
    });
  });
}

/** Ids that the site uses itself, aliases that cannot be served, and aliases that nothing ever led to. */
export function auditNames(chapters: ReadonlyMap<string, ChapterFile>): Issue[] {
  const pages = [...chapters].flatMap(([id, { aliases }]) => [id, ...aliases.map((path) => path.slice(1, -1))]);
  return [...chapters].flatMap(([id, { front, aliases, headings }]) => {
    const issues: Issue[] = [];
    const refuse = (line: number, message: string, fix: string) => issues.push({ file: `content/guide/${id}.mdx`, line, message, fix });
    const auditPath = (path: string, line: number) => {
      if (path.split('/').some((part) => part === '404' || part === 'index'))
        refuse(line, `the alias ${path} is a file of the site itself`, 'Choose another path.');
      if (path.length > longestAlias)
        refuse(line, `an alias of ${path.length} characters`, `Shorten it to ${longestAlias}: people type these addresses.`);
    };
    for (const [at, path] of aliases.entries()) auditPath(path, front.lineOf(['aliases', at]));
    for (const heading of headings) {
      for (const name of [heading.id, ...heading.aliases.flatMap((alias) => alias.id ?? [])])
        if (isReserved(name)) refuse(heading.line, `the site itself uses the id “${name}”`, 'Choose another id.');
      for (const { path, chapter, id: old } of heading.aliases) {
        if (path) auditPath(path, heading.line);
        if (chapter && !pages.includes(chapter))
          refuse(
            heading.line,
            `the alias ${chapter}#${old} stood in no chapter: there is no “${chapter}”`,
            `Chapters are ${[...chapters.keys()].join(', ')}; an earlier name of a chapter has to be one of its aliases.`,
          );
      }
    }
    return issues;
  });
}

const longestAlias = 80;

/** Ids of headings that would stand twice on the page that holds the whole guide. */
export function auditWhole(chapters: ReadonlyMap<string, ChapterFile>): Issue[] {
  const taken = new Map<string, string>([[otherPages.sources.headings[0].id, 'the list of sources']]);
  for (const id of chapters.keys()) taken.set(id, `the chapter ${id}`);
  return [...chapters].flatMap(([id, { headings }]) =>
    headings.flatMap((heading): Issue[] => {
      const owner = taken.get(heading.id);
      taken.set(heading.id, `the heading “${heading.text}” of ${id}`);
      return owner && !owner.endsWith(` of ${id}`)
        ? [
            {
              file: `content/guide/${id}.mdx`,
              line: heading.line,
              message: `the id “${heading.id}” belongs to ${owner} already, and ${wholePath} has both`,
              fix: 'Give one of the two another id; the older one keeps its own.',
            },
          ]
        : [];
    }),
  );
}

/** Recorded addresses that the content no longer answers: known before anything is built. `registry` is the text of content/permalinks.yaml. */
export function auditRecorded(registry: string, chapters: ReadonlyMap<string, ChapterFile>): Issue[] {
  const page = (path: string, ids: readonly string[], redirect?: string): Published => ({ path, ids, headings: ids, redirect });
  const ids = new Map([...chapters.keys()].map((id): [string, string[]] => [id, []]));
  for (const [id, { headings }] of chapters)
    for (const heading of headings) {
      ids.get(id)!.push(heading.id);
      for (const alias of heading.aliases) if (alias.id) ids.get(alias.chapter ?? id)?.push(alias.id);
    }
  const namesOf = (id: string, aliases: readonly string[]) => [id, ...aliases.map((path) => path.replaceAll('/', ''))];
  return auditPermalinks(registry, [
    page('/', []),
    ...Object.values(otherPages).map(({ path, headings }) =>
      page(
        path,
        path === wholePath
          ? [otherPages.sources.headings[0].id, ...[...chapters].flatMap(([id, { aliases }]) => [...namesOf(id, aliases), ...ids.get(id)!])]
          : headings.map(({ id }) => id),
      ),
    ),
    ...[...chapters].flatMap(([id, { aliases, headings }]) => [
      page(`/${id}/`, ids.get(id)!),
      ...[...aliases, ...headings.flatMap((heading) => heading.aliases.flatMap(({ path }) => path ?? []))].map((from) =>
        page(from, [], `/${id}/`),
      ),
    ]),
  ]);
}
