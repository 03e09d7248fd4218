export type Spelling = ReturnType<typeof createSpelling>;

/**
 * Reads Latin letters as the words it is given, in Latin letters or in pinyin. `readings` lists syllables, each followed by its
 * characters; of `words`, only those all in hanzi are read as pinyin.
 */
export function createSpelling(readings: string, words: readonly string[], latin: readonly string[]) {
  const characters = new Map<string, string[]>();
  const sounds = new Map<string, string[]>();
  for (const [, syllable = '', chars = ''] of readings.matchAll(/([a-zü]+)([^a-zü]+)/gu)) {
    characters.set(syllable, Array.from(chars));
    for (const char of Array.from(chars)) sounds.set(char, [...(sounds.get(char) ?? []), syllable]);
  }
  const inOrder = [...sounds.keys()].sort(byPinyin.compare);
  /** Each word with the syllables of one way to read it, in reverse: the map below keeps the last of equal spellings. */
  const spelt = [...words].reverse().flatMap((word) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return [];
    let ways: string[][] = [[]];
    for (const char of word) ways = ways.flatMap((start) => (sounds.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
    return ways.map((syllables) => ({ word, syllables }));
  });
  /** Spellings take precedence over syllables, and those over initials. */
  const known = new Map([
    ...spelt.map(({ word, syllables }): [string, string] => [syllables.map(([initial]) => initial).join(''), word]),
    ...Array.from(characters.keys(), (syllable): [string, string] => [syllable, '']),
    ...spelt.map(({ word, syllables }): [string, string] => [syllables.join(''), word]),
    ...latin.map((word): [string, string] => [word, word]),
  ]);

  return {
    /**
     * Divides letters into the fewest words, spelt out or by their initials, and single syllables; the last word may be incomplete.
     * Returns the words without the single syllables, or undefined if the letters cannot be divided like that.
     */
    read: (letters: string) => {
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
    /** The known characters that are read like this one. */
    soundAlike: (char: string) => {
      // Every browser can sort by pinyin: an unknown character sounds like its neighbours in that order, 飞 like 费.
      const after = inOrder.findIndex((other) => byPinyin.compare(other, char) > 0);
      const near = sounds.has(char) ? [char] : inOrder.slice(Math.max(0, after - 1), after + 1);
      return [...new Set(near.flatMap((other) => sounds.get(other) ?? []))].flatMap((sound) => characters.get(sound) ?? []);
    },
  };
}

/** The longest spelling of a word, in letters. */
const longest = 30;

const byPinyin = new Intl.Collator('zh-u-co-pinyin');
