import type { SearchData, Section } from './data.ts';
import { Notions } from './notions.ts';
import { Phrases } from './phrases.ts';
import { Pinyin } from './pinyin.ts';
import { Postings } from './postings.ts';
import { Question, type Knowledge } from './question.ts';
import { normalise, tokensOf } from './terms.ts';

export interface Hit {
  section: Section;
  score: number;
  /** The words of the section that the query found, longest first; lower-cased as in the section. */
  matched: string[];
}

/** How much a token weighs in each field of a section. */
const boosts = { heading: 5, words: 5, chapter: 0.6, text: 1 } as const;
const saturation = 1.6;
const phraseWeight = 9;
/** Hits below this share of the best one are noise. */
const tail = 0.1;

/**
 * Search over the sections of the guide, all in memory. Ranks by BM25F (Robertson and Zaragoza 2009) over pairs of hanzi
 * and Latin words, with equal words counted as one notion, and prefers headings and readers' own words that match whole.
 */
export class Search {
  readonly #sections: readonly Section[];
  readonly #variants: ReadonlyMap<string, string>;
  readonly #notions: Notions;
  readonly #postings = new Postings();
  readonly #phrases: Phrases;
  readonly #known: Knowledge;

  constructor(data: SearchData) {
    this.#sections = data.sections;
    const chars = [...data.variants];
    this.#variants = new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1]!] as const] : [])));
    const same = data.same.map((group) => group.map((word) => normalise(word)));
    this.#notions = new Notions(same);
    this.#phrases = new Phrases(this.#notions);
    data.sections.forEach((section, index) => this.#add(section, index));
    const words = [...same.flat(), ...this.#phrases.texts()];
    this.#known = {
      postings: this.#postings,
      notions: this.#notions,
      pinyin: new Pinyin(data.readings, words, this.#postings.tokens()),
      vocabulary: words.join('\n'),
    };
  }

  /** The best sections for a query of any kind, best first; none where nothing is alike. */
  find(query: string, limit = 8): Hit[] {
    const question = new Question(normalise(query.slice(0, 200), this.#variants), this.#known);
    const scores = new Float64Array(this.#sections.length);
    const covered = new Float64Array(this.#sections.length);
    let total = 0;
    for (const [token, weight] of question.tokens) {
      const { sections, weights } = this.#postings.get(token);
      const worth = weight * Math.log(1 + (this.#sections.length - sections.length + 0.5) / (sections.length + 0.5));
      total += sections.length > 0 ? worth : worth * 0.35;
      for (const [at, section] of sections.entries()) {
        const frequency = weights[at]!;
        scores[section]! += (worth * frequency) / (saturation + frequency);
        covered[section]! += worth;
      }
    }
    const likeness = this.#phrases.likeness(question.phrases, this.#sections.length);
    const best = scores.map((score, at) => score * (0.4 + (0.6 * covered[at]!) / (total || 1)) + phraseWeight * likeness[at]!);
    const least = Math.max(Number.MIN_VALUE, tail * best.reduce((a, b) => Math.max(a, b), 0));
    return [...best.keys()]
      .filter((index) => best[index]! >= least)
      .sort((a, b) => best[b]! - best[a]! || a - b)
      .slice(0, limit)
      .map((index) => ({ section: this.#sections[index]!, score: best[index]!, matched: this.#matched(this.#sections[index]!, question) }));
  }

  /** The sections whose headings share most characters with a query that found nothing. */
  nearest(query: string, limit = 3): Hit[] {
    const wanted = new Set(normalise(query.slice(0, 200), this.#variants).replaceAll(' ', ''));
    return this.#sections
      .map((section) => {
        const shared = [...new Set(normalise(section.heading))].filter((char) => /\p{Script=Han}/u.test(char) && wanted.has(char));
        return { section, score: shared.length / section.heading.length, matched: shared };
      })
      .filter(({ score, matched }) => matched.length > 1 || score > 0.3)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  #add(section: Section, index: number): void {
    const heading = normalise(section.heading);
    const words = section.words.map((word) => normalise(word));
    const text = this.#terms(normalise(section.text));
    for (const token of this.#terms(heading)) this.#postings.add(token, index, boosts.heading);
    for (const token of this.#terms(normalise(section.chapter))) this.#postings.add(token, index, boosts.chapter);
    for (const token of text) this.#postings.add(token, index, boosts.text / (0.4 + 0.6 * (text.length / 200)));
    // A word that many of the readers' phrases share counts once: they are variants of one question.
    for (const token of new Set(words.flatMap((word) => this.#terms(word)))) this.#postings.add(token, index, boosts.words);
    this.#phrases.add(heading, index, 1.15);
    for (const word of words) this.#phrases.add(word, index, 1);
  }

  /** The tokens of a text, and the notions that it holds. */
  #terms(text: string): string[] {
    const tokens = tokensOf(text);
    return [...tokens, ...this.#notions.in(text, tokens)];
  }

  #matched(section: Section, { tokens }: Question): string[] {
    const text = `${section.heading} ${section.text}`.toLowerCase();
    const found = [...tokens.keys()]
      .flatMap((token) => this.#notions.wordsOf(token))
      .flatMap((word) =>
        /^[a-z]{3,}$/u.test(word) ? (text.match(new RegExp([...word].join('-?'), 'gu')) ?? []) : text.includes(word) ? [word] : [],
      );
    const whole = found.filter((word) => word.length > 1);
    return [...new Set(whole.length > 0 ? whole : found)].sort((a, b) => b.length - a.length);
  }
}
