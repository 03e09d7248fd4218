/** What search needs of the guide; small, because readers fetch it before their first search. */
export interface SearchData {
  sections: Section[];
  /** Groups of words that mean the same here. */
  same: string[][];
  /** Words of Taiwan and Hong Kong, in their characters, each with what it is called in the guide. */
  regional: Record<string, string>;
  /** Syllables of pinyin, each followed by the characters that are read so: xu续需许. */
  readings: string;
  /** Traditional characters, each followed by the simplified one of the guide. */
  variants: string;
}

export interface Section {
  /** A path below the base path, such as /steps/#sign-in. */
  path: string;
  chapter: string;
  heading: string;
  /** What readers say for it. */
  words: string[];
  text: string;
  /** What corrects a wrong claim, and begins with it. */
  corrections?: string;
}
