import { isWithinEdits } from '../within-edits.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Spelling } from './spelling.ts';
import { isHanzi, isLatin, runsOf } from './terms.ts';

/**
 * Makes a reader of normalised queries. It returns the query with slips mended and pinyin turned into hanzi, and those of its
 * Latin words that are not in the guide, nor close to one that is, nor pinyin. `latin` has the Latin words of the guide and of
 * its readers, short ones first.
 */
export function createReader({ counts }: InvertedIndex, spelling: Spelling, latin: readonly string[]) {
  const isKnown = (run: string) => !isLatin(run) || latin.includes(run);
  const slipped = (run: string) => latin.find((word) => run.length > 3 && isWithinEdits(run, word, 1));
  const wordsOf = (run: string) => slipped(run) ?? spelling.read(run);

  /** Replaces the first hanzi that fits neither neighbour with one that sounds the same and does, if there is one: 续费 for 续废. */
  const mendHanzi = (text: string): string => {
    const chars = Array.from(text);
    const fits = (at: number, char: string) =>
      [(chars[at - 1] ?? ' ') + char, char + (chars[at + 1] ?? ' ')].filter((pair) => counts.has(pair)).length;
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
    const sentence = unknown.length > 0 ? spelling.read(runs.filter(isLatin).join('')) : undefined;
    const read = sentence?.length
      ? [...runs.filter((run) => !isLatin(run)), ...sentence]
      : runs.flatMap((run) => (isKnown(run) ? run : (wordsOf(run) ?? run)));
    const foreign = sentence?.length ? [] : unknown.filter((run) => run.length > 1 && !filling.has(run) && !wordsOf(run));
    return { text: mendHanzi(read.join(' ')), foreign };
  };
}

/** English words that occur in questions but name nothing. */
const filling = new Set(
  'how what why where who which do does did is are am was were be been has have had can could will would should my me you your we our it its this that there the an and or but not of for from in at by to with please help'.split(
    ' ',
  ),
);
