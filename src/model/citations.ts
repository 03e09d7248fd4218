import type { Source } from './schemas.ts';

/** How a citation names its source in the text: 官方 1, 第三方 4. Numbers follow the order of sources.yaml. */
export function citationLabels(sources: readonly Source[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    sources.map((source) => {
      const count = (counts.get(source.kind) ?? 0) + 1;
      counts.set(source.kind, count);
      return [source.id, `${kindNames[source.kind]} ${count}`];
    }),
  );
}

export const kindNames: Record<Source['kind'], string> = {
  official: '官方',
  regulator: '监管',
  press: '媒体',
  'third-party': '第三方',
};
