import { holds, type Notions } from './notions.ts';
import { essence, tokensOf } from './terms.ts';

/** How much a phrase without its filling is worth beside one that readers say as it stands. */
const stripped = 0.85;
/** How much the same words in another order, or with others between them, are worth beside the same phrase. */
const mixed = 0.7;

/** How much a phrase is worth in which words are replaced by their equals. */
const inOtherWords = 0.9;

/** The headings and what readers say, compared with questions as wholes. */
export class Phrases {
  readonly #notions: Notions;
  readonly #all: Phrase[] = [];
  readonly #with = new Map<string, number[]>();
  #worths: Float64Array | undefined;

  constructor(notions: Notions) {
    this.#notions = notions;
  }

  /** Adds what stands for a section, as it is and without its filling. */
  add(text: string, section: number, weight: number): void {
    for (const phrase of new Set([text, ...essence(text).map((each) => each.replaceAll(' ', ''))])) {
      const units = this.#unitsOf(phrase);
      const id =
        this.#all.push({
          text: phrase,
          signed: this.#notions.signed(phrase),
          section,
          weight: phrase === text ? weight : stripped,
          units,
        }) - 1;
      for (const unit of units) {
        const ids = this.#with.get(unit);
        if (ids) ids.push(id);
        else this.#with.set(unit, [id]);
      }
    }
  }

  texts(): string[] {
    return this.#all.map(({ text }) => text);
  }

  /** How near the best phrase of each section comes to the best of the questions, each of which has its share. */
  likeness(questions: ReadonlyMap<string, number>, sections: number): Float64Array {
    const worths = (this.#worths ??= Float64Array.from(this.#all, ({ units }) => this.#worthOf(units)));
    const best = new Float64Array(sections);
    for (const [question, share] of questions) {
      const units = this.#unitsOf(question);
      const asked = this.#notions.signed(question);
      const whole = this.#worthOf(units);
      const shared = new Float64Array(this.#all.length);
      for (const unit of units) {
        const worth = this.#worth(unit);
        for (const id of this.#with.get(unit) ?? []) shared[id]! += worth;
      }
      shared.forEach((worth, id) => {
        if (worth === 0) return;
        const { text, signed, section, weight } = this.#all[id]!;
        const other = worths[id]!;
        const equal = worth > 0.25 * Math.min(whole, other) ? inOtherWords * compare(asked, signed) : 0;
        // Where one holds the other, all that the lesser is made of is shared.
        const alike = worth > 0.99 * Math.min(whole, other) ? compare(question, text) : 0;
        const likeness = Math.max(alike, equal, mixed * ((2 * worth) / (whole + other)) ** 2) * weight * share;
        if (likeness > best[section]!) best[section] = likeness;
      });
    }
    return best;
  }

  /** What phrases are compared by: hanzi, pairs of them, Latin words and notions. */
  #unitsOf(text: string): Set<string> {
    const tokens = tokensOf(text);
    return new Set([...text.replace(/[^\p{Script=Han}]/gu, ''), ...tokens, ...this.#notions.in(text, tokens)]);
  }

  /** How much a unit tells one phrase from another; half of that where no phrase has it. */
  #worth(unit: string): number {
    const among = this.#with.get(unit)?.length;
    const kind = /^#|^\p{Script=Han}$/u.test(unit) ? 0.7 : 1;
    return kind * (among ? 1 : 0.5) * Math.log(1 + this.#all.length / ((among ?? 0) + 1));
  }

  #worthOf(units: Iterable<string>): number {
    let sum = 0;
    for (const unit of units) sum += this.#worth(unit);
    return sum;
  }
}

/** A heading or something that readers say, and what it is compared by. */
interface Phrase {
  text: string;
  signed: string;
  section: number;
  weight: number;
  units: ReadonlySet<string>;
}

/** From 0 to 1: how much of two phrases is the same, where one holds the other. */
function compare(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2 || !holds(long, short)) return 0;
  return (short.length / long.length) ** 1.5;
}
