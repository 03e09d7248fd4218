/** A heading in the list of contents of a page, and those below it. */
export interface Item {
  id: string;
  text: string;
  children?: readonly Item[];
}

/** Nests h2 and h3 headings for the list of contents of a page. */
export function buildContents(headings: readonly { depth: number; id: string; text: string }[]) {
  const items: { id: string; text: string; children: Item[] }[] = [];
  for (const { depth, id, text } of headings)
    if (depth === 2) items.push({ id, text, children: [] });
    else items.at(-1)?.children.push({ id, text });
  return items;
}
