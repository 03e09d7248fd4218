/** Which sections hold a token, and how much it counts in each: BM25F (Robertson and Zaragoza 2009), without its measure of length. */
export class InvertedIndex {
  readonly #weights = new Map<string, Map<number, number>>();
  #sections = 0;

  /** Adds to what a token counts in a section. */
  add(token: string, section: number, weight: number): void {
    const sections = this.#weights.get(token) ?? new Map<number, number>();
    sections.set(section, (sections.get(section) ?? 0) + weight);
    this.#weights.set(token, sections);
    this.#sections = Math.max(this.#sections, section + 1);
  }

  has(token: string): boolean {
    return this.#weights.has(token);
  }

  tokens(): string[] {
    return [...this.#weights.keys()];
  }

  /** How much a token counts in each section that holds it. */
  get(token: string): ReadonlyMap<number, number> {
    return this.#weights.get(token) ?? nowhere;
  }

  /** How much a token tells: the fewer sections hold it, the more (inverse document frequency). */
  worth(token: string): number {
    const { size } = this.get(token);
    return Math.log(1 + (this.#sections - size + 0.5) / (size + 0.5));
  }
}

const nowhere: ReadonlyMap<number, number> = new Map();
