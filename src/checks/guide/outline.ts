import type { Refuse } from '../../model/refusals.ts';
import type { Content, RefuseIn } from '../content.ts';

/** Parts and chapters of the outline that stand twice, are none, or are missing. */
export function checkOutline({ outline: { file, data, lineOf }, chapters }: Content, refuseIn: RefuseIn): void {
  if (!data) return;
  const refuse = refuseIn(file);
  const listed = new Set<string>();
  checkTwice(data, 'the part', (at) => lineOf([at, 'id']), refuse);
  for (const [at, part] of data.entries())
    for (const [index, id] of part.chapters.entries()) {
      const line = lineOf([at, 'chapters', index]);
      if (!chapters.has(id)) refuse(line, 'noChapter', id, [...chapters.keys()].join(', '));
      if (listed.has(id)) refuse(line, 'listedTwice', id);
      listed.add(id);
    }
  for (const [id, chapter] of chapters) if (!listed.has(id)) refuseIn(chapter.file)(1, 'unlisted', id);
}

/** Places of search.yaml that are no heading, and no page without headings. */
export function checkSearch({ search: { file, data, lineOf }, headings }: Content, refuseIn: RefuseIn): void {
  const places = [...headings].flatMap(([path, ids]) => {
    const page = path.slice(1, -1);
    return ids.length ? ids.map((id) => `${page}#${id}`) : [page];
  });
  for (const place of Object.keys(data?.places ?? {}))
    if (!places.includes(place)) refuseIn(file)(lineOf(['places', place]), 'noPlace', place, places.slice(0, 5).join(', '));
}

/** Entries whose id an earlier one has. */
export function checkTwice(list: readonly { id: string | number }[], what: string, lineOf: (at: number) => number, refuse: Refuse): void {
  const ids = list.map(({ id }) => id);
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) !== at) refuse(lineOf(at), 'twice', `${what} “${id}”`);
}
