import type { Properties } from 'hast';
import { mdxToHast, type HastNode } from 'satteri';
import { citeAfterPunctuation } from './cite-after-punctuation.ts';
import { joinLines } from './join-lines.ts';
import { features } from './parse.ts';

/** A piece of a chapter to be drawn: text, or an element with its attributes as HTML and the vocabulary name them. */
export type ProseNode = string | ProseElement;

export interface ProseElement {
  /** Of HTML in small letters, of the vocabulary (markdown/vocabulary.ts) with a capital. */
  name: string;
  attributes: Record<string, string | number | boolean>;
  children: ProseNode[];
}

/**
 * Parses the text of a chapter, without its front matter, for components/prose/Prose.astro. Each heading gets its own words
 * as `data-title`, and the heading of a Step the number of the step as `data-step`. Expects a text that the checks accept:
 * anything but text and elements is left out.
 */
export function proseTree(text: string): ProseNode[] {
  return childrenOf(mdxToHast(text, { features, position: false }));
}

/** `step` is the number of a Step, for the Step itself and for its children. */
function toProse(node: HastNode, step?: number): ProseNode[] {
  if (node.type === 'text') return [node.value];
  if (node.type === 'element') {
    const heading = /^h[1-6]$/u.test(node.tagName) && { 'data-title': textOf(node), ...(step && { 'data-step': step }) };
    return [{ name: node.tagName, attributes: { ...htmlAttributes(node.properties), ...heading }, children: childrenOf(node) }];
  }
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  const attributes = node.attributes.flatMap((each) => ('name' in each && typeof each.value === 'string' ? [[each.name, each.value]] : []));
  const children = childrenOf(node, node.name === 'Step' ? step : undefined);
  return [{ name: node.name ?? '', attributes: Object.fromEntries(attributes) as Record<string, string>, children }];
}

function childrenOf(parent: HastNode, step?: number): ProseNode[] {
  let steps = 0;
  const nodes = ('children' in parent ? (parent.children as HastNode[]) : []).flatMap((node, at, all) =>
    node.type === 'text' ? [joinText(node.value, all, at)] : toProse(node, 'name' in node && node.name === 'Step' ? ++steps : step),
  );
  return citeAfterPunctuation(nodes);
}

/** A text with its lines joined as Chinese wants it; what stands beside it decides at its ends. */
function joinText(text: string, siblings: readonly HastNode[], at: number): string {
  if (!text.includes('\n') || ![siblings[at - 1], siblings[at + 1]].every(isInline)) return text;
  const before = textsOf(siblings.slice(0, at)).slice(-1);
  const after = textsOf(siblings.slice(at + 1)).slice(0, 1);
  const joined = joinLines(before + text + after);
  return joined.slice(before.length, joined.length - after.length);
}

function isInline(node: HastNode | undefined): boolean {
  return !node || node.type === 'mdxJsxTextElement' || (node.type === 'element' && /^(?:a|code|del|em|strong)$/u.test(node.tagName));
}

/** hast keeps classes as lists and names some attributes as scripts do. */
function htmlAttributes(properties: Properties): Record<string, string | number | boolean> {
  const set = Object.entries(properties).flatMap(([name, value]) =>
    value === null || value === undefined
      ? []
      : [[name === 'className' ? 'class' : name.toLowerCase(), Array.isArray(value) ? value.join(' ') : value]],
  );
  return Object.fromEntries(set);
}

function textOf(node: HastNode): string {
  if ('value' in node) return String(node.value);
  return 'children' in node ? textsOf(node.children as HastNode[]) : '';
}

function textsOf(nodes: readonly HastNode[]): string {
  return nodes.map(textOf).join('');
}
