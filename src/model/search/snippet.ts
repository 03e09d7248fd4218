import type { Section } from './data.ts';
import { isLatin } from './terms.ts';
import { weights, type Weights } from './weights.ts';

/** A piece of text, marked where it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words of a section that a query found, lower-cased as they stand there; synonyms of one word are one token. */
export type Matches = ReadonlyMap<string, Match>;

export interface Match {
  token: string;
  /** How much it tells. */
  worth: number;
}

/**
 * The part of a section that holds most of what was searched for, in pieces. It begins with a clause and never ends in the middle
 * of a Latin word or a number. Corrections are quoted only where nothing else answers.
 */
export function snippet(
  { text: body, corrections = '' }: Pick<Section, 'text' | 'corrections'>,
  words: Matches,
  { snippet: width, correction }: Weights = weights,
): Piece[] {
  const text = `${body}${corrections && ` ${corrections}`}`;
  const found = findWords(text, words);
  let best = { start: 0, sum: 0, first: 0 };
  const starts = clauseStarts(text);
  for (const start of starts) {
    const inside = found.filter((each) => each.start >= start && each.end <= start + width);
    const told = new Map(inside.map(({ match }) => [match.token, match.worth]));
    const sum = [...told.values()].reduce((all, worth) => all + worth, 0) * (start < body.length ? 1 : correction);
    const first = Math.min(...inside.map((each) => each.start));
    // A later clause of the same find is nearer to it, and leaves more room for what follows.
    if (sum > best.sum || (sum === best.sum && first === best.first)) best = { start, sum, first };
  }
  const start = Math.min(best.start, starts.find((each) => each >= text.length - width) ?? best.start);
  const end = start + width < text.length ? endNear(text, start + width) : text.length;
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...mark(text.slice(start, end), words),
    ...(end < text.length ? [{ text: '…', marked: false }] : []),
  ];
}

/** A text in pieces, with every occurrence of the words marked. */
export function mark(text: string, words: Matches): Piece[] {
  const marked = Array.from({ length: text.length }, () => false);
  for (const { start, end } of findWords(text, words)) marked.fill(true, start, end);
  const pieces: Piece[] = [];
  for (const [index, isMarked] of marked.entries()) {
    const last = pieces[pieces.length - 1];
    if (last?.marked === isMarked) last.text += text[index]!;
    else pieces.push({ text: text[index]!, marked: isMarked });
  }
  return pieces;
}

interface Found {
  word: string;
  match: Match;
  start: number;
  end: number;
}

/** Where the words stand in a text: Latin ones as whole words, with or without hyphens; a lone hanzi only where nothing longer does. */
function findWords(text: string, words: Matches): Found[] {
  const lower = text.toLowerCase();
  // A text whose lower case has another length (İ) cannot be marked by position.
  if (lower.length !== text.length) return [];
  const found: Found[] = [];
  for (const { 0: run, index: start } of lower.matchAll(/[a-z0-9]+(?:[-.][a-z0-9]+)*/gu))
    for (const word of new Set([run, run.replace(/-/gu, ''), ...run.split('-')])) {
      const match = words.get(word);
      if (match) found.push({ word, match, start, end: start + run.length });
    }
  for (const [word, match] of words)
    if (word && !/^[a-z0-9]+$/u.test(word))
      for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + 1))
        found.push({ word, match, start, end: start + word.length });
  const long = found.filter(({ word }) => word.length > 1 || isLatin(word));
  return long.length > 0 ? long : found;
}

/** Where clauses begin, and blocks of the text, between which a space stands that is not the one beside a Latin word. */
function clauseStarts(text: string): number[] {
  const stops = Array.from(
    text.matchAll(/[。；，：！？]\s*|[\p{Script=Han}」）]\s+(?=[\p{Script=Han}「（])/gu),
    (stop) => stop.index + stop[0].length,
  );
  return [0, ...stops.filter((at) => at < text.length)];
}

function endNear(text: string, at: number): number {
  const stop = /[。；]/u.exec(text.slice(at - 12, at));
  return stop ? at - 11 + stop.index : wordEdge(text, at);
}

/** The place itself, or the start of the Latin word or number that it would cut, unless that is very long. */
function wordEdge(text: string, at: number): number {
  const cut = /[\w$.-]{1,20}$/u.exec(text.slice(0, at));
  return cut && /^\w/u.test(text.slice(at)) ? at - cut[0].length : at;
}
