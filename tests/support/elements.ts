import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';

/** An element of a page: its attributes, its words as they read in one line, and the elements of a kind inside it. */
export interface Found {
  attributes: Record<string, string>;
  words: string;
  inside: (tag: string) => Found[];
}

/** Every element of a kind in a page, in the order in which they stand, however its markup is written. */
export function findAll(html: string, tag: string): Found[] {
  return below(parse(html), tag);
}

function below(node: Html.ParentNode, tag: string): Found[] {
  return node.childNodes.flatMap((child) => {
    if (!('attrs' in child)) return [];
    const deeper = below(child, tag);
    return child.tagName === tag ? [describe(child), ...deeper] : deeper;
  });
}

function describe(element: Html.Element): Found {
  return {
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    words: wordsOf(element).replaceAll(/\s+/gu, ' ').trim(),
    inside: (tag) => below(element, tag),
  };
}

function wordsOf(node: Html.Node): string {
  if (node.nodeName === '#text') return (node as Html.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}
