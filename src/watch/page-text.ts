import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** What a page says to people, and what its title is. */
export interface PageText {
  title: string;
  text: string;
}

/**
 * The words of an HTML page: of its main part where it has one, without scripts, styles, navigation and footer. Another
 * markup of the same words gives the same, but for white space.
 */
export function readHtml(html: string): PageText {
  const document = parse(html);
  const title = wordsOf(find(document, 'title'));
  const main = find(document, 'main') ?? find(document, 'article') ?? find(document, 'body') ?? document;
  return { title, text: wordsOf(main) };
}

/** A text as it is compared: its words in one form of letters, without case and white space, which change with the markup. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

/** The digest that stands for a text. */
export function digestOf(text: string): string {
  return createHash('sha256').update(plain(text)).digest('hex').slice(0, 32);
}

type Node = DefaultTreeAdapterTypes.Node;

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'nav', 'footer', 'head']);

function find(node: Node, name: string): Node | undefined {
  if (node.nodeName === name) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

function wordsOf(node: Node | undefined): string {
  if (!node) return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return childrenOf(node)
    .filter((child) => !silent.has(child.nodeName))
    .map(wordsOf)
    .join('');
}

function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
