import { tokensOf } from './terms.ts';

/** Groups of words that mean the same, and which of them a text holds. */
export class Notions {
  /** Each word with its group, by the token that it begins with. */
  readonly #byStart = new Map<string, { word: string; notion: string }[]>();
  /** Those tokens that are a single hanzi, which stands anywhere in a run. */
  readonly #chars: readonly string[];
  readonly #groups: readonly (readonly string[])[];

  /** A sign for each word, the same for all of a group. */
  readonly #signs: ReadonlyMap<string, string>;
  readonly #any: RegExp;

  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups;
    for (const [group, words] of groups.entries())
      for (const word of words) {
        const start = tokensOf(word)[0] ?? '';
        this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { word, notion: `#${group}` }]);
      }
    const words = groups.flatMap((group, index) => group.map((word) => [word, String.fromCharCode(0xe000 + index).repeat(2)] as const));
    this.#signs = new Map(words.reverse());
    const longestFirst = [...this.#signs.keys()].sort((a, b) => b.length - a.length);
    this.#any = new RegExp(
      longestFirst.map((word) => (/^[a-z0-9]/u.test(word) ? `(?<![a-z0-9])${word}(?![a-z0-9])` : word)).join('|') || '(?!)',
      'gu',
    );
    this.#chars = [...this.#byStart.keys()].filter((start) => /^\p{Script=Han}$/u.test(start));
  }

  /** The groups of which a text, whose tokens are given, holds a word: as tokens of their own. */
  in(text: string, tokens: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const look = (start: string) => {
      for (const { word, notion } of this.#byStart.get(start) ?? []) if (!found.has(notion) && holds(text, word)) found.add(notion);
    };
    for (const token of tokens) look(token);
    for (const char of this.#chars) if (text.includes(char)) look(char);
    return found;
  }

  /** A text with each word that has equals replaced by the sign of its group: 忘了交钱 and 忘记续费 are the same then. */
  signed(text: string): string {
    return text.replace(this.#any, (word) => this.#signs.get(word)!).replace(/(?<!\d)\d\d?(?!\d)/gu, '00');
  }

  /** The words of a group, or the token itself where it is none. */
  wordsOf(token: string): readonly string[] {
    return token.startsWith('#') ? this.#groups[Number(token.slice(1))]! : [token];
  }
}

/** Latin words count whole, hanzi wherever they stand. */
export function holds(text: string, word: string): boolean {
  return /^[a-z0-9]/u.test(word) ? ` ${text} `.includes(` ${word} `) : text.includes(word);
}
