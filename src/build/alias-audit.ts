import type { Problem } from '../model/problem.ts';
import { otherPages } from '../model/site-map.ts';
import type { ChapterFile } from './content-audit.ts';

/** Aliases that claim an address which another place has. */
export function auditAliases(chapters: ReadonlyMap<string, ChapterFile>): Problem[] {
  const taken = new Map<string, string>([['/', 'home'], ...Object.values(otherPages).map(({ path }) => [path, 'a page'] as const)]);
  for (const [id, { headings }] of chapters) {
    taken.set(`/${id}/`, `the chapter ${id}`);
    for (const heading of headings) taken.set(`/${id}/#${heading.id}`, `the heading “${heading.text}”`);
  }
  return [...chapters].flatMap(([id, { aliases, headings }]) => {
    const claims = [
      ...aliases.map((path) => ({ address: path, line: 1, by: `the chapter ${id}` })),
      ...headings.flatMap((heading) =>
        heading.aliases.map((alias) => ({
          address: alias.path ?? `/${alias.chapter ?? id}/#${alias.id}`,
          line: heading.line,
          by: `the heading “${heading.text}”`,
        })),
      ),
    ];
    return claims.flatMap(({ address, line, by }): Problem[] => {
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
