import type { Weights } from './weights.ts';

/** What letters may mean when they are pinyin. Knows the words it is given, and no others. */
export class Pinyin {
  readonly #weights: Weights;
  /** Syllables with their characters, and characters with their syllables. */
  readonly #characters = new Map<string, string[]>();
  readonly #readings = new Map<string, string[]>();
  /** Words by their spelling and by their initials; of those spelt alike, the first. */
  readonly #bySpelling = new Map<string, string>();
  readonly #byInitials = new Map<string, string>();

  /** `readings` holds syllables, each followed by its characters; `words` may hold other text, which is passed over. */
  constructor(readings: string, words: readonly string[], weights: Weights) {
    this.#weights = weights;
    for (const [, syllable = '', chars = ''] of readings.matchAll(/([a-zü]+)([^a-zü]+)/gu)) {
      this.#characters.set(syllable, [...(this.#characters.get(syllable) ?? []), ...Array.from(chars)]);
      for (const char of Array.from(chars)) this.#readings.set(char, [...(this.#readings.get(char) ?? []), syllable]);
    }
    for (const word of words) if (/^\p{Script=Han}{2,}$/u.test(word)) this.#spell(word);
  }

  /**
   * Letters as the fewest words and lone syllables that they spell, or whose initials they are: the words, in hanzi. The last may
   * have only been begun. Lone syllables are read and left out. Undefined where the letters are no pinyin.
   */
  read(letters: string): string[] | undefined {
    const best: { cost: number; words: string[] }[] = [{ cost: 0, words: [] }];
    const end = letters.length;
    for (let at = 1; at <= end; at++)
      for (let start = Math.max(0, at - longest); start < at; start++) {
        const before = best[start];
        const [price, word] = (before && this.#piece(letters.slice(start, at), at === end)) ?? [Infinity, ''];
        const cost = (before?.cost ?? 0) + price;
        if (before && cost < (best[at]?.cost ?? Infinity)) best[at] = { cost, words: word ? [...before.words, word] : before.words };
      }
    return best[end]?.words;
  }

  /** The known characters that are read like this one. */
  soundAlike(char: string): string[] {
    return this.#soundsOf(char).flatMap((sound) => this.#characters.get(sound) ?? []);
  }

  /** What letters are, and how far that is fetched; no word for a lone syllable. */
  #piece(part: string, isLast: boolean): [price: number, word: string] | undefined {
    const word = this.#bySpelling.get(part);
    if (word) return [this.#weights.spelling, word];
    if (this.#characters.has(part)) return [this.#weights.syllable, ''];
    const short = part.length > 1 ? this.#byInitials.get(part) : undefined;
    if (short) return [this.#weights.initials, short];
    const begun = isLast && part.length > 3 ? [...this.#bySpelling].find(([spelling]) => spelling.startsWith(part)) : undefined;
    return begun && [this.#weights.beginning, begun[1]];
  }

  #spell(word: string): void {
    let spellings: string[][] = [[]];
    for (const char of Array.from(word))
      spellings = spellings.flatMap((start) => (this.#readings.get(char) ?? []).map((sound) => [...start, sound])).slice(0, 8);
    for (const sounds of spellings) {
      const spelling = sounds.join('');
      const initials = sounds.map((sound) => sound[0]).join('');
      if (!this.#bySpelling.has(spelling)) this.#bySpelling.set(spelling, word);
      if (!this.#byInitials.has(initials)) this.#byInitials.set(initials, word);
    }
  }

  /**
   * How a character is read. One that the guide does not have is looked up between its neighbours in the order of pinyin,
   * which every browser knows: between 飞 and 费 stands what is read fei.
   */
  #soundsOf(char: string): readonly string[] {
    const known = this.#readings.get(char);
    if (known) return known;
    this.#inOrder = this.#inOrder ?? [...this.#readings.keys()].sort(byPinyin.compare);
    const after = this.#inOrder.findIndex((other) => byPinyin.compare(other, char) > 0);
    const near = this.#inOrder.slice(Math.max(0, after - 1), after + 1);
    return [...new Set(near.flatMap((other) => this.#readings.get(other) ?? []))];
  }
  #inOrder: string[] | undefined;
}

/** No word is spelt with more letters, and no query is read further back. */
const longest = 30;

const byPinyin = new Intl.Collator('zh-u-co-pinyin');
