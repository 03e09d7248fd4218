import { isWithinEdits } from '../within-edits.ts';

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
  const byPinyin = new Intl.Collator('zh-u-co-pinyin');
  const inOrder = [...sounds.keys()].sort(byPinyin.compare);
  const exact = new Map<string, string>();
  const blurred = new Map<string, string>();
  const initials = new Map<string, string>();
  // Of equal spellings, the last counts: Latin words, then short ones, then those that were given first.
  for (const word of [...words].reverse().sort((a, b) => b.length - a.length)) {
    let ways: string[][] = /^\p{Script=Han}{2,}$/u.test(word) ? [[]] : [];
    for (const char of word) ways = ways.flatMap((start) => (sounds.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
    for (const way of ways) {
      exact.set(way.join(''), word);
      blurred.set(blur(way.join('')), word);
      initials.set(way.map(([initial]) => initial).join(''), word);
    }
  }
  for (const word of latin) if (word.length > 2) exact.set(word, word);
  const syllables = new Map([...characters.keys()].flatMap((syllable) => [syllable, blur(syllable)]).map((syllable) => [syllable, '']));
  const shortFirst = [...blurred, ...exact].reverse();

  const readAs = (...runs: string[]) => {
    const letters = runs.join('');
    const first = (isIt: (spelling: string) => boolean) => shortFirst.find(([spelling]) => isIt(spelling))?.[1];
    const begun = (part: string, isLast: boolean) => (isLast && part.length > 4 ? first((each) => each.startsWith(part)) : undefined);
    const whole = (part: string) => exact.get(part) ?? blurred.get(part);
    const short = (part: string) => (runs.includes(part) ? initials.get(part) : undefined);
    const spoken = divide(letters, (part, isLast) => whole(part) ?? syllables.get(part) ?? short(part) ?? begun(part, isLast));
    const near = first((each) => !spoken && each.length > 3 && isWithinEdits(letters, each, 1));
    const abbreviated = divide(letters, (part, isLast) => whole(part) ?? initials.get(part) ?? begun(part, isLast));
    return [spoken, abbreviated, near ? [near] : undefined].find((words) => words?.length === 1 || words?.some(Boolean))?.filter(Boolean);
  };

  return {
    /** Reads runs of letters as words among syllables, as initials, or as a word with a slip. Returns [] for one syllable, undefined for others. */
    read: (...runs: string[]) => readAs(...runs) ?? readAs(...runs.map(blur)),
    /** The known characters that are read like this one. */
    soundAlike: (char: string) => {
      // Every browser can sort by pinyin: an unknown character sounds like its neighbours in that order, 飞 like 费.
      const after = inOrder.findIndex((other) => byPinyin.compare(other, char) > 0);
      const near = sounds.has(char) ? [char] : inOrder.slice(Math.max(0, after - 1), after + 1);
      return [...new Set(near.flatMap((other) => sounds.get(other) ?? []))].flatMap((sound) => characters.get(sound) ?? []);
    },
  };
}

/** Divides letters into the fewest words of up to 30 letters, none of them twice; those for single syllables are empty. */
function divide(letters: string, wordFor: (part: string, isLast: boolean) => string | undefined) {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++)
    for (let start = Math.max(0, end - 30); start < end; start++) {
      const before = best[start];
      const word = before && wordFor(letters.slice(start, end), end === letters.length);
      if (!before || word === undefined || (word && before.includes(word))) continue;
      if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word];
    }
  return best[letters.length];
}

/** Spells alike what is spoken alike in the south of China, and ü as u. */
const blur = (letters: string) => letters.replace(/([zcs])h|(n)g(?![aeiou])/gu, '$1$2').replace(/v/gu, 'u');
