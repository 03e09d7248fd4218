/**
 * Every constant by which sections are ranked, with its reason. `npm run bench -- search` shows what each part is worth.
 * Trials of other values gained nothing that held on queries nobody had tuned on: what helps is words in content/search.yaml.
 */
export const weights = {
  /** A heading says what its section is about; a sentence may only mention it. */
  heading: 5,
  /** What readers say for a section counts like its heading. */
  words: 5,
  /** The chapter decides only between sections that are otherwise alike. */
  chapter: 0.6,
  /** The unit of the others: one mention in the text. */
  text: 1,
  /** How fast more mentions stop counting: k1 of BM25, in its usual range of 1.2 to 2. */
  saturation: 1.6,

  /** A Latin word stands for a whole word of hanzi, which counts as a pair or two and as a synonym. */
  latin: 2.2,
  /** A word's synonym is nearly the word. */
  synonym: 0.8,

  /** A phrase that matches whole decides; all single words together rarely come to more. */
  phrase: 9,
  /** Readers' phrases are about as telling as headings, which go first where both match. */
  headingPhrase: 1.15,
  /** A phrase without its filling (怎么, 请问) could be part of another question. */
  strippedPhrase: 0.85,
  /** The same words in another order, or with others between them, say less than the phrase itself. */
  mixedPhrase: 0.7,
  /** How fast a phrase counts less, the more of the other it leaves unmatched. */
  containment: 1.5,
  /** A word that no phrase knows tells less about which phrase is meant. */
  unknownUnit: 0.5,

  /** The least score that is called an answer: 99 in 100 of the project's answerable queries come to more, 3 in 4 of the others do not. */
  sure: 2.8,
  /** The least score that is shown at all: below it, what is shared is a syllable. */
  least: 1,
  /** Hits below this share of the best one are noise. */
  tail: 0.1,
} as const;

export type Weights = { readonly [name in keyof typeof weights]: number };
