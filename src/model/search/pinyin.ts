/** Reads Latin letters as pinyin, in the words it is given and no others. */
export interface Pinyin {
  /**
   * Divides letters into the fewest spellings or initials of words and lone syllables; the last word may only have been begun.
   * Returns the words, in hanzi, without the lone syllables; undefined where the letters are no pinyin.
   */
  read(letters: string): string[] | undefined;
  /** The known characters that are read like this one. */
  soundAlike(char: string): string[];
}

/** `readings` lists syllables, each followed by its characters; of `words`, those that are not all hanzi are passed over. */
export function createPinyin(readings: string, words: readonly string[]): Pinyin {
  const characters = new Map<string, string[]>();
  const sounds = new Map<string, string[]>();
  for (const [, syllable = '', chars = ''] of readings.matchAll(/([a-zü]+)([^a-zü]+)/gu)) {
    characters.set(syllable, Array.from(chars));
    for (const char of Array.from(chars)) sounds.set(char, [...(sounds.get(char) ?? []), syllable]);
  }
  const spelt = words
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
    .flatMap((word) => {
      let ways: string[][] = [[]];
      for (const char of word) ways = ways.flatMap((start) => (sounds.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
      return ways.map((syllables) => ({ word, syllables }));
    });
  /** Spellings before syllables before initials; of words with the same letters, the first; no word for a lone syllable. */
  const known = new Map<string, string>();
  const add = (letters: string, word: string) => known.has(letters) || known.set(letters, word);
  for (const { word, syllables } of spelt) add(syllables.join(''), word);
  for (const syllable of characters.keys()) add(syllable, '');
  for (const { word, syllables } of spelt) add(syllables.map(([initial]) => initial).join(''), word);
  let inOrder: string[] | undefined;
  /** The characters between which one stands in the order of pinyin, which every browser knows: 飞 and 费 for what is read fei. */
  const neighbours = (char: string) => {
    inOrder = inOrder ?? [...sounds.keys()].sort(byPinyin.compare);
    const after = inOrder.findIndex((other) => byPinyin.compare(other, char) > 0);
    return inOrder.slice(Math.max(0, after - 1), after + 1);
  };

  return {
    read: (letters) => {
      const begun = (part: string) => part.length > 3 && [...known].find(([spelling, word]) => word && spelling.startsWith(part))?.[1];
      const best: (string[] | undefined)[] = [[]];
      for (let end = 1; end <= letters.length; end++)
        for (let start = Math.max(0, end - longest); start < end; start++) {
          const part = letters.slice(start, end);
          const word = known.get(part) ?? (end === letters.length && begun(part));
          const [before, present] = [best[start], best[end]];
          if (typeof word === 'string' && before && before.length + 1 < (present?.length ?? Infinity)) best[end] = [...before, word];
        }
      return best[letters.length]?.filter(Boolean);
    },
    soundAlike: (char) => {
      const near = sounds.has(char) ? [char] : neighbours(char);
      return [...new Set(near.flatMap((other) => sounds.get(other) ?? []))].flatMap((sound) => characters.get(sound) ?? []);
    },
  };
}

/** No word is spelt with more letters, and no query is read further back. */
const longest = 30;

const byPinyin = new Intl.Collator('zh-u-co-pinyin');
