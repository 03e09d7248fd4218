import { isOneOff } from './typos.ts';

/** What letters may mean when they are pinyin, and which characters sound alike, to a speaker who hears no difference between zh and z. Knows the words it is given, and no others. */
export class Pinyin {
  readonly #syllables = new Map<string, string[]>();
  readonly #readings = new Map<string, string[]>();
  readonly #spoken: readonly Spoken[];
  /** Words of two to five hanzi by their spelling and by their initials; of those spelt alike, the first. */
  readonly #bySpelling = new Map<string, string>();
  readonly #byInitials = new Map<string, string>();
  readonly #pairsBySound = new Map<string, string[]>();
  readonly #inOrder: readonly string[];

  /** `readings` holds syllables, each followed by its characters; `pairs` those of neighbouring hanzi; other tokens among them do no harm. */
  constructor(readings: string, words: readonly string[], pairs: Iterable<string>) {
    for (const [, sound = '', chars = ''] of readings.matchAll(/([a-zü]+)([^a-zü]+)/gu)) {
      const heard = blur(sound);
      this.#syllables.set(heard, [...(this.#syllables.get(heard) ?? []), ...chars]);
      for (const char of chars) this.#readings.set(char, [...(this.#readings.get(char) ?? []), heard]);
    }
    this.#inOrder = [...this.#readings.keys()].sort(byPinyin.compare);
    this.#spoken = [...new Set(words)].flatMap((text) => (/^\p{Script=Han}+$/u.test(text) ? this.#spell(text) : []));
    for (const { text, full, initials } of this.#spoken.filter(({ text: { length } }) => length > 1 && length < 6).reverse()) {
      this.#bySpelling.set(full, text);
      this.#byInitials.set(initials, text);
    }
    for (const pair of pairs) {
      const [first = '', second = '', third] = pair;
      if (third !== undefined) continue;
      for (const a of this.#readings.get(first) ?? [])
        for (const b of this.#readings.get(second) ?? [])
          this.#pairsBySound.set(`${a} ${b}`, [...(this.#pairsBySound.get(`${a} ${b}`) ?? []), pair]);
    }
  }

  /** The words that letters spell: whole, by initials, by their beginning, or with one slip of the finger. */
  hear(typed: string): string[] {
    const letters = blur(typed);
    const tests: [fits: boolean, test: (word: Spoken) => boolean][] = [
      [true, ({ full }) => full === letters],
      [letters.length >= 2 && letters.length <= 8, ({ initials }) => initials === typed],
      [letters.length >= 4, ({ full }) => full.startsWith(letters)],
      [letters.length >= 5, ({ full }) => isOneOff(full, letters)],
    ];
    for (const [fits, test] of tests) {
      const found = fits ? new Set(this.#spoken.filter(test).map(({ text }) => text)) : new Set<string>();
      if (found.size > 0) return [...found].sort((a, b) => a.length - b.length).slice(0, 4);
    }
    return [];
  }

  /**
   * Letters as the fewest words and lone syllables that they spell, or whose initials they are: words in hanzi, syllables in letters.
   * Empty where they are no pinyin.
   */
  transcribe(letters: string): string[] {
    const best: { cost: number; pieces: string[] }[] = [{ cost: 0, pieces: [] }];
    const end = Math.min(letters.length, 60);
    for (let at = 1; at <= end; at++)
      for (let start = Math.max(0, at - 30); start < at; start++) {
        const part = letters.slice(start, at);
        const [piece, price] = this.#pieceOf(part);
        const before = best[start];
        if (!before || piece === undefined) continue;
        const cost = before.cost + price;
        if (cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, pieces: [...before.pieces, piece] };
      }
    return best[end]?.pieces ?? [];
  }

  /** The known pairs of hanzi that are read like these two syllables. */
  soundAlike(first: string, second: string): readonly string[] {
    return this.#pairsBySound.get(`${first} ${second}`) ?? [];
  }

  /**
   * How a character is read. One that the guide does not have is looked up between its neighbours in the order of pinyin,
   * which every browser knows: between 飞 and 费 stands what is read fei.
   */
  soundsOf(char: string): readonly string[] {
    const known = this.#readings.get(char);
    if (known || !/\p{Script=Han}/u.test(char)) return known ?? [];
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

  #pieceOf(part: string): [piece: string | undefined, price: number] {
    const heard = blur(part);
    const word = this.#bySpelling.get(heard);
    if (word) return [word, 1];
    return this.#syllables.has(heard) ? [heard, 1.2] : [part.length > 1 ? this.#byInitials.get(part) : undefined, 1.5];
  }

  #spell(text: string): Spoken[] {
    let spellings: string[][] = [[]];
    for (const char of text)
      spellings = spellings.flatMap((start) => (this.#readings.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
    return spellings.map((sounds) => ({ text, full: sounds.join(''), initials: sounds.map((sound) => sound[0]).join('') }));
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
