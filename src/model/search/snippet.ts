import type { Section } from './build-index.ts';
import { weights, type Weights } from './weights.ts';

/** A piece of text, marked if it was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The normalised words that a query found, each with its weight; synonyms share a match. */
export type Matches = ReadonlyMap<string, { worth: number }>;

/**
 * The part of a section that holds most of what was searched for, in pieces. It begins with a clause and never ends in the
 * middle of a Latin word or an amount. Corrections, which begin with a wrong claim, are quoted only where nothing else answers.
 */
export function snippet(
  { text: body, corrections = '' }: Pick<Section, 'text' | 'corrections'>,
  words: Matches,
  { snippet: width }: Weights = weights,
): Piece[] {
  const text = findWords(body, words).length > 0 || !corrections ? body : corrections;
  const found = findWords(text, words);
  let best = { start: 0, worth: 0, first: 0 };
  for (const start of clauseStarts(text)) {
    const inside = found.filter((each) => each.start >= start && each.end <= start + width);
    const worth = [...new Set(inside.map(({ match }) => match))].reduce((sum, each) => sum + each.worth, 0);
    const first = Math.min(...inside.map((each) => each.start));
    // A later clause with the same words starts closer to them and leaves more room for what follows.
    if (worth > best.worth || (worth === best.worth && first === best.first)) best = { start, worth, first };
  }
  const rest = text.slice(best.start);
  const quoted = new RegExp(`^.{${width / 2},${width}}(?![\\w.-])`, 'u').exec(rest)?.[0] ?? rest.slice(0, width);
  const gap = { text: '…', marked: false };
  return [...(best.start > 0 ? [gap] : []), ...mark(quoted, words), ...(quoted.length < rest.length ? [gap] : [])];
}

/** A text in pieces, with every occurrence of the words marked. */
export function mark(text: string, words: Matches): Piece[] {
  const marks = new Uint8Array(text.length);
  for (const { start, end } of findWords(text, words)) marks.fill(1, start, end);
  return Array.from(marks.join('').matchAll(/0+|1+/gu), ({ 0: run, index }) => ({
    text: text.slice(index, index + run.length),
    marked: run.startsWith('1'),
  }));
}

/** Finds words in a text: the longest at each position, Latin ones only as whole words, with or without hyphens. */
function findWords(text: string, words: Matches) {
  const longestFirst = [...words.keys()].filter(Boolean).sort((a, b) => b.length - a.length);
  const patterns = longestFirst.map((word) => word.replace(/[a-z0-9]+/gu, (run) => `\\b${Array.from(run).join('-?')}\\b`));
  const places = text.matchAll(new RegExp(`(?=(${patterns.join('|')}))`, 'giu'));
  return Array.from(places, ({ 1: found = '', index: start }) => {
    const match = words.get(found.toLowerCase().replace(/-/gu, ''));
    return match ? [{ match, start, end: start + found.length }] : [];
  }).flat();
}

/** Where clauses begin, and blocks of text: those are separated by a space that is not next to a Latin word. */
function clauseStarts(text: string): number[] {
  const stops = text.matchAll(/[。；：！？]\s*|[\p{Script=Han}」）]\s+(?=[\p{Script=Han}「（])/gu);
  return [0, ...Array.from(stops, (stop) => stop.index + stop[0].length).filter((at) => at < text.length)];
}
