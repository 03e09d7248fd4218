import type { InvertedIndex } from './inverted-index.ts';
import type { Pinyin } from './pinyin.ts';
import { isOneOff, mendHanzi } from './spelling.ts';
import type { Synonyms } from './synonyms.ts';
import { isLatin, runsOf, tokensOf } from './terms.ts';
import type { Weights } from './weights.ts';

/** What a query is read with. */
export interface Knowledge {
  index: InvertedIndex;
  synonyms: Synonyms;
  pinyin: Pinyin;
  /** The Latin words of the guide and of its readers. */
  latin: ReadonlySet<string>;
  weights: Weights;
}

/** What a query asks for. */
export interface Reading {
  /** What is looked up in the index, with its weight. */
  tokens: ReadonlyMap<string, number>;
  /** What headings and readers' phrases are compared with, each with its share of the query. */
  phrases: ReadonlyMap<string, number>;
  /** Latin words that are neither in the guide nor near one that is, nor pinyin. */
  foreign: string[];
}

/** Reads a normalised query: slips mended, pinyin in hanzi. */
export function readQuery(query: string, known: Knowledge): Reading {
  const { text, foreign } = spellOut(query, known);
  const asked = mendRuns(text, known);
  const whole = asked.replace(/ /gu, '');
  const phrases = new Map([[query, 1]]);
  for (const piece of [whole, ...asked.split(' ')])
    if (piece.length > 1) phrases.set(piece, Math.max(phrases.get(piece) ?? 0, piece.length / whole.length));
  const tokens = new Map<string, number>();
  const all = tokensOf(asked);
  for (const token of all) tokens.set(token, 1);
  for (const group of known.synonyms.in(asked, all)) tokens.set(group, known.weights.synonym);
  return { tokens, phrases, foreign };
}

/** English words of questions that are no names of anything. */
const filling = new Set(
  'how what why where who which do does did is are am was were be been has have had can could will would should my me you your we our it its this that there the an and or but not of for from in at by to with please help'.split(
    ' ',
  ),
);

/** A text with one wrong character of each run of hanzi mended. */
function mendRuns(text: string, { index, pinyin, weights }: Knowledge): string {
  const isPair = (pair: string) => index.has(pair);
  const soundAlike = (char: string) => pinyin.soundAlike(char);
  return weights.mending > 0 ? text.replace(/\p{Script=Han}{2,}/gu, (run) => mendHanzi(run, isPair, soundAlike)) : text;
}

/** The query with its Latin words as the guide writes them, and pinyin in hanzi. */
function spellOut(query: string, { latin, pinyin, weights }: Knowledge): { text: string; foreign: string[] } {
  const runs = runsOf(joinLetters(query, latin));
  const unknown = runs.filter((run) => isLatin(run) && !latin.has(run));
  const sentence = unknown.length > 1 ? pinyin.read(unknown.join('')) : undefined;
  if (sentence?.length) return { text: [...runs.filter((run) => !unknown.includes(run)), ...sentence].join(' '), foreign: [] };
  const foreign: string[] = [];
  const spelt = runs.flatMap((run) => {
    if (!unknown.includes(run)) return run;
    const words = (weights.mending > 0 ? nearWords(run, latin) : undefined) ?? pinyin.read(run);
    if (!words && run.length > 1 && !filling.has(run)) foreign.push(run);
    return words ?? run;
  });
  return { text: spelt.join(' '), foreign };
}

/** A known word that was typed in parts as one: pay go, b a l. */
function joinLetters(query: string, latin: ReadonlySet<string>): string {
  return query
    .replace(/\b[a-z](?: [a-z])+\b/gu, (letters) => letters.replace(/ /gu, ''))
    .replace(/([a-z0-9]+) (?=([a-z0-9]+))/gu, (all, first: string, second: string) =>
      latin.has(first + second) && !(latin.has(first) && latin.has(second)) ? first : all,
    );
}

/** The known words that letters are: two without their space, the one that they begin, or the one with a slip. */
function nearWords(letters: string, latin: ReadonlySet<string>): string[] | undefined {
  const all = [...latin].filter((word) => word.length > 3);
  const near = (part: string) => (latin.has(part) ? part : part.length > 3 ? all.find((word) => isOneOff(part, word)) : undefined);
  for (let at = 2; at < letters.length - 1; at++) {
    const halves = [letters.slice(0, at), letters.slice(at)].flatMap((half) => near(half) ?? []);
    if (halves.length === 2) return halves;
  }
  const begun = letters.length > 2 ? all.filter((word) => word.startsWith(letters)).sort((a, b) => a.length - b.length) : [];
  const word = begun[0] ?? near(letters);
  return word ? [word] : undefined;
}
