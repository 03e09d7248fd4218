/** What search needs of the guide; small, because readers fetch it before their first search. */
export interface SearchData {
  sections: Section[];
  /** Groups of words that mean the same here. */
  same: string[][];
  /** The characters of the guide by their reading, such as xu → 续需许. */
  readings: Record<string, string>;
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
  /** What the head of the chapter says; found with its first section, but no part of it. */
  lead?: string;
}
