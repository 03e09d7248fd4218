import type { SearchData, Section } from './data.ts';
import { InvertedIndex } from './inverted-index.ts';
import { createLocaliser } from './localise.ts';
import { Phrases } from './phrases.ts';
import { Pinyin } from './pinyin.ts';
import { readQuery, type Knowledge } from './reading.ts';
import type { Match, Matches } from './snippet.ts';
import { Synonyms } from './synonyms.ts';
import { isLatin, normalise, tokensOf } from './terms.ts';
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

/**
 * Search over the sections of the guide, all in memory. Ranks by BM25 (without its measure of length) over pairs of hanzi and Latin words,
 * with synonyms counted as one word, and prefers headings and readers' own phrases that match whole.
 */
export class Search {
  readonly #sections: readonly Section[];
  readonly #weights: Weights;
  readonly #localise: (text: string) => string;
  readonly #index = new InvertedIndex();
  readonly #synonyms: Synonyms;
  readonly #phrases: Phrases;
  readonly #known: Knowledge;

  constructor(data: SearchData, weights: Weights = ours) {
    this.#sections = data.sections;
    this.#weights = weights;
    this.#localise = createLocaliser(data.regional, data.variants);
    const same = data.same.map((group) => group.map((word) => normalise(word)));
    this.#synonyms = new Synonyms(same);
    this.#phrases = new Phrases(this.#synonyms, weights);
    data.sections.forEach((section, number) => this.#add(section, number));
    const words = [...same.flat(), ...this.#phrases.texts()];
    this.#known = {
      index: this.#index,
      synonyms: this.#synonyms,
      pinyin: new Pinyin(data.readings, words, weights),
      latin: new Set([...this.#index.tokens(), ...same.flat().flatMap(tokensOf)].filter(isLatin)),
      weights,
    };
  }

  /** The best sections for a query of any kind, best first, at most `limit`; none where nothing is alike. */
  find(query: string, limit = 8): Answer {
    const { tokens, phrases, foreign } = readQuery(this.#localise(normalise(query.slice(0, 200))), this.#known);
    const likeness = this.#phrases.likeness(phrases, this.#sections.length);
    const scores = likeness.map((share) => this.#weights.phrase * share);
    for (const [token, weight] of tokens) {
      const worth = weight * this.#index.worth(token);
      for (const [number, count] of this.#index.get(token)) scores[number]! += (worth * count) / (this.#weights.saturation + count);
    }
    const least = Math.max(this.#weights.least, this.#weights.tail * Math.max(...scores));
    const hits = [...scores.keys()]
      .filter((number) => scores[number]! >= least)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, limit)
      .map((number) => ({ section: this.#sections[number]!, score: scores[number]! }));
    return { hits, matched: this.#matched(tokens), sure: (hits[0]?.score ?? 0) >= this.#weights.sure, foreign };
  }

  #add({ heading, words, text, corrections = '' }: Section, number: number): void {
    const titles = [heading, ...words].map((title) => normalise(title));
    for (const title of titles) this.#phrases.add(title, number);
    for (const token of this.#terms(normalise(`${text}\n${corrections}`))) this.#index.add(token, number);
    // A word that many of the readers' phrases share counts once: they are variants of one question.
    for (const token of new Set(titles.flatMap((title) => this.#terms(title)))) this.#index.add(token, number);
  }

  /** The tokens of a text, and the groups of synonyms that it holds. */
  #terms(text: string): string[] {
    const tokens = tokensOf(text);
    return [...tokens, ...this.#synonyms.in(text, tokens)];
  }

  #matched(tokens: ReadonlyMap<string, number>): Matches {
    const found = new Map<string, Match>();
    for (const [token, weight] of tokens) {
      const worth = weight * this.#index.worth(token);
      for (const word of this.#synonyms.wordsOf(token)) if (worth > (found.get(word)?.worth ?? 0)) found.set(word, { token, worth });
    }
    return found;
  }
}
