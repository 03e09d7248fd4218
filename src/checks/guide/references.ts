import type { Claim } from '../../model/schemas.ts';
import type { YamlReading } from '../../model/yaml-source.ts';
import type { Content } from '../content.ts';

/** Refuses links of chapters that lead nowhere or to another site. */
export function checkLinks({ chapters, headings }: Content): void {
  for (const [here, { refuse, links }] of chapters)
    for (const { to, line } of links) {
      const [whole, path = `/${here}/`, fragment] = /^(\/[a-z0-9-]+\/|\/)?(?:#([^#]+))?$/u.exec(to) ?? [];
      const known = headings.get(path);
      if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(to)) refuse(line, 'otherSite', to);
      else if (!whole || !known) refuse(line, 'noPage', to, [...headings.keys()].join(' '));
      else if (fragment && !known.includes(fragment)) refuse(line, 'noFragment', to, known.map((id) => `#${id}`).join(' '));
    }
}

/** Refuses parts and chapters of the outline that appear twice, do not exist, or are missing. */
export function checkOutline({ outline, chapters }: Content): void {
  if (!outline.data) return;
  const listed = new Set<string>();
  for (const [at, part] of outline.data.entries())
    for (const [index, id] of part.chapters.entries()) {
      const line = outline.lineOf([at, 'chapters', index]);
      if (!chapters.has(id)) outline.refuse(line, 'noChapter', id, [...chapters.keys()].join(', '));
      if (listed.has(id)) outline.refuse(line, 'twice', `the chapter “${id}”`);
      listed.add(id);
    }
  for (const [id, { refuse }] of chapters) if (!listed.has(id)) refuse(1, 'unlisted', id);
}

/** Refuses places in search.yaml that are neither a heading nor a page without headings. */
export function checkSearch({ search: { data, lineOf, refuse }, headings }: Content): void {
  const places = [...headings].flatMap(([path, ids]) => {
    const page = path.slice(1, -1);
    return ids.length ? ids.map((id) => `${page}#${id}`) : [page];
  });
  for (const place of Object.keys(data?.places ?? {}))
    if (!places.includes(place)) refuse(lineOf(['places', place]), 'noPlace', place, places.slice(0, 5).join(', '));
}

/** Refuses citations, claims and corrections that do not fit together, and sources that nothing uses. */
export function checkEvidence({ sources, claims, chapters, headings }: Content): void {
  if (!sources.data || !claims.data) return;
  const known = sources.data.map(({ id }) => id);
  const numbers = claims.data.map(({ id }) => id);
  const used = new Set(claims.data.flatMap((claim) => claim.sources));
  for (const { refuse, cites, corrections } of chapters.values()) {
    for (const { id, line } of cites) {
      used.add(id);
      if (!known.includes(id)) refuse(line, 'unknownSource', id, known.join(' '));
    }
    for (const { claim, line } of corrections) if (!numbers.includes(claim)) refuse(line, 'unknownClaim', claim);
  }
  for (const [at, { id, verdict, outcome, place, sources: cited }] of claims.data.entries()) {
    const lineOf = (key: keyof Claim) => claims.lineOf([at, key]);
    for (const source of cited) if (!known.includes(source)) claims.refuse(lineOf('sources'), 'unknownSource', source, known.join(' '));
    const [page = '', heading = ''] = place?.split('#') ?? [];
    const chapter = chapters.get(page);
    const ids = chapter && headings.get(`/${page}/`);
    const places = ids?.map((each) => `#${each}`) ?? [...chapters.keys()];
    if (place && !ids?.includes(heading)) claims.refuse(lineOf('place'), 'misplacedClaim', id, place, places.join(', '));
    const isWrong = verdict === 'contradicted' || outcome === 'corrected';
    if (isWrong && !chapter?.corrections.some(({ claim }) => claim === id))
      claims.refuse(lineOf('id'), 'uncorrected', id, chapter?.file ?? 'the chapter where it stands');
  }
  for (const [at, id] of known.entries()) if (!used.has(id)) sources.refuse(sources.lineOf([at, 'id']), 'unusedSource', id);
}

/** Refuses entries with the id of an earlier one. */
export function checkTwice({ data, lineOf, refuse }: YamlReading<{ id: string | number }[]>, what: string): void {
  const ids = data?.map(({ id }) => id) ?? [];
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) !== at) refuse(lineOf([at, 'id']), 'twice', `${what} “${id}”`);
}
