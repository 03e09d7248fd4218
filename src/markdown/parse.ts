import { mdxToMdast, type HastNode, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { joinLines } from '../model/join-lines.ts';
import type { Refuse } from '../model/refusals.ts';

/** The Markdown features of the site, the same for rendering and checking. */
export const features = { headingAttributes: true, smartPunctuation: false, gfm: { footnotes: false } } as const;

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Parses a chapter into a tree with the positions of its file. Refuses it and returns undefined if it is not MDX. */
export function parseChapter(source: string, refuse: Refuse): MdastNode | undefined {
  try {
    const tree = mdxToMdast(source, { features });
    let layer = [tree];
    // A loop, since recursion would overflow on extreme nesting.
    for (let depth = 0; depth <= maxDepth; depth++) layer = layer.flatMap(childrenOf);
    if (!layer[0]) return tree;
    refuse(lineOf(layer[0]), 'tooDeep', maxDepth);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/(\d+):\d+/u.exec(message)?.[1] ?? 1);
    const why = message
      .replaceAll(/^[\d:]+ | \((?:note: |mdx-jsx:).*/gsu, '')
      .replace(/^Could not parse expression.*/u, '{ begins an expression');
    refuse(line, 'notMdx', why, source.split('\n')[line - 1] ?? '');
  }
  return undefined;
}

/** Walks through a node and everything below it in reading order. */
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

/** The attributes of a component that have text values. */
export function attributesOf({ attributes }: Pick<Element, 'attributes'>): Record<string, string | undefined> {
  return Object.fromEntries(
    attributes.flatMap((each) => ('name' in each && typeof each.value === 'string' ? [[each.name, each.value]] : [])),
  );
}

/** The attributes in the braces of a heading. */
export function headingAttributes(node: MdastNode): { id?: string; aliases?: string } {
  return (node.data as { hProperties?: Record<string, string> } | undefined)?.hProperties ?? {};
}

/** An id that an address can end in. */
export const idPattern = /^[a-z][a-z0-9-]*$/u;

/** The plain text of a node, with the lines of Chinese joined. */
export function textOf(node: MdastNode | HastNode): string {
  if ('value' in node) return joinLines(node.value);
  return 'children' in node ? joinLines((node.children as MdastNode[]).map(textOf).join('')) : '';
}

export function lineOf(node: MdastNode): number {
  return node.position?.start.line ?? 1;
}

/** The deepest nesting allowed; the guide needs ten levels. */
const maxDepth = 24;
