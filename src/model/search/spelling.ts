import { isHanzi } from './terms.ts';

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

/**
 * A text in which the first hanzi that fits neither neighbour is replaced by one that sounds the same and does: 续费 for 续废.
 * The text itself where nothing is wrong or nothing is better.
 */
export function mendHanzi(text: string, isPair: (pair: string) => boolean, soundAlike: (char: string) => string[]): string {
  const chars = Array.from(text);
  const fits = (at: number, char: string) => Number(isPair((chars[at - 1] ?? ' ') + char)) + Number(isPair(char + (chars[at + 1] ?? ' ')));
  for (const [at, char] of chars.entries()) {
    if (!isHanzi(char) || fits(at, char) > 0) continue;
    const [best] = soundAlike(char).sort((a, b) => fits(at, b) - fits(at, a));
    if (best !== undefined && fits(at, best) > 0) return [...chars.slice(0, at), best, ...chars.slice(at + 1)].join('');
  }
  return text;
}
