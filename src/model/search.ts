import type { SearchData, Section } from './search-data.ts';
import { essence, normalise, pairsOf, runsOf, tokensOf } from './search-terms.ts';

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
const phraseWeight = 9;
/** Hits below this share of the best one are noise. */
const tail = 0.1;

/**
 * Search over the sections of the guide, all in memory. Ranks by BM25F (Robertson and Zaragoza 2009) over pairs of hanzi
 * and Latin words, with equal words counted as one notion, and prefers headings and readers' own words that match whole.
 */
export class Search {
  readonly #sections: readonly Section[];
  readonly #variants: Map<string, string>;
  readonly #syllables = new Map<string, string[]>();
  readonly #readings = new Map<string, string[]>();
  readonly #same: { word: string; start: string }[][];
  readonly #postings = new Map<string, Map<number, number>>();
  readonly #phrases: { text: string; section: number; weight: number }[] = [];
  #spoken: { text: string; full: string; initials: string }[] | undefined;
  #pairsBySound: Map<string, string[]> | undefined;

  constructor(data: SearchData) {
    this.#sections = data.sections;
    const chars = [...data.variants];
    this.#variants = new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1]!] as const] : [])));
    for (const [sound, all] of Object.entries(data.readings)) {
      this.#syllables.set(sound, [...all]);
      for (const char of all) this.#readings.set(char, [...(this.#readings.get(char) ?? []), sound]);
    }
    this.#same = data.same.map((group) =>
      group.map((text) => {
        const word = this.#normal(text);
        return { word, start: tokensOf(word)[0] ?? '' };
      }),
    );
    data.sections.forEach((section, index) => this.#add(section, index));
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
    for (const { text, section, weight } of this.#phrases)
      for (const [phrase, share] of asked) {
        const likeness = compare(phrase, text) * weight * share;
        if (likeness > (best.get(section) ?? 0)) best.set(section, likeness);
      }
    return best;
  }

  #normal(text: string): string {
    return normalise(text, this.#variants);
  }

  #add(section: Section, index: number): void {
    const heading = this.#normal(section.heading);
    const words = section.words.map((word) => this.#normal(word));
    const fields = { heading: [heading], words, chapter: [this.#normal(section.chapter)], text: [this.#normal(section.text)] };
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
        this.#phrases.push({ text: phrase, section: index, weight });
  }

  /** Groups of equal words of which a text holds one, as tokens. */
  #notions(text: string): string[] {
    // Most words are ruled out by their first pair, without reading the text.
    const tokens = new Set(tokensOf(text));
    const may = ({ word, start }: { word: string; start: string }) => (tokens.has(start) || word.length === 1) && holds(text, word);
    return this.#same.flatMap((group, index) => (group.some(may) ? [`#${index}`] : []));
  }

  #read(query: string): Question {
    const question: Question = { tokens: new Map(), phrases: new Map() };
    const normal = this.#normal(query);
    question.phrases.set(normal, 1);
    for (const text of essence(normal)) this.#readHanzi(text, question, 1);
    const latin = runsOf(normal).filter((run) => !run.hanzi && /^[a-z0-9]/u.test(run.text));
    const unknown = latin.filter(({ text }) => !this.#postings.has(text));
    const spoken = unknown.length > 1 ? this.#hear(unknown.map(({ text }) => text).join('')) : [];
    if (spoken.length > 0) for (const text of spoken) this.#readHanzi(text, question, 1 / spoken.length);
    for (const { text } of spoken.length > 0 ? [] : unknown) this.#readLatin(text, question);
    return question;
  }

  #readHanzi(text: string, question: Question, weight: number): void {
    const whole = text.replaceAll(' ', '');
    for (const piece of [whole, ...text.split(' ')])
      if (piece.length > 1)
        question.phrases.set(piece, Math.max(question.phrases.get(piece) ?? 0, weight * Math.sqrt(piece.length / whole.length)));
    const put = (token: string, worth: number) => question.tokens.set(token, Math.max(question.tokens.get(token) ?? 0, worth));
    for (const notion of this.#notions(text)) put(notion, 0.8 * weight);
    for (const run of runsOf(text)) {
      if (!run.hanzi) put(run.text, 1.3 * weight);
      else if ([...run.text].length === 1) for (const pair of this.#pairsWith(run.text)) put(pair, 0.4 * weight);
      else for (const pair of pairsOf(run.text)) this.#readPair(pair, weight, put);
    }
  }

  /** A pair that the guide does not have may be one that sounds the same: 冲值 for 充值. */
  #readPair(pair: string, weight: number, put: (token: string, worth: number) => void): void {
    put(pair, weight);
    if (this.#postings.has(pair)) return;
    const [first = '', second = ''] = pair;
    for (const a of this.#readings.get(first) ?? [])
      for (const b of this.#readings.get(second) ?? []) for (const other of this.#soundAlike(`${a} ${b}`)) put(other, 0.8 * weight);
  }

  #readLatin(text: string, question: Question): void {
    const put = (token: string, worth: number) => question.tokens.set(token, Math.max(question.tokens.get(token) ?? 0, worth));
    const heard = this.#hear(text);
    if (heard.length > 0) {
      for (const each of heard) this.#readHanzi(each, question, 1 / Math.sqrt(heard.length));
      return;
    }
    const longer = text.length < 2 ? [] : [...this.#postings.keys()].filter((token) => token.startsWith(text));
    for (const token of longer) put(token, 1);
    if (longer.length > 0) return;
    const syllables = this.#syllabify(text);
    for (const [at, sound] of syllables.entries())
      for (const pair of at > 0 ? this.#soundAlike(`${syllables[at - 1]} ${sound}`) : []) put(pair, 0.9);
    if (syllables.length === 0 && text.length > 3)
      for (const token of this.#postings.keys()) if (/^[a-z]{4}/u.test(token) && isOneOff(text, token)) put(token, 1);
  }

  /** The words that letters spell in pinyin, whole or by initials, or whose spelling they begin. */
  #hear(letters: string): string[] {
    this.#spoken ??= this.#spell();
    const pick = (test: (word: { full: string; initials: string }) => boolean) =>
      [...new Set(this.#spoken!.filter(test).map(({ text }) => text))].sort((a, b) => a.length - b.length).slice(0, 4);
    const whole = pick(({ full }) => full === letters);
    if (whole.length > 0) return whole;
    const initials = letters.length < 2 || letters.length > 8 ? [] : pick((word) => word.initials === letters);
    if (initials.length > 0) return initials;
    return letters.length < 4 ? [] : pick(({ full }) => full.startsWith(letters));
  }

  #spell(): { text: string; full: string; initials: string }[] {
    const words = [...this.#same.flat().map(({ word }) => word), ...this.#phrases.map(({ text }) => text)].filter((word) =>
      /^\p{Script=Han}+$/u.test(word),
    );
    return [...new Set(words)].flatMap((text) => {
      let spellings: string[][] = [[]];
      for (const char of text)
        spellings = spellings.flatMap((start) => (this.#readings.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
      return spellings.map((sounds) => ({ text, full: sounds.join(''), initials: sounds.map((sound) => sound[0]).join('') }));
    });
  }

  /** Letters as syllables of pinyin; empty where they are none. */
  #syllabify(letters: string): string[] {
    const ends: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= Math.min(letters.length, 60); end++)
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const sound = letters.slice(start, end);
        const before = ends[start];
        if (before && !ends[end] && this.#syllables.has(sound)) ends[end] = [...before, sound];
      }
    return ends[letters.length] ?? [];
  }

  #soundAlike(sounds: string): readonly string[] {
    if (!this.#pairsBySound) {
      this.#pairsBySound = new Map();
      for (const pair of this.#postings.keys()) {
        const [first = '', second = '', third] = pair;
        if (third !== undefined) continue;
        for (const a of this.#readings.get(first) ?? [])
          for (const b of this.#readings.get(second) ?? [])
            this.#pairsBySound.set(`${a} ${b}`, [...(this.#pairsBySound.get(`${a} ${b}`) ?? []), pair]);
      }
    }
    return this.#pairsBySound.get(sounds) ?? [];
  }

  #pairsWith(char: string): string[] {
    return [...this.#postings.keys()].filter((token) => token.length <= 2 && token.includes(char));
  }

  #matched(section: Section, { tokens }: Question): string[] {
    const text = `${section.heading} ${section.text}`.toLowerCase();
    const words = [...tokens.keys()].flatMap((token) =>
      token.startsWith('#') ? this.#same[Number(token.slice(1))]!.map(({ word }) => word) : [token],
    );
    return [...new Set(words)].filter((word) => text.includes(word)).sort((a, b) => b.length - a.length);
  }
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

/** True where one letter is wrong, missing, too many, or two neighbours are swapped. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}
