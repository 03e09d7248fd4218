import type { SearchData, Section } from './data.ts';
import { createIndex } from './inverted-index.ts';
import { createPhraseMatcher } from './phrases.ts';
import { createPinyin } from './pinyin.ts';
import { createReader } from './reading.ts';
import type { Match, Matches } from './snippet.ts';
import { createSynonyms } from './synonyms.ts';
import { createLocaliser, isLatin, normalise, tokensOf } from './terms.ts';
import { weights as ours, type Weights } from './weights.ts';

export interface Hit {
  section: Section;
  score: number;
}

export interface Answer {
  /** Best first. */
  hits: Hit[];
  /** The words to mark in them. */
  matched: Matches;
  /** False where nothing comes near enough to be called an answer. */
  sure: boolean;
  /** Latin words of the query that the guide does not know. */
  foreign: string[];
}

export type Search = (query: string) => Answer;

/**
 * Makes a search over the sections of the guide, all in memory. It ranks by BM25 (without its measure of length) over pairs of
 * hanzi, Latin words and synonyms, and prefers headings and readers' own phrases that match whole. It takes a query of any
 * kind and answers with at most eight sections; with none where nothing is alike.
 */
export function createSearch(data: SearchData, weights: Weights = ours): Search {
  const { sections } = data;
  const localise = createLocaliser(data);
  const groups = data.same.map((group) => group.map(normalise));
  const synonyms = createSynonyms(groups);
  const titles = sections.map(({ heading, words }) => [heading, ...words].map(normalise));
  const phrases = titles.flatMap((texts, section) => texts.map((text) => ({ text, section })));
  const likeness = createPhraseMatcher(phrases, synonyms, weights);
  const index = createIndex(
    sections.map(({ text, corrections = '' }, section) => [
      ...synonyms.terms(normalise(`${text}\n${corrections}`)),
      // A word that many of the readers' phrases share counts once: they are variants of one question.
      ...new Set(titles[section]!.flatMap(synonyms.terms)),
    ]),
  );
  const words = groups.flat();
  const pinyin = createPinyin(data.readings, [...words, ...phrases.map(({ text }) => text)]);
  const latin = [...index.counts.keys(), ...words.flatMap(tokensOf)].filter(isLatin).sort((a, b) => a.length - b.length);
  const read = createReader(index, pinyin, latin);

  return (query) => {
    const { text, phrases: asked, foreign } = read(localise(normalise(query.slice(0, 200))));
    const tokens = new Set(synonyms.terms(text));
    const alike = likeness(asked);
    const scores = sections.map((_, section) => weights.phrase * (alike.get(section) ?? 0));
    for (const token of tokens)
      for (const [section, count] of index.counts.get(token) ?? [])
        scores[section]! += (index.worth(token) * count) / (weights.saturation + count);
    const least = Math.max(weights.least, weights.tail * Math.max(...scores));
    const hits = scores
      .map((score, section) => ({ section: sections[section]!, score }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, 8);
    const matched = new Map<string, Match>();
    for (const token of tokens) {
      const match = { worth: index.worth(token) };
      for (const word of synonyms.wordsOf(token)) if (match.worth > (matched.get(word)?.worth ?? 0)) matched.set(word, match);
    }
    return { hits, matched, sure: (hits[0]?.score ?? 0) >= weights.sure, foreign };
  };
}
