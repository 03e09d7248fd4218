import { mdxToHast, type HastNode } from 'satteri';
import { joinLines } from '../model/join-lines.ts';
import { attributesOf, features, textOf } from './parse.ts';

/** A piece of a chapter to be drawn: text, or an element with the attributes of HTML or the vocabulary. */
export type ProseNode = string | ProseElement;

interface ProseElement {
  /** Lower case for HTML, capitalized for the vocabulary (markdown/vocabulary.ts). */
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
 * Citations and the punctuation after them, which change places. Authors cite a source where the statement ends, before the
 * full stop; readers see the end of the sentence first, and no line begins with a stray full stop.
 */
const citedEnd = /((?:<Cite\s[^<>]*(?:\/>|><\/Cite>))+)([，。、；：！？）」』》”’]+)/gu;

/** `step` is the number of the Step whose children these are; its heading needs it. */
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

/** Joins the lines of a text as Chinese requires; at its ends, its neighbours decide. */
function joinText(text: string, siblings: readonly HastNode[], at: number): string {
  if (!text.includes('\n') || ![siblings[at - 1], siblings[at + 1]].every(isInline)) return text;
  const textOfAll = (nodes: readonly HastNode[]) => nodes.map(textOf).join('');
  const [before, after] = [textOfAll(siblings.slice(0, at)).slice(-1), textOfAll(siblings.slice(at + 1)).slice(0, 1)];
  const joined = joinLines(before + text + after);
  return joined.slice(before.length, joined.length - after.length);
}

function isInline(node: HastNode | undefined): boolean {
  return !node || node.type === 'mdxJsxTextElement' || (node.type === 'element' && /^(?:a|code|del|em|strong)$/u.test(node.tagName));
}
