/** True where one letter is wrong, missing, too many, or two neighbours are swapped. */
export function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** True for two forms of one English word: renew and renewal, expire and expired. */
export function isSameStem(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 4 && same >= 0.6 * Math.max(a.length, b.length);
}

/** What a mender knows: which pairs of hanzi occur, the words that occur (a line each), and the characters that sound like one. */
export interface Known {
  pairs: { has: (pair: string) => boolean };
  words: string;
  alike: (char: string) => readonly string[];
}

/**
 * A run of hanzi with the one character that fits neither neighbour replaced by one that does: one that sounds the same (续废), or,
 * in a short run, one that a known word has in that place (付款夫败). The run itself where nothing is wrong or nothing is better.
 */
export function mend(run: string, { pairs, words, alike }: Known): string {
  const chars = [...run];
  const fits = (at: number, char: string) =>
    Number(at > 0 && pairs.has(chars[at - 1]! + char)) + Number(at < chars.length - 1 && pairs.has(char + chars[at + 1]!));
  const strange = chars.flatMap((char, at) => (fits(at, char) === 0 && !`\n${words}\n`.includes(`\n${char}\n`) ? [at] : []));
  for (const at of strange) {
    const heard = alike(chars[at]!).toSorted((a, b) => fits(at, b) - fits(at, a))[0];
    const better =
      heard !== undefined && fits(at, heard) > 0 ? heard : strange.length <= 2 && chars.length <= 6 ? inPlace(chars, at, words) : undefined;
    if (better !== undefined) return chars.with(at, better).join('');
  }
  return run;
}

/** The character that a known word has between the same neighbours, or beside the same two. */
function inPlace(chars: readonly string[], at: number, words: string): string | undefined {
  const [before2, before, after, after2] = [chars[at - 2], chars[at - 1], chars[at + 1], chars[at + 2]];
  const patterns = [
    before && after && `${before}(.)${after}`,
    before2 && before && !after && `${before2}${before}(.)`,
    after && after2 && !before && `(.)${after}${after2}`,
    chars.length === 2 && `^${before ?? ''}(.)${after ?? ''}$`,
  ];
  for (const pattern of patterns) {
    const found = pattern ? new RegExp(pattern, 'mu').exec(words)?.[1] : undefined;
    if (found) return found;
  }
  return undefined;
}
