import type { Synonyms } from './synonyms.ts';
import { holds, isHanzi, tokensOf } from './terms.ts';
import type { Weights } from './weights.ts';

/** The headings and what readers say, compared with questions as wholes. */
export class Phrases {
  readonly #synonyms: Synonyms;
  readonly #weights: Weights;
  readonly #all: Phrase[] = [];
  /** The numbers of the phrases that hold a unit. */
  readonly #with = new Map<string, number[]>();
  #worths: Float64Array | undefined;

  constructor(synonyms: Synonyms, weights: Weights) {
    this.#synonyms = synonyms;
    this.#weights = weights;
  }

  /** Adds what stands for a section. */
  add(text: string, section: number): void {
    const units = this.#unitsOf(text);
    const number = this.#all.push({ text, signed: this.#synonyms.signed(text), section, units }) - 1;
    for (const unit of units) {
      const numbers = this.#with.get(unit);
      if (numbers) numbers.push(number);
      else this.#with.set(unit, [number]);
    }
  }

  texts(): string[] {
    return this.#all.map(({ text }) => text);
  }

  /** How near the best phrase of each section comes to the best of the questions, each of which has its share: 0 to about 1. */
  likeness(questions: ReadonlyMap<string, number>, sections: number): Float64Array {
    const worths = (this.#worths = this.#worths ?? Float64Array.from(this.#all, ({ units }) => this.#worthOf(units)));
    const best = new Float64Array(sections);
    for (const [question, share] of questions) {
      const units = this.#unitsOf(question);
      const asked = this.#synonyms.signed(question);
      const whole = this.#worthOf(units);
      const shared = new Float64Array(this.#all.length);
      for (const unit of units) {
        const worth = this.#worth(unit);
        for (const number of this.#with.get(unit) ?? []) shared[number]! += worth;
      }
      shared.forEach((worth, number) => {
        if (worth === 0) return;
        const { signed, section } = this.#all[number]!;
        const mixed = this.#weights.mixedPhrase * ((2 * worth) / (whole + worths[number]!)) ** this.#weights.mixture;
        const likeness = Math.max(this.#compare(asked, signed), mixed) * share;
        if (likeness > best[section]!) best[section] = likeness;
      });
    }
    return best;
  }

  /** What phrases are compared by: hanzi, pairs of them, Latin words and groups of synonyms. */
  #unitsOf(text: string): Set<string> {
    const tokens = tokensOf(text);
    return new Set([...Array.from(text).filter(isHanzi), ...tokens, ...this.#synonyms.in(text, tokens)]);
  }

  /** How much a unit tells one phrase from another. */
  #worth(unit: string): number {
    const among = this.#with.get(unit)?.length ?? 0;
    return Math.log(1 + this.#all.length / (among + 1));
  }

  #worthOf(units: ReadonlySet<string>): number {
    let sum = 0;
    for (const unit of units) sum += this.#worth(unit);
    return sum;
  }

  /** From 0 to 1: how much of two phrases is the same, where one holds the other. */
  #compare(a: string, b: string): number {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.length > 1 && holds(long, short) ? (short.length / long.length) ** this.#weights.containment : 0;
  }
}

/** A heading or something that readers say, and what it is compared by. */
interface Phrase {
  text: string;
  signed: string;
  section: number;
  units: ReadonlySet<string>;
}
