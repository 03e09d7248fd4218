/** Counts which texts contain a token. Takes the tokens of each text. */
export function createIndex(texts: readonly Iterable<string>[]) {
  /** Each token with the numbers of the texts that contain it, and how often they do. */
  const counts = new Map<string, Map<number, number>>();
  for (const [number, tokens] of texts.entries())
    for (const token of tokens) {
      const numbers = counts.get(token) ?? new Map<number, number>();
      counts.set(token, numbers.set(number, (numbers.get(number) ?? 0) + 1));
    }
  /** How much a token tells: the fewer texts contain it, the more (inverse document frequency). */
  const worth = (token: string) => Math.log(1 + texts.length / (1 + (counts.get(token)?.size ?? 0)));
  return { counts, worth };
}
