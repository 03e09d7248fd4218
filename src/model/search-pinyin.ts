import { isOneOff } from './search-typos.ts';

/** What letters may mean when they are pinyin, and which characters sound alike. Knows the words it is given, and no others. */
export class Pinyin {
  readonly #syllables = new Map<string, string[]>();
  readonly #readings = new Map<string, string[]>();
  readonly #words: () => readonly string[];
  readonly #pairs: () => Iterable<string>;
  #spoken: Spoken[] | undefined;
  #bySpelling: Map<string, string> | undefined;
  #pairsBySound: Map<string, string[]> | undefined;
  #inOrder: string[] | undefined;

  /** `readings` holds characters by syllable; the words and pairs of hanzi are asked for when they are first needed. */
  constructor(readings: Readonly<Record<string, string>>, words: () => readonly string[], pairs: () => Iterable<string>) {
    for (const [sound, chars] of Object.entries(readings)) {
      this.#syllables.set(sound, [...chars]);
      for (const char of chars) this.#readings.set(char, [...(this.#readings.get(char) ?? []), sound]);
    }
    this.#words = words;
    this.#pairs = pairs;
  }

  /** The words that letters spell: whole, by initials, by their beginning, with a slip of the ear, or with one of the finger. */
  hear(letters: string): string[] {
    const pick = (test: (word: Spoken) => boolean) =>
      [...new Set(this.#spellAll().flatMap((word) => (test(word) ? [word.text] : [])))].sort((a, b) => a.length - b.length).slice(0, 4);
    const tests: [fits: boolean, test: (word: Spoken) => boolean][] = [
      [true, ({ full }) => full === letters],
      [letters.length >= 2 && letters.length <= 8, ({ initials }) => initials === letters],
      [letters.length >= 4, ({ full }) => full.startsWith(letters)],
      [letters.length >= 4, ({ full }) => blur(full) === blur(letters)],
      [letters.length >= 5, ({ full }) => isOneOff(full, letters)],
    ];
    for (const [fits, test] of tests) {
      const found = fits ? pick(test) : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** Letters as the fewest words and lone syllables that spell them: words in hanzi, syllables in letters. Empty where they are no pinyin. */
  transcribe(letters: string): string[] {
    const spellings = this.#spellings();
    const best: { cost: number; pieces: string[] }[] = [{ cost: 0, pieces: [] }];
    const end = Math.min(letters.length, 60);
    for (let at = 1; at <= end; at++)
      for (let start = Math.max(0, at - 30); start < at; start++) {
        const before = best[start];
        const part = letters.slice(start, at);
        const word = spellings.get(part);
        if (!before || (!word && !this.#syllables.has(part))) continue;
        const cost = before.cost + (word ? 1 : 1.2);
        if (cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, pieces: [...before.pieces, word ?? part] };
      }
    return best[end]?.pieces ?? [];
  }

  /** The known pairs of hanzi that are read like this pair, or like these two syllables. */
  soundAlike(first: readonly string[], second: readonly string[]): string[] {
    this.#pairsBySound ??= this.#soundPairs();
    return first.flatMap((a) => second.flatMap((b) => this.#pairsBySound!.get(`${a} ${b}`) ?? []));
  }

  /**
   * How a character is read. One that the guide does not have is looked up between its neighbours in the order of pinyin,
   * which every browser knows: between 飞 and 费 stands what is read fei.
   */
  soundsOf(char: string): readonly string[] {
    const known = this.#readings.get(char);
    if (known || !/\p{Script=Han}/u.test(char)) return known ?? [];
    this.#inOrder ??= [...this.#readings.keys()].sort(byPinyin.compare);
    let [low, high] = [0, this.#inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byPinyin.compare(this.#inOrder[middle]!, char) < 0) low = middle + 1;
      else high = middle;
    }
    return [...new Set([this.#inOrder[low - 1], this.#inOrder[low]].flatMap((near) => (near && this.#readings.get(near)) ?? []))];
  }

  charactersOf(sound: string): readonly string[] {
    return this.#syllables.get(sound) ?? [];
  }

  #spellAll(): Spoken[] {
    this.#spoken ??= [...new Set(this.#words())].flatMap((text) => {
      if (!/^\p{Script=Han}+$/u.test(text)) return [];
      let spellings: string[][] = [[]];
      for (const char of text)
        spellings = spellings.flatMap((start) => (this.#readings.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
      return spellings.map((sounds) => ({ text, full: sounds.join(''), initials: sounds.map((sound) => sound[0]).join('') }));
    });
    return this.#spoken;
  }

  /** Words of two to five hanzi by their spelling; of those spelt alike, the first. */
  #spellings(): ReadonlyMap<string, string> {
    if (!this.#bySpelling) {
      this.#bySpelling = new Map();
      for (const { text, full } of this.#spellAll())
        if (text.length > 1 && text.length < 6 && !this.#bySpelling.has(full)) this.#bySpelling.set(full, text);
    }
    return this.#bySpelling;
  }

  #soundPairs(): Map<string, string[]> {
    const pairs = new Map<string, string[]>();
    for (const pair of this.#pairs()) {
      const [first = '', second = '', third] = pair;
      if (third !== undefined) continue;
      for (const a of this.#readings.get(first) ?? [])
        for (const b of this.#readings.get(second) ?? []) pairs.set(`${a} ${b}`, [...(pairs.get(`${a} ${b}`) ?? []), pair]);
    }
    return pairs;
  }
}

interface Spoken {
  text: string;
  full: string;
  initials: string;
}

const byPinyin = new Intl.Collator('zh-u-co-pinyin');

/** Pinyin without the differences that many speakers do not hear: zh and z, ang and an. */
function blur(letters: string): string {
  return letters.replace(/([zcs])h/gu, '$1').replace(/([aei])ng/gu, '$1n');
}
