import { createReplacer, isHanzi, tokensOf } from './terms.ts';

export type Synonyms = ReturnType<typeof createSynonyms>;

/** Takes groups of normalised words that mean the same. A word that several groups list belongs to the first. */
export function createSynonyms(groups: readonly (readonly string[])[]) {
  const signs = new Map<string, string>();
  for (const [index, group] of groups.entries())
    for (const word of group) if (!signs.has(word)) signs.set(word, String.fromCharCode(firstSign + index).repeat(2));
  /** A text with each word that has synonyms replaced by the sign of its group: 忘了交钱 and 忘记续费 are the same then. */
  const sign = createReplacer(signs);
  return {
    sign,
    /** The tokens of a text, and the signs of its synonyms as tokens of their own. */
    terms: (text: string) => [...tokensOf(text), ...new Set(sign(text).match(/[\uE000-\uF8FF]{2}/gu))],
    /** What a token stands for: the words of a group, or the token itself and the words that contain it: 扣款日 for 款日. */
    wordsOf: (token: string): readonly string[] =>
      groups[token.charCodeAt(0) - firstSign] ?? [token, ...[...signs.keys()].filter((word) => isHanzi(token) && word.includes(token))],
  };
}

/** The first character for private use: no text contains one after it was normalised. */
const firstSign = 0xe000;
