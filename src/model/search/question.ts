import type { Notions } from './notions.ts';
import type { Pinyin } from './pinyin.ts';
import type { Postings } from './postings.ts';
import { essence, pairsOf, runsOf, tokensOf } from './terms.ts';
import { isOneOff, isSameStem, mend } from './typos.ts';

/** A Latin word beside a pair of hanzi: a word of hanzi counts as one pair or two, and as a notion. */
const latinWeight = 2.2;

/** What a question is read with. */
export interface Knowledge {
  postings: Postings;
  notions: Notions;
  pinyin: Pinyin;
  /** All phrases and equal words, a line each. */
  vocabulary: string;
}

/** What a query asks for: tokens with their weights, and the phrases that headings are compared with, each with its share. */
export class Question {
  readonly tokens = new Map<string, number>();
  readonly phrases = new Map<string, number>();
  readonly #known: Knowledge;

  /** Reads a query that `normalise` has set right. */
  constructor(query: string, known: Knowledge) {
    this.#known = known;
    const { postings, pinyin } = known;
    this.phrases.set(query, 1);
    for (const text of essence(query)) {
      this.#readHanzi(text, 1);
      const mended = this.#mend(text);
      if (mended !== text) this.#readHanzi(mended, 0.85);
    }
    const unknown = runsOf(query)
      .map(({ text }) => text)
      .filter((text) => /^[a-z0-9]/u.test(text) && !postings.has(text));
    const joined = unknown.length > 1 ? unknown.join('') : '';
    const heard = pinyin.hear(joined);
    if (heard.length > 0) for (const text of heard) this.#readHanzi(text, 1 / heard.length);
    else if (!this.#readSyllables(joined)) for (const text of unknown) this.#readLatin(text);
  }

  /** Keeps the greatest weight that a token was given. */
  #put(token: string, weight: number): void {
    this.tokens.set(token, Math.max(this.tokens.get(token) ?? 0, weight));
  }

  #readHanzi(text: string, weight: number): void {
    const { postings, notions } = this.#known;
    const whole = text.replaceAll(' ', '');
    for (const piece of [whole, ...text.split(' ')])
      if (piece.length > 1) this.phrases.set(piece, Math.max(this.phrases.get(piece) ?? 0, (weight * piece.length) / whole.length));
    // What stood on both sides of a filler may belong together: 卡已经停了.
    for (const token of whole === text ? [] : tokensOf(whole)) if (postings.has(token)) this.#put(token, 0.5 * weight);
    for (const notion of notions.in(text, tokensOf(text))) this.#put(notion, 0.8 * weight);
    for (const run of runsOf(text)) {
      if (!run.hanzi) this.#put(run.text, latinWeight * weight);
      else if ([...run.text].length === 1) {
        const pairs = [...postings.tokens()].filter((token) => token.length <= 2 && token.includes(run.text));
        for (const pair of pairs) this.#put(pair, (0.8 * weight) / Math.sqrt(pairs.length));
      } else for (const pair of pairsOf(run.text)) this.#put(pair, weight);
    }
  }

  #knows(pair: string): boolean {
    return this.#known.postings.has(pair) || this.#known.vocabulary.includes(pair);
  }

  #mend(text: string): string {
    const { pinyin } = this.#known;
    const alike = (char: string) => pinyin.soundsOf(char).flatMap((sound) => pinyin.charactersOf(sound));
    return text.replace(/\p{Script=Han}{2,}/gu, (run) => mend(run, (pair) => this.#knows(pair), alike));
  }

  #readLatin(text: string): void {
    const { postings, pinyin } = this.#known;
    const heard = pinyin.hear(text);
    if (heard.length > 0) {
      for (const each of heard) this.#readHanzi(each, 1 / Math.sqrt(heard.length));
      return;
    }
    const tokens = [...postings.tokens()].filter((token) => /^[a-z]/u.test(token));
    const near = (word: string) =>
      postings.has(word) ? word : tokens.find((token) => word.length > 3 && token.length > 3 && isOneOff(word, token));
    for (let at = 2; at < text.length - 1; at++) {
      const halves = [near(text.slice(0, at)), near(text.slice(at))];
      if (!halves.every(Boolean)) continue;
      this.#readHanzi(halves.join(' '), 1);
      return;
    }
    for (const test of [
      (token: string) => text.length > 1 && token.startsWith(text),
      (token: string) => isSameStem(text, token),
      (token: string) => text.length > 3 && token.length > 3 && isOneOff(text, token),
    ]) {
      const found = tokens.filter(test);
      for (const token of found) this.#put(token, 1);
      if (found.length > 0) return;
    }
    this.#readSyllables(text);
  }

  /** Reads letters as a sentence in pinyin; false where they are none. */
  #readSyllables(letters: string): boolean {
    const { pinyin } = this.#known;
    const pieces = pinyin.transcribe(letters);
    this.#readHanzi(pieces.filter((piece) => !/^[a-z]/u.test(piece)).join(' '), 0.9);
    for (const [at, piece] of pieces.entries()) for (const pair of pinyin.soundAlike(pieces[at - 1] ?? '', piece)) this.#put(pair, 0.9);
    return pieces.length > 0;
  }
}
