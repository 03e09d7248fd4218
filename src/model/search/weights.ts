/**
 * Every constant by which queries are read, sections ranked and snippets chosen, with its reason. `npm run bench -- search` shows what each part is worth.
 * Trials of other values gained nothing that held on queries nobody had tuned on: what helps is words in content/search.yaml.
 */
export const weights = {
  /** How fast more mentions stop counting: k1 of BM25, in its usual range of 1.2 to 2. */
  saturation: 1.6,

  /** A slip is read as the word that it most likely is. 0 would leave it as it stands. */
  mending: 1,
  /** A word's synonym is nearly the word. */
  synonym: 0.8,

  /** A phrase that matches whole decides; all single words together rarely come to more. */
  phrase: 9,
  /** The same words in another order, or with others between them, say less than the phrase itself. */
  mixedPhrase: 0.7,
  /** How fast a phrase counts less, the more of the other it leaves unmatched. */
  containment: 1.5,
  /** The same for phrases that share words: by the square of the share, so that one common word is little. */
  mixture: 2,

  /** Letters are read as the fewest words of pinyin: a word is the unit. */
  spelling: 1,
  /** A syllable that is no known word is likelier filling (de, le) than the initials of two words. */
  syllable: 1.2,
  /** Initials (yzm) fit by chance more often than spellings. */
  initials: 1.5,
  /** The beginning of a word, while one types, is as uncertain as initials. */
  beginning: 1.5,

  /** The least score that is called an answer: 99 in 100 of the project's answerable queries come to more, 3 in 4 of the others do not. */
  sure: 2.1,
  /** The least score that is shown at all: below it, what is shared is a syllable. */
  least: 1,
  /** Hits below this share of the best one are noise. */
  tail: 0.1,

  /** Characters of a snippet: four lines on a narrow phone. */
  snippet: 80,
  /** A correction begins with a wrong claim, which is quoted only where the text answers less than half as well. */
  correction: 0.5,
} as const;

export type Weights = { readonly [name in keyof typeof weights]: number };
