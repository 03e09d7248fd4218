import type { SearchData } from './build-index.ts';

/** Text as search compares it: full-width forms, case, punctuation, invisible characters and white space set right. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/(^|[^a-z])([a-z]{1,2})-(?=[a-z])/gu, '$1$2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim();
}

/** Runs of hanzi, runs of Latin letters and digits, and the signs of synonyms, in order. */
export function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[a-z0-9]+|[\uE000-\uF8FF]{2}/gu) ?? [];
}

/** What the index counts: pairs of neighbouring hanzi, whole Latin words, and a hanzi that stands alone. */
export function tokensOf(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    const chars = Array.from(run);
    return isHanzi(run) && chars.length > 1 ? chars.slice(1).map((char, at) => chars[at]! + char) : [run];
  });
}

export const isHanzi = (text: string) => /^\p{Script=Han}/u.test(text);
export const isLatin = (text: string) => /^[a-z]/u.test(text);

/** Makes text as readers in Taiwan and Hong Kong type it into text as the guide has it: their words (門號, 儲值) and their characters. */
export function createLocaliser({ regional, variants }: Pick<SearchData, 'regional' | 'variants'>) {
  const characters = Array.from(variants.matchAll(/../gu), ([[traditional, simplified]]): [string, string] => [traditional!, simplified!]);
  return createReplacer(new Map([...Object.entries(regional), ...characters]));
}

/** Replaces words in texts, longer ones first, and Latin ones only where they are whole. */
export function createReplacer(replacements: ReadonlyMap<string, string>): (text: string) => string {
  const longestFirst = [...replacements.keys()].sort((a, b) => b.length - a.length);
  const patterns = longestFirst.map((word) => (/[a-z0-9]$/u.test(word) ? `${word}(?![a-z0-9])` : word));
  // The last alternative takes other Latin words whole, so that no word is found in the middle of one.
  const words = new RegExp([...patterns, '[a-z0-9]+'].join('|'), 'gu');
  return (text) => text.replace(words, (word) => replacements.get(word) ?? word);
}
