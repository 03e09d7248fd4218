import { mdxToMdast } from 'satteri';
import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { joinLines } from './join-lines.ts';

/** The one set of Markdown features of the site, for rendering and for checking alike. */
export const features = { headingAttributes: true, smartPunctuation: false, gfm: { footnotes: false } } as const;

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Parses a chapter, front matter included, into a tree whose positions are those of the file. */
export function parseChapter(source: string): MdastNode {
  return mdxToMdast(source, { features });
}

/** The first node more than so many levels below one; found without recursion, which a hostile depth would exhaust. */
export function findDeeper(node: MdastNode, levels: number): MdastNode | undefined {
  let layer = [node];
  for (let depth = 0; depth <= levels; depth++) layer = layer.flatMap(childrenOf);
  return layer[0];
}

/** Every node below one, itself included, in reading order. */
export function* walk(node: MdastNode): Generator<MdastNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

export function childrenOf(node: MdastNode): MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

export function isElement(node: MdastNode): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** A component's attribute as text; undefined where it is missing or an expression. */
export function attribute(element: Element, name: string): string | undefined {
  const found = element.attributes.find((entry) => 'name' in entry && entry.name === name);
  return found && typeof found.value === 'string' ? found.value : undefined;
}

/** What stands in the braces of a heading. */
export function headingAttributes(node: MdastNode): { id?: string; aliases?: string } {
  return (node.data as { hProperties?: Record<string, string> } | undefined)?.hProperties ?? {};
}

/** An id that an address can end in. */
export const idPattern = /^[a-z][a-z0-9-]*$/u;

export function textOf(node: MdastNode): string {
  const texts = [...walk(node)].map((each) => ('value' in each && (each.type === 'text' || each.type === 'inlineCode') ? each.value : ''));
  return joinLines(texts.join(''));
}

export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}
