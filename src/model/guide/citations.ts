import type { Source } from '../schemas.ts';

/** How a citation names its source in the text: 官方 1, 第三方 4. Numbers follow the order of the sources. */
export function citationLabels(sources: readonly Source[]): Map<string, string> {
  const alike = Map.groupBy(sources, ({ kind }) => kind);
  return new Map(sources.map((source) => [source.id, `${kindNames[source.kind]} ${alike.get(source.kind)!.indexOf(source) + 1}`]));
}

const kindNames: Record<Source['kind'], string> = {
  official: '官方',
  regulator: '监管',
  press: '媒体',
  'third-party': '第三方',
};
