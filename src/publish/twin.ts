import type { Element, ElementContent, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import { walk } from '../checks/read-page.ts';

/**
 * The text of a page's main element as Markdown, without navigation, controls and drawings. `address`, the page's own,
 * makes its links absolute.
 */
export function markdownTwin(document: Html.Document, address: string): string {
  const main = walk(document).find((node) => node.nodeName === 'main');
  const tree = { type: 'root', children: main ? (fromParse5(main) as Element).children : [] } as Root;
  clean(tree, address);
  return toMarkdown(toMdast(tree, { document: true }) as Parameters<typeof toMarkdown>[0], {
    bullet: '-',
    emphasis: '_',
    extensions: [gfmToMarkdown({ tablePipeAlign: false, tableCellPadding: true })],
  });
}

const dropped = new Set(['nav', 'svg', 'script', 'style', 'noscript', 'footer', 'button', 'form', 'wbr']);

function clean(parent: Root | Element, address: string): void {
  parent.children = parent.children.filter((node) => node.type !== 'comment' && !(node.type === 'element' && isDropped(node)));
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    if (typeof node.properties['href'] === 'string') node.properties['href'] = new URL(node.properties['href'], address).href;
    clean(node, address);
    // A labelled tick box becomes the plain one that Markdown knows.
    const label = node.tagName === 'li' && node.children.find((child) => child.type === 'element' && child.tagName === 'label');
    if (label) node.children = [{ ...(label as Element), tagName: 'p', properties: {} }];
    if (node.tagName === 'a' && node.children.length === 0) node.children = [{ type: 'text', value: String(node.properties['ariaLabel']) }];
    // The pairs of a definition list may be grouped in HTML, but not in Markdown.
    if (node.tagName === 'dl')
      node.children = node.children.flatMap((child) => (child.type === 'element' && child.tagName === 'div' ? child.children : [child]));
  }
  parent.children = parent.children.flatMap((node, at) => (at > 0 && touch(parent.children[at - 1]!, node) ? [space, node] : [node]));
}

const space: ElementContent = { type: 'text', value: ' ' };
const inline = new Set(['a', 'b', 'code', 'small', 'span', 'strong', 'time']);

/** True for inline elements that CSS keeps apart and Markdown would run together; after its colon, a title needs no space. */
function touch(...pair: (Root | Element)['children']): boolean {
  const [first] = pair;
  const colon = first?.type === 'element' && first.tagName === 'span' && first.children.at(-1);
  if (colon && colon.type === 'text' && colon.value.endsWith('：')) return false;
  return pair.every((node) => node.type === 'element' && inline.has(node.tagName));
}

function isDropped({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  return dropped.has(tagName) || properties['hidden'] !== undefined || classes.includes('no-print');
}
