/**
 * Makes text as readers in Taiwan and Hong Kong type it into text as the guide has it: first their words (門號, 儲值), then their
 * characters. `variants` holds Traditional characters, each followed by the simplified one.
 */
export function createLocaliser(regional: Readonly<Record<string, string>>, variants: string): (text: string) => string {
  const words = new RegExp(
    Object.keys(regional)
      .sort((a, b) => b.length - a.length)
      .join('|') || '(?!)',
    'gu',
  );
  const chars = Array.from(variants);
  const simplified = new Map(chars.flatMap((char, at) => (at % 2 === 0 ? [[char, chars[at + 1]!] as const] : [])));
  return (text) =>
    Array.from(
      text.replace(words, (word) => regional[word]!),
      (char) => simplified.get(char) ?? char,
    ).join('');
}
