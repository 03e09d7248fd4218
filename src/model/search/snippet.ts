import type { Section } from './data.ts';
import { weights, type Weights } from './weights.ts';

/** A piece of text, marked where it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words of sections that a query found, in lower case; synonyms share a match. */
export type Matches = ReadonlyMap<string, Match>;

/** How much the words of a match tell. */
export interface Match {
  worth: number;
}

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
    // A later clause with the same words is nearer to them, and leaves more room for what follows.
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

/** Where the words stand in a text: Latin ones only whole, with or without their hyphens. */
function findWords(text: string, words: Matches): { match: Match; start: number; end: number }[] {
  const lower = text.toLowerCase();
  // A text whose lower case has another length (İ) cannot be marked by position.
  if (lower.length !== text.length) return [];
  const found: { match: Match; start: number; end: number }[] = [];
  for (const { 0: run, index: start } of lower.matchAll(/[a-z0-9]+(?:[-.][a-z0-9]+)*/gu))
    for (const word of [run, run.replace(/-/gu, ''), ...run.split('-')]) {
      const match = words.get(word);
      if (match) found.push({ match, start, end: start + run.length });
    }
  for (const [word, match] of words)
    if (word && !/^[a-z0-9]+$/u.test(word))
      for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + 1))
        found.push({ match, start, end: start + word.length });
  return found;
}

/** Where clauses begin, and blocks of the text, between which a space stands that is not the one beside a Latin word. */
function clauseStarts(text: string): number[] {
  const stops = text.matchAll(/[。；：！？]\s*|[\p{Script=Han}」）]\s+(?=[\p{Script=Han}「（])/gu);
  return [0, ...Array.from(stops, (stop) => stop.index + stop[0].length).filter((at) => at < text.length)];
}
