import type { SearchData } from './build-index.ts';
import { createIndex } from './inverted-index.ts';
import { createPhraseMatcher } from './phrases.ts';
import { createReader } from './reading.ts';
import { createSpelling } from './spelling.ts';
import { createSynonyms } from './synonyms.ts';
import { createLocaliser, isHanzi, isLatin, normalise, tokensOf } from './terms.ts';
import { weights as ours, type Weights } from './weights.ts';

export type Search = ReturnType<typeof createSearch>;
export type Answer = ReturnType<Search>;

/**
 * Makes a search over the sections of the guide, all in memory. It ranks by BM25 (without length normalisation) over pairs of
 * hanzi, Latin words and synonyms, and prefers headings and readers' own phrases that match as a whole. It accepts any query and
 * returns at most eight sections, best first, or none, and the Latin words that the guide does not know.
 */
export function createSearch(data: SearchData, weights: Weights = ours) {
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
      // A word counts once, however many of the readers' phrases share it: they are variants of one question.
      ...new Set(titles[section]!.flatMap(synonyms.terms)),
    ]),
  );
  const words = groups.flat();
  const known = new Set([...index.counts.keys(), ...words.flatMap(tokensOf)]);
  const spelling = createSpelling(data.readings, [...words, ...phrases.map(({ text }) => text)], [...known].filter(isLatin));
  const read = createReader(known, spelling);

  return (query: string) => {
    const asked = localise(normalise(query.slice(0, 200)));
    const { text, foreign } = read(asked);
    const tokens = new Set(synonyms.terms(text));
    const alike = likeness([text.replace(/ /gu, ''), asked]);
    const scores = sections.map((_, section) => weights.phrase * (alike.get(section) ?? 0));
    for (const token of tokens)
      for (const [section, count] of index.counts.get(token) ?? [])
        scores[section]! += (index.worth(token) * count) / (weights.saturation + count);
    const hits = scores
      .map((score, section) => ({ section: sections[section]!, score }))
      .filter(({ score }) => score >= weights.least)
      .sort((a, b) => b.score - a.score)
      .slice(0, 8);
    /** The words to mark in the sections. */
    const matched = new Map<string, { worth: number }>();
    for (const token of tokens) {
      const match = { worth: index.worth(token) };
      for (const word of synonyms.wordsOf(token)) if (match.worth > (matched.get(word)?.worth ?? 0)) matched.set(word, match);
    }
    const pairs = tokensOf(asked).filter(isHanzi);
    const strange = pairs.filter((pair) => !known.has(pair)).length / (pairs.length || 1);
    /** False if nothing comes near enough to be called an answer. */
    const sure = (hits[0]?.score ?? 0) >= weights.sure * (1 + weights.strange * strange);
    return { hits, matched, sure, foreign };
  };
}
