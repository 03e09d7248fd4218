import { mdxToHast, type HastNode } from 'satteri';
import { attributesOf, features, joinLines, textOf } from './parse.ts';

/** A piece of a chapter to be drawn: text, or an element with its attributes as HTML and the vocabulary name them. */
export type ProseNode = string | ProseElement;

export interface ProseElement {
  /** Of HTML in small letters, of the vocabulary (markdown/vocabulary.ts) with a capital. */
  name: string;
  attributes: Record<string, unknown>;
  children: ProseNode[];
}

/**
 * Parses the text of a chapter, without its front matter, for components/prose/Prose.astro. Each heading gets its own words
 * as `data-title`, and the heading of a Step the number of the step as `data-step`. Expects a text that the checks accept:
 * anything but text and elements is left out.
 */
export function proseTree(text: string): ProseNode[] {
  return childrenOf(mdxToHast(text.replaceAll(citedEnd, '$2$1'), { features, position: false }));
}

/**
 * Citations and the punctuation behind them, which are exchanged. Authors write the source where the statement ends, before
 * the full stop; a reader meets the end of the sentence first, and no line ends in a mark that belongs to the text.
 */
const citedEnd = /((?:<Cite\s[^<>]*(?:\/>|><\/Cite>))+)([，。、；：！？）」』》”’]+)/gu;

/** `step` is the number of a Step, for the heading among its children. */
function childrenOf(parent: HastNode, step?: number): ProseNode[] {
  const siblings = 'children' in parent ? (parent.children as HastNode[]) : [];
  let steps = 0;
  return siblings.flatMap((node, at): ProseNode[] => {
    if (node.type === 'text') return [joinText(node.value, siblings, at)];
    if (node.type === 'element') {
      const { className, ...attributes } = node.properties;
      const heading = /^h[1-6]$/u.test(node.tagName) && { 'data-title': textOf(node), ...(step && { 'data-step': step }) };
      const classes = Array.isArray(className) && { class: className.join(' ') };
      return [{ name: node.tagName, attributes: { ...attributes, ...classes, ...heading }, children: childrenOf(node) }];
    }
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
    const children = childrenOf(node, node.name === 'Step' ? ++steps : undefined);
    return [{ name: node.name ?? '', attributes: attributesOf(node), children }];
  });
}

/** A text with its lines joined as Chinese wants it; what stands beside it decides at its ends. */
function joinText(text: string, siblings: readonly HastNode[], at: number): string {
  if (!text.includes('\n') || ![siblings[at - 1], siblings[at + 1]].every(isInline)) return text;
  const before = siblings.slice(0, at).map(textOf).join('').slice(-1);
  const after = siblings
    .slice(at + 1)
    .map(textOf)
    .join('')
    .slice(0, 1);
  const joined = joinLines(before + text + after);
  return joined.slice(before.length, joined.length - after.length);
}

function isInline(node: HastNode | undefined): boolean {
  return !node || node.type === 'mdxJsxTextElement' || (node.type === 'element' && /^(?:a|code|del|em|strong)$/u.test(node.tagName));
}
