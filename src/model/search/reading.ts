import { isWithinEdits } from '../within-edits.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Pinyin } from './pinyin.ts';
import { isHanzi, isLatin, runsOf } from './terms.ts';

/** What a query asks for. */
export interface Reading {
  /** The query with slips mended and pinyin in hanzi. */
  text: string;
  /** What headings and readers' phrases are compared with, each with its share of the query. */
  phrases: ReadonlyMap<string, number>;
  /** Latin words that are neither in the guide nor near one that is, nor pinyin. */
  foreign: string[];
}

/** Makes a reader of normalised queries. `latin` are the Latin words of the guide and of its readers, short ones first. */
export function createReader({ counts }: InvertedIndex, pinyin: Pinyin, latin: readonly string[]): (query: string) => Reading {
  /** A query with letters (b a l) and parts of known words (pay go) joined. */
  const joinParts = (query: string) =>
    query
      .replace(/\b([a-z]) (?=[a-z]\b)/gu, '$1')
      .replace(/([a-z0-9]+) (?=([a-z0-9]+))/gu, (both, first: string, second: string) => (latin.includes(first + second) ? first : both));

  const slipped = (run: string) => latin.find((word) => run.length > 3 && isWithinEdits(run, word, 1));
  const begun = (run: string) => latin.find((word) => run.length > 2 && word.startsWith(run));
  /** Two words without their space. */
  const parts = (run: string) => {
    const first = latin.find((word) => word.length > 3 && run.startsWith(word)) ?? '';
    const second = slipped(run.slice(first.length));
    return first && second ? [first, second] : undefined;
  };
  const wordsOf = (run: string) => begun(run) ?? slipped(run) ?? parts(run) ?? pinyin.read(run);

  /** Runs with Latin words as the guide writes them, and pinyin in hanzi. */
  const spellOut = (runs: readonly string[]): { runs: string[]; foreign: string[] } => {
    const isKnown = (run: string) => !isLatin(run) || latin.includes(run);
    const unknown = runs.filter((run) => !isKnown(run));
    const sentence = unknown.length > 1 ? pinyin.read(unknown.join('')) : undefined;
    if (sentence?.length) return { runs: [...runs.filter(isKnown), ...sentence], foreign: [] };
    return {
      runs: runs.flatMap((run) => (isKnown(run) ? run : (wordsOf(run) ?? run))),
      foreign: unknown.filter((run) => run.length > 1 && !filling.has(run) && !wordsOf(run)),
    };
  };

  /** Replaces the first hanzi that fits neither neighbour by one that sounds the same and does, if there is any: 续费 for 续废. */
  const mendHanzi = (text: string): string => {
    const chars = Array.from(text);
    const fits = (at: number, char: string) =>
      [(chars[at - 1] ?? ' ') + char, char + (chars[at + 1] ?? ' ')].filter((pair) => counts.has(pair)).length;
    for (const [at, char] of chars.entries()) {
      if (!isHanzi(char) || fits(at, char) > 0) continue;
      const [best] = pinyin.soundAlike(char).sort((a, b) => fits(at, b) - fits(at, a));
      if (best && fits(at, best) > 0) return [...chars.slice(0, at), best, ...chars.slice(at + 1)].join('');
    }
    return text;
  };

  return (query) => {
    const { runs, foreign } = spellOut(runsOf(joinParts(query)));
    const text = mendHanzi(runs.join(' '));
    const whole = text.replace(/ /gu, '');
    const phrases = new Map([[query, 1]]);
    for (const piece of [whole, ...runsOf(text)])
      if (piece.length > 1) phrases.set(piece, Math.max(phrases.get(piece) ?? 0, piece.length / whole.length));
    return { text, phrases, foreign };
  };
}

/** English words of questions that are no names of anything. */
const filling = new Set(
  'how what why where who which do does did is are am was were be been has have had can could will would should my me you your we our it its this that there the an and or but not of for from in at by to with please help'.split(
    ' ',
  ),
);
