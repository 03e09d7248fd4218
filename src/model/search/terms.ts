/** Text as search compares it: full-width forms, case, punctuation, invisible characters and white space set right. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/([a-z])['’](?=[a-z])/gu, '$1')
    .replace(/(^|[^a-z])([a-z]{1,2})-(?=[a-z])/gu, '$1$2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1')
    .trim();
}

/** Runs of hanzi, and of letters or digits, in order. */
export function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[a-z0-9]+|[^\s\p{Script=Han}a-z0-9]+/gu) ?? [];
}

/** Pairs of neighbouring hanzi and whole Latin words: what the index counts. A hanzi that stands alone counts as itself. */
export function tokensOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (isHanzi(run) ? pairsOf(run) : [run]));
}

export const isHanzi = (text: string) => /^\p{Script=Han}/u.test(text);
export const isLatin = (text: string) => /^[a-z]/u.test(text);

/** Latin words count whole, hanzi wherever they stand. */
export function holds(text: string, word: string): boolean {
  return /^[a-z0-9]/u.test(word) ? ` ${text} `.includes(` ${word} `) : text.includes(word);
}

function pairsOf(run: string): string[] {
  const chars = Array.from(run);
  return chars.length === 1 ? chars : chars.slice(1).map((char, at) => chars[at]! + char);
}
