import { holds, isHanzi, tokensOf } from './terms.ts';

/** Groups of words that mean the same, and which of them a text holds. */
export class Synonyms {
  readonly #groups: readonly (readonly string[])[];
  /** Each word with the token of its group, by the token that it begins with. */
  readonly #byStart = new Map<string, { word: string; group: string }[]>();
  /** Those starts that are a single hanzi, which stands anywhere in a run. */
  readonly #chars: readonly string[];
  /** A sign for each word, the same for all of a group. */
  readonly #signs = new Map<string, string>();
  readonly #words: RegExp;

  /** Takes normalised words. Of groups that share a word, the first is the one that `signed` writes. */
  constructor(groups: readonly (readonly string[])[]) {
    this.#groups = groups;
    for (const [index, group] of groups.entries())
      for (const word of group) {
        const start = tokensOf(word)[0] ?? '';
        this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), { word, group: `#${index}` }]);
        if (!this.#signs.has(word)) this.#signs.set(word, String.fromCharCode(0xe000 + index).repeat(2));
      }
    this.#chars = [...this.#byStart.keys()].filter((start) => isHanzi(start) && start.length === 1);
    const longestFirst = [...this.#signs.keys()].sort((a, b) => b.length - a.length);
    // The last alternative takes Latin words that are no synonyms whole, so that none is found in the middle of one.
    this.#words = new RegExp(
      [...longestFirst.map((word) => (/[a-z0-9]$/u.test(word) ? `${word}(?![a-z0-9])` : word)), '[a-z0-9]+'].join('|'),
      'gu',
    );
  }

  /** The groups of which a text, whose tokens are given, holds a word: as tokens of their own. */
  in(text: string, tokens: readonly string[]): Set<string> {
    const found = new Set<string>();
    for (const start of [...tokens, ...this.#chars.filter((char) => text.includes(char))])
      for (const { word, group } of this.#byStart.get(start) ?? []) if (!found.has(group) && holds(text, word)) found.add(group);
    return found;
  }

  /** A text with each word that has synonyms replaced by the sign of its group: 忘了交钱 and 忘记续费 are the same then. */
  signed(text: string): string {
    return text.replace(this.#words, (word) => this.#signs.get(word) ?? word);
  }

  /** What a token stands for in a text: the words of a group, or the token itself, and the words that hold it: 扣款日 for 款日. */
  wordsOf(token: string): readonly string[] {
    if (token.startsWith('#')) return this.#groups[Number(token.slice(1))]!;
    return isHanzi(token) ? [token, ...[...this.#signs.keys()].filter((word) => word.includes(token))] : [token];
  }
}
