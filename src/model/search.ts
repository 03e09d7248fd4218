import type { SearchData, Section } from './search-data.ts';
import { Pinyin } from './search-pinyin.ts';
import { essence, normalise, pairsOf, runsOf, tokensOf } from './search-terms.ts';
import { isOneOff, isSameStem, mend } from './search-typos.ts';

export interface Hit {
  section: Section;
  score: number;
  /** The words of the section that the query found, longest first; lower-cased as in the section. */
  matched: string[];
}

/** What a query asks for: tokens with their weights, and the whole questions that headings are compared with. */
interface Question {
  tokens: Map<string, number>;
  /** Phrases that headings are compared with, each with its share of the whole. */
  phrases: Map<string, number>;
}

/** How much a token weighs in each field of a section. */
const boosts = { heading: 5, words: 4, chapter: 0.6, text: 1 } as const;
const saturation = 1.6;
/** A Latin word beside a pair of hanzi: a word of hanzi counts as one pair or two, and as a notion. */
const latinWeight = 2.2;
const phraseWeight = 9;
/** How much a phrase without its filling is worth beside one that readers say as it stands. */
const stripped = 0.85;
/** How much the same words in another order, or with others between them, are worth beside the same phrase. */
const mixed = 0.7;
/** Hits below this share of the best one are noise. */
const tail = 0.1;

/**
 * Search over the sections of the guide, all in memory. Ranks by BM25F (Robertson and Zaragoza 2009) over pairs of hanzi
 * and Latin words, with equal words counted as one notion, and prefers headings and readers' own words that match whole.
 */
export class Search {
  readonly #sections: readonly Section[];
  readonly #variants: Map<string, string>;
  readonly #pinyin: Pinyin;
  readonly #same: { word: string; start: string }[][];
  readonly #sameBy = new Map<string, { word: string; group: number }[]>();
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #phrases: Phrase[] = [];
  readonly #phrasesWith = new Map<string, number[]>();
  #vocabulary: string | undefined;

  constructor(data: SearchData) {
    this.#sections = data.sections;
    const chars = [...data.variants];
    this.#variants = new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1]!] as const] : [])));
    this.#same = data.same.map((group) =>
      group.map((text) => {
        const word = this.#normal(text);
        return { word, start: tokensOf(word)[0] ?? '' };
      }),
    );
    for (const [group, words] of this.#same.entries())
      for (const { word, start } of words) this.#sameBy.set(start, [...(this.#sameBy.get(start) ?? []), { word, group }]);
    data.sections.forEach((section, index) => this.#add(section, index));
    for (const phrase of this.#phrases) phrase.worth = this.#worthOf(phrase.units);
    this.#pinyin = new Pinyin(
      data.readings,
      () => this.#words(),
      () => this.#postings.keys(),
    );
  }

  /** The best sections for a query of any kind, best first; none where nothing is alike. */
  find(query: string, limit = 8): Hit[] {
    const question = this.#read(query.slice(0, 200));
    const scores = new Map<number, number>();
    const covered = new Map<number, number>();
    let total = 0;
    for (const [token, weight] of question.tokens) {
      const found = this.#postings.get(token);
      const rarity = Math.log(1 + (this.#sections.length - (found?.size ?? 0) + 0.5) / ((found?.size ?? 0) + 0.5));
      const worth = weight * rarity;
      total += found ? worth : worth * 0.35;
      for (const [index, frequency] of found ?? []) {
        scores.set(index, (scores.get(index) ?? 0) + (worth * frequency) / (saturation + frequency));
        covered.set(index, (covered.get(index) ?? 0) + worth);
      }
    }
    const likeness = this.#compare(question.phrases);
    return [...new Set([...scores.keys(), ...likeness.keys()])]
      .map((index) => {
        const share = (covered.get(index) ?? 0) / (total || 1);
        return { index, score: (scores.get(index) ?? 0) * (0.4 + 0.6 * share) + phraseWeight * (likeness.get(index) ?? 0) };
      })
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .filter(({ score }, _, [best]) => score >= best!.score * tail)
      .slice(0, limit)
      .map(({ index, score }) => ({ section: this.#sections[index]!, score, matched: this.#matched(this.#sections[index]!, question) }));
  }

  /** The sections whose headings share most characters with a query that found nothing. */
  nearest(query: string, limit = 3): Hit[] {
    const wanted = new Set(this.#normal(query.slice(0, 200)).replaceAll(' ', ''));
    return this.#sections
      .map((section) => {
        const shared = [...new Set(this.#normal(section.heading))].filter((char) => /\p{Script=Han}/u.test(char) && wanted.has(char));
        return { section, score: shared.length / section.heading.length, matched: shared };
      })
      .filter(({ score, matched }) => matched.length > 1 || score > 0.3)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** How near the best phrase of each section comes to the question. */
  #compare(asked: ReadonlyMap<string, number>): Map<number, number> {
    const best = new Map<number, number>();
    for (const [question, share] of asked) {
      const units = this.#unitsOf(question);
      const whole = this.#worthOf(units);
      const shared = new Map<number, number>();
      for (const unit of units)
        for (const id of this.#phrasesWith.get(unit) ?? []) shared.set(id, (shared.get(id) ?? 0) + this.#worth(unit));
      for (const [id, worth] of shared) {
        const phrase = this.#phrases[id]!;
        const alike = Math.max(compare(question, phrase.text), mixed * ((2 * worth) / (whole + phrase.worth)) ** 2);
        const likeness = alike * phrase.weight * share;
        if (likeness > (best.get(phrase.section) ?? 0)) best.set(phrase.section, likeness);
      }
    }
    return best;
  }

  /** What phrases are compared by: hanzi, pairs of them, Latin words and notions. */
  #unitsOf(text: string): Set<string> {
    return new Set([...text.replace(/[^\p{Script=Han}]/gu, ''), ...tokensOf(text), ...this.#notions(text)]);
  }

  /** How much a unit tells one phrase from another; half of that where no phrase has it. */
  #worth(unit: string): number {
    const among = this.#phrasesWith.get(unit)?.length;
    const kind = /^#|^\p{Script=Han}$/u.test(unit) ? 0.7 : 1;
    return kind * (among ? 1 : 0.5) * Math.log(1 + this.#phrases.length / ((among ?? 0) + 1));
  }

  #worthOf(units: Iterable<string>): number {
    let sum = 0;
    for (const unit of units) sum += this.#worth(unit);
    return sum;
  }

  #words(): string[] {
    return [...this.#same.flat().map(({ word }) => word), ...this.#phrases.map(({ text }) => text)];
  }

  #normal(text: string): string {
    return normalise(text, this.#variants);
  }

  #add(section: Section, index: number): void {
    const heading = this.#normal(section.heading);
    const words = section.words.map((word) => this.#normal(word));
    const fields = {
      heading: [heading],
      words,
      chapter: [this.#normal(section.chapter)],
      text: [this.#normal(`${section.text} ${section.lead ?? ''}`)],
    };
    const counts = new Map<string, number>();
    for (const [field, texts] of Object.entries(fields) as [keyof typeof fields, string[]][]) {
      const tokens = texts.flatMap((text) => [...tokensOf(text), ...this.#notions(text)]);
      const length = field === 'text' ? 0.4 + 0.6 * (tokens.length / 200) : 1;
      const seen = new Map<string, number>();
      for (const token of tokens) seen.set(token, (seen.get(token) ?? 0) + 1);
      // A word that many of the readers' phrases share is said once: they are variants of one question.
      for (const [token, count] of seen)
        counts.set(token, (counts.get(token) ?? 0) + (boosts[field] * (field === 'words' ? Math.min(count, 2) : count)) / length);
    }
    for (const [token, count] of counts) {
      const posting = this.#postings.get(token) ?? new Map<number, number>();
      posting.set(index, count);
      this.#postings.set(token, posting);
    }
    for (const [text, weight] of [[heading, 1.15], ...words.map((word) => [word, 1])] as [string, number][])
      for (const phrase of new Set([text, ...essence(text).map((each) => each.replaceAll(' ', ''))]))
        this.#addPhrase({
          text: phrase,
          section: index,
          weight: phrase === text ? weight : stripped,
          units: this.#unitsOf(phrase),
          worth: 0,
        });
  }

  #addPhrase(phrase: Phrase): void {
    const id = this.#phrases.push(phrase) - 1;
    for (const unit of phrase.units) {
      const ids = this.#phrasesWith.get(unit);
      if (ids) ids.push(id);
      else this.#phrasesWith.set(unit, [id]);
    }
  }

  /** Groups of equal words of which a text holds one, as tokens. */
  #notions(text: string): string[] {
    const found = new Set<string>();
    const look = (start: string) => {
      for (const { word, group } of this.#sameBy.get(start) ?? []) if (holds(text, word)) found.add(`#${group}`);
    };
    // Only words whose first pair is there are looked for.
    for (const start of new Set([...tokensOf(text), ...text])) look(start);
    return [...found];
  }

  #read(query: string): Question {
    const question: Question = { tokens: new Map(), phrases: new Map() };
    const normal = this.#normal(query);
    question.phrases.set(normal, 1);
    for (const text of essence(normal)) {
      this.#readHanzi(text, question, 1);
      const mended = this.#mend(text);
      if (mended !== text) this.#readHanzi(mended, question, 0.85);
    }
    const latin = runsOf(normal).filter((run) => !run.hanzi && /^[a-z0-9]/u.test(run.text));
    const unknown = latin.filter(({ text }) => !this.#postings.has(text)).map(({ text }) => text);
    const joined = unknown.length > 1 ? unknown.join('') : '';
    const heard = this.#pinyin.hear(joined);
    if (heard.length > 0) for (const text of heard) this.#readHanzi(text, question, 1 / heard.length);
    else if (!this.#readSyllables(joined, question)) for (const text of unknown) this.#readLatin(text, question);
    return question;
  }

  #readHanzi(text: string, question: Question, weight: number): void {
    const whole = text.replaceAll(' ', '');
    for (const piece of [whole, ...text.split(' ')])
      if (piece.length > 1)
        question.phrases.set(piece, Math.max(question.phrases.get(piece) ?? 0, weight * Math.sqrt(piece.length / whole.length)));
    const put = putInto(question);
    // What stood on both sides of a filler may belong together: 卡已经停了.
    for (const token of whole === text ? [] : tokensOf(whole)) if (this.#postings.has(token)) put(token, 0.5 * weight);
    for (const notion of this.#notions(text)) put(notion, 0.8 * weight);
    for (const run of runsOf(text)) {
      if (!run.hanzi) put(run.text, latinWeight * weight);
      else if ([...run.text].length === 1) {
        const pairs = this.#pairsWith(run.text);
        for (const pair of pairs) put(pair, (0.8 * weight) / Math.sqrt(pairs.length));
      } else for (const pair of pairsOf(run.text)) this.#readPair(pair, weight, put);
    }
  }

  /** A pair that the guide does not have may be one that sounds the same: 冲值 for 充值. */
  #readPair(pair: string, weight: number, put: Put): void {
    put(pair, weight);
    if (this.#postings.has(pair)) return;
    const [first = '', second = ''] = pair;
    for (const other of this.#pinyin.soundAlike(this.#pinyin.soundsOf(first), this.#pinyin.soundsOf(second))) put(other, 0.7 * weight);
  }

  #mend(text: string): string {
    const words = (this.#vocabulary ??= this.#words().join('\n'));
    const alike = (char: string) => this.#pinyin.soundsOf(char).flatMap((sound) => this.#pinyin.charactersOf(sound));
    return text.replace(/\p{Script=Han}+/gu, (run) => mend(run, { pairs: this.#postings, words, alike }));
  }

  #readLatin(text: string, question: Question): void {
    const put = putInto(question);
    const heard = this.#pinyin.hear(text);
    if (heard.length > 0) {
      for (const each of heard) this.#readHanzi(each, question, 1 / Math.sqrt(heard.length));
      return;
    }
    for (let at = 2; at < text.length - 1; at++)
      if (this.#postings.has(text.slice(0, at)) && this.#postings.has(text.slice(at))) {
        this.#readHanzi(`${text.slice(0, at)} ${text.slice(at)}`, question, 1);
        return;
      }
    const tokens = [...this.#postings.keys()];
    for (const test of [
      (token: string) => text.length > 1 && token.startsWith(text),
      (token: string) => isSameStem(text, token),
      (token: string) => text.length > 3 && /^[a-z]{4}/u.test(token) && isOneOff(text, token),
    ]) {
      const found = tokens.filter(test);
      for (const token of found) put(token, 1);
      if (found.length > 0) return;
    }
    this.#readSyllables(text, question);
  }

  /** Reads letters as a sentence in pinyin; false where they are none. */
  #readSyllables(letters: string, question: Question): boolean {
    const pieces = this.#pinyin.transcribe(letters);
    const words = pieces.filter((piece) => !/^[a-z]/u.test(piece));
    this.#readHanzi(words.join(' '), question, 0.9);
    const sounds = pieces.map((piece) => (/^[a-z]/u.test(piece) ? [piece] : []));
    for (const [at, sound] of sounds.entries())
      for (const pair of at > 0 ? this.#pinyin.soundAlike(sounds[at - 1]!, sound) : []) putInto(question)(pair, 0.9);
    return pieces.length > 0;
  }

  #pairsWith(char: string): string[] {
    return [...this.#postings.keys()].filter((token) => token.length <= 2 && token.includes(char));
  }

  #matched(section: Section, { tokens }: Question): string[] {
    const text = `${section.heading} ${section.text} ${section.lead ?? ''}`.toLowerCase();
    const words = [...tokens.keys()].flatMap((token) =>
      token.startsWith('#') ? this.#same[Number(token.slice(1))]!.map(({ word }) => word) : [token],
    );
    const found = words.flatMap((word) =>
      /^[a-z]{3,}$/u.test(word) ? (text.match(new RegExp([...word].join('-?'), 'gu')) ?? []) : text.includes(word) ? [word] : [],
    );
    const whole = found.filter((word) => word.length > 1);
    return [...new Set(whole.length > 0 ? whole : found)].sort((a, b) => b.length - a.length);
  }
}

/** A heading or something that readers say, and what it is compared by. */
interface Phrase {
  text: string;
  section: number;
  weight: number;
  units: ReadonlySet<string>;
  /** How much all of its units are worth together. */
  worth: number;
}

type Put = (token: string, worth: number) => void;

/** Keeps the greatest weight that a token was given. */
function putInto({ tokens }: Question): Put {
  return (token, worth) => tokens.set(token, Math.max(tokens.get(token) ?? 0, worth));
}

/** Latin words count whole, hanzi wherever they stand. */
function holds(text: string, word: string): boolean {
  return /^[a-z0-9]/u.test(word) ? ` ${text} `.includes(` ${word} `) : text.includes(word);
}

/** From 0 to 1: how much of two phrases is the same, where one holds the other. */
function compare(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2 || !holds(long, short)) return 0;
  return (short.length / long.length) ** 1.5;
}
