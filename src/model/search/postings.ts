/** Which sections hold a token, and how much it counts in each. */
export class Postings {
  readonly #byToken = new Map<string, Posting>();

  /** Adds to what a token counts in a section; sections come in order. */
  add(token: string, section: number, weight: number): void {
    const posting = this.#byToken.get(token);
    if (!posting) this.#byToken.set(token, { sections: [section], weights: [weight] });
    else if (posting.sections.at(-1) === section) posting.weights[posting.weights.length - 1]! += weight;
    else {
      posting.sections.push(section);
      posting.weights.push(weight);
    }
  }

  has(token: string): boolean {
    return this.#byToken.has(token);
  }

  get(token: string): Posting {
    return this.#byToken.get(token) ?? none;
  }

  tokens(): Iterable<string> {
    return this.#byToken.keys();
  }
}

/** Two lists of one length. */
export interface Posting {
  sections: number[];
  weights: number[];
}

const none: Posting = { sections: [], weights: [] };
