import type { createSpelling } from './spelling.ts';
import { isHanzi, isLatin, runsOf } from './terms.ts';

/**
 * Makes a reader of normalised queries, given the pairs of hanzi and the Latin words of the guide and its readers. It returns the
 * query with slips mended and pinyin turned into hanzi, and the Latin words that it cannot read.
 */
export function createReader(known: ReadonlySet<string>, spelling: ReturnType<typeof createSpelling>) {
  const isKnown = (run: string) => !isLatin(run) || known.has(run);

  /** Replaces the first hanzi that fits neither neighbour with one that sounds the same and does, if there is one: 续费 for 续废. */
  const mendHanzi = (text: string): string => {
    const chars = Array.from(text);
    const fits = (at: number, char: string) =>
      [(chars[at - 1] ?? ' ') + char, char + (chars[at + 1] ?? ' ')].filter((pair) => known.has(pair)).length;
    for (const [at, char] of chars.entries()) {
      if (!isHanzi(char) || fits(at, char) > 0) continue;
      const [best] = spelling.soundAlike(char).sort((a, b) => fits(at, b) - fits(at, a));
      if (best && fits(at, best) > 0) return [...chars.slice(0, at), best, ...chars.slice(at + 1)].join('');
    }
    return text;
  };

  return (query: string) => {
    const runs = runsOf(query);
    const unknown = runs.filter((run) => !isKnown(run));
    // What the guide writes as one word is often typed in parts: fu kuan, pay go.
    const sentence = unknown.length > 0 ? spelling.read(...runs.filter(isLatin)) : undefined;
    const read = sentence
      ? [...runs.filter((run) => !isLatin(run)), ...sentence]
      : runs.flatMap((run) => (isKnown(run) ? run : (spelling.read(run) ?? run)));
    const foreign = sentence ? [] : unknown.filter((run) => run.length > 1 && !filling.test(run) && !spelling.read(run));
    return { text: mendHanzi(read.join(' ')), foreign };
  };
}

/** English words that occur in questions but name nothing. */
const filling =
  /^(how|what|why|where|who|which|do|does|did|is|are|am|was|were|be|been|has|have|had|can|could|will|would|should|my|me|you|your|we|our|it|its|this|that|there|the|an|and|or|but|not|of|for|from|in|at|by|to|with|please|help|turn|only|match|supported|details)$/u;
