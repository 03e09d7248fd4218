export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

export interface Item extends Heading {
  children: Item[];
}

/** Nests h2 and h3 headings for the list of contents of a page. */
export function buildContents(headings: readonly Heading[]): Item[] {
  const items: Item[] = [];
  for (const heading of headings) {
    const last = items.at(-1);
    if (heading.depth === 2) items.push({ ...heading, children: [] });
    else if (heading.depth === 3 && last) last.children.push({ ...heading, children: [] });
  }
  return items;
}
