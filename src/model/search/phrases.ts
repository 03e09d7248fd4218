import { createIndex } from './inverted-index.ts';
import type { Synonyms } from './synonyms.ts';
import { isHanzi } from './terms.ts';
import type { Weights } from './weights.ts';

/**
 * Compares questions with whole phrases: headings and what readers say, each with the number of its section. The function it
 * returns takes the spellings of a question, and says how close each section's best phrase comes to one of them: 0 to about 1.
 */
export function createPhraseMatcher(
  phrases: readonly { text: string; section: number }[],
  { sign, terms }: Synonyms,
  weights: Weights,
): (spellings: readonly string[]) => Map<number, number> {
  /** What phrases are compared by: hanzi, pairs of them, Latin words and signs of synonyms. */
  const unitsOf = (text: string) => new Set([...Array.from(text).filter(isHanzi), ...terms(text)]);
  const units = phrases.map(({ text }) => unitsOf(text));
  const index = createIndex(units);
  const worthOf = (all: ReadonlySet<string>) => [...all].reduce((sum, unit) => sum + index.worth(unit), 0);
  const known = phrases.map(({ text, section }, number) => ({ section, signed: sign(text), worth: worthOf(units[number]!) }));

  return (spellings) => {
    const best = new Map<number, number>();
    for (const question of spellings) {
      const parts = unitsOf(question);
      const asked = { signed: sign(question), worth: worthOf(parts) };
      const common = new Map<number, number>();
      for (const unit of parts)
        for (const number of index.counts.get(unit)?.keys() ?? []) common.set(number, (common.get(number) ?? 0) + index.worth(unit));
      for (const [number, worth] of common) {
        const phrase = known[number]!;
        const mixed = weights.mixedPhrase * ((2 * worth) / (asked.worth + phrase.worth)) ** weights.mixture;
        const likeness = Math.max(containment(asked.signed, phrase.signed) ** weights.containment, mixed);
        best.set(phrase.section, Math.max(likeness, best.get(phrase.section) ?? 0));
      }
    }
    return best;
  };
}

/** The shorter text as a share of the longer one, if it is part of it: 0 to 1. */
function containment(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 1 && long.includes(short) ? short.length / long.length : 0;
}
