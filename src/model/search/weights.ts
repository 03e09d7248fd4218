/**
 * Every constant by which sections are ranked and snippets cut, with its reason. `npm run bench -- search` shows what each part
 * is worth. Trials of other values gained nothing that held on queries nobody had tuned on: what helps is words in
 * content/search.yaml.
 */
export const weights = {
  /** How fast more mentions stop counting: k1 of BM25, in its usual range of 1.2 to 2. */
  saturation: 1.6,

  /** A phrase that matches whole decides; all single words together rarely come to more. */
  phrase: 9,
  /** How fast a phrase counts less, the more of the other it leaves unmatched. */
  containment: 1.5,
  /** The same words in another order, or with others between them, say less than the phrase itself. */
  mixedPhrase: 0.7,
  /** Phrases that share words count by the square of the share, so that one common word is little. */
  mixture: 2,

  /** The least score that is called an answer: 99 in 100 of the project's answerable queries come to more, 4 in 5 of the others do not. */
  sure: 2.1,
  /** By what share that rises for a query made only of pairs of hanzi that the guide lacks. */
  strange: 0.5,
  /** The least score that is shown at all: below it, what is shared is a syllable. */
  least: 1,

  /** Characters of a snippet: four lines on a narrow phone. */
  snippet: 80,
} as const;

export type Weights = { readonly [name in keyof typeof weights]: number };
