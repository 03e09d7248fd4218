/** A heading in the list of contents of a page. */
export interface Item {
  id: string;
  text: string;
  children: readonly Item[];
}

/** Nests h2 and h3 headings for the list of contents of a page. */
export function buildContents(headings: readonly { depth: number; id: string; text: string }[]): Item[] {
  const items: (Item & { children: Item[] })[] = [];
  for (const { depth, id, text } of headings) {
    const item = { id, text, children: [] };
    if (depth === 2) items.push(item);
    else items.at(-1)?.children.push(item);
  }
  return items;
}
