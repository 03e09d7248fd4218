import { sourceKinds, type Source } from '../schemas.ts';

/** Sources as the site lists them: by kind, official ones first, then by number. */
export function sortSources(sources: readonly Source[]): Source[] {
  const rank = (source: Source) => sourceKinds.indexOf(source.kind);
  return sources.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** How a citation names its source in the text: 官方 1, 第三方 4. Numbers follow the order of the sources. */
export function citationLabels(sources: readonly Source[]): Map<string, string> {
  const alike = Map.groupBy(sources, ({ kind }) => kind);
  return new Map(sources.map((source) => [source.id, `${kindNames[source.kind]} ${alike.get(source.kind)!.indexOf(source) + 1}`]));
}

export const kindNames: Record<Source['kind'], string> = {
  official: '官方',
  regulator: '监管',
  press: '媒体',
  'third-party': '第三方',
};
