/** Which texts contain a token. */
export interface InvertedIndex {
  /** Each token with the numbers of the texts that contain it, and how often they do. */
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** How much a token tells: the fewer texts contain it, the more (inverse document frequency). */
  worth(token: string): number;
}

/** Takes the tokens of each text. */
export function createIndex(texts: readonly Iterable<string>[]): InvertedIndex {
  const counts = new Map<string, Map<number, number>>();
  for (const [number, tokens] of texts.entries())
    for (const token of tokens) {
      const numbers = counts.get(token) ?? new Map<number, number>();
      counts.set(token, numbers.set(number, (numbers.get(number) ?? 0) + 1));
    }
  return {
    counts,
    worth: (token) => Math.log(1 + texts.length / (1 + (counts.get(token)?.size ?? 0))),
  };
}
