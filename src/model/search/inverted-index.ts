/** Which sections hold a token, and how often. */
export class InvertedIndex {
  readonly #counts = new Map<string, Map<number, number>>();
  #sections = 0;

  /** Counts a token in a section. */
  add(token: string, section: number): void {
    const sections = this.#counts.get(token) ?? new Map<number, number>();
    sections.set(section, (sections.get(section) ?? 0) + 1);
    this.#counts.set(token, sections);
    this.#sections = Math.max(this.#sections, section + 1);
  }

  has(token: string): boolean {
    return this.#counts.has(token);
  }

  tokens(): string[] {
    return [...this.#counts.keys()];
  }

  /** How often a token stands in each section that holds it. */
  get(token: string): ReadonlyMap<number, number> {
    return this.#counts.get(token) ?? nowhere;
  }

  /** How much a token tells: the fewer sections hold it, the more (inverse document frequency). */
  worth(token: string): number {
    const { size } = this.get(token);
    return Math.log(1 + (this.#sections - size + 0.5) / (size + 0.5));
  }
}

const nowhere: ReadonlyMap<number, number> = new Map();
