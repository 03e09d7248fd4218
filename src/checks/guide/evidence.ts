import type { Content, RefuseIn } from '../content.ts';
import { checkTwice } from './outline.ts';

/** Citations, claims and corrections that do not fit together, and sources that nothing uses. */
export function checkEvidence({ sources, claims, chapters, headings }: Content, refuseIn: RefuseIn): void {
  if (!sources.data || !claims.data) return;
  const known = sources.data.map(({ id }) => id);
  const numbers = claims.data.map(({ id }) => id);
  const used = new Set([...chapters.values()].flatMap(({ cites }) => cites.map(({ id }) => id)));
  for (const { file, cites, corrections } of chapters.values()) {
    const refuse = refuseIn(file);
    for (const { id, line } of cites) if (!known.includes(id)) refuse(line, 'unknownSource', id, known.join(' '));
    for (const { claim, line } of corrections) if (!numbers.includes(claim)) refuse(line, 'unknownClaim', claim);
  }
  const refuseClaim = refuseIn(claims.file);
  checkTwice(claims.data, 'claim', (at) => claims.lineOf([at, 'id']), refuseClaim);
  for (const [at, { id, verdict, outcome, place, sources: cited }] of claims.data.entries()) {
    for (const source of cited) {
      used.add(source);
      if (!known.includes(source)) refuseClaim(claims.lineOf([at, 'sources']), 'unknownSource', source, known.join(' '));
    }
    const [page = '', heading = ''] = place?.split('#') ?? [];
    const chapter = chapters.get(page);
    const ids = chapter && headings.get(`/${page}/`);
    if (place && !ids?.includes(heading))
      refuseClaim(
        claims.lineOf([at, 'place']),
        'misplacedClaim',
        id,
        place,
        (ids?.map((each) => `#${each}`) ?? [...chapters.keys()]).join(', '),
      );
    const isWrong = verdict === 'contradicted' || outcome === 'corrected';
    if (isWrong && !chapter?.corrections.some(({ claim }) => claim === id))
      refuseClaim(claims.lineOf([at, 'id']), 'uncorrected', id, chapter?.file ?? 'the chapter where it stands');
  }
  const refuseSource = refuseIn(sources.file);
  checkTwice(sources.data, 'source', (at) => sources.lineOf([at, 'id']), refuseSource);
  for (const [at, id] of known.entries()) if (!used.has(id)) refuseSource(sources.lineOf([at, 'id']), 'unusedSource', id);
}
