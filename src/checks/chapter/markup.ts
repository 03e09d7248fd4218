import type { MdastNode } from 'satteri';
import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { childrenOf, lineOf, textOf, walk } from '../../markdown/parse.ts';
import type { Refuse } from '../../model/refusals.ts';
import { lineSlips, row, textSlips } from './markup-slips.ts';

/**
 * Refuses whatever Markdown would print differently from what the author typed: marks that nobody meant (3~5 … 2~3 is struck
 * out), marks that it does not know, and what the site does not draw.
 */
export function checkMarkup({ source, tree, refuse }: Pick<ChapterSource, 'source' | 'tree' | 'refuse'>): void {
  for (const node of tree ? walk(tree) : []) {
    checkNode(node, source, refuse);
    checkTexts(node, source, refuse);
  }
}

/** Nodes that Markdown leaves out of the page, or that this site has no design for. */
const undrawn = [
  ...(['definition', 'linkReference', 'image', 'imageReference', 'code', 'toml'] as const),
  ...(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression'] as const),
];

function checkNode(node: MdastNode, source: string, refuse: Refuse): void {
  const line = lineOf(node);
  const typed = typedAs(node, source);
  const kind = undrawn.find((type) => type === node.type);
  if (kind) refuse(line, 'identifier' in node && node.identifier.startsWith('^') ? 'footnote' : kind);
  if (node.type === 'text' && node.value.includes('**')) refuse(line, 'strayBold');
  if (node.type === 'delete' && !typed.startsWith('~~')) refuse(line, 'struckOut', typed);
  if (node.type === 'emphasis') refuse(line, 'italics', typed);
  if (node.type === 'strong' && splitsNumber(node, source)) refuse(line, 'boldInNumbers', typed);
  if (node.type === 'blockquote' && /^>\s*[\d=$]/u.test(typed)) refuse(line, 'quotedNumber', typed.slice(0, 40));
  if (node.type === 'list' && node.ordered) checkNumbers(node, source, refuse);
  if (node.type === 'link' && !textOf(node).trim()) refuse(line, 'emptyLink', node.url);
  if (node.type === 'heading' && !textOf(node).trim()) refuse(line, 'emptyHeading');
  if (node.type === 'listItem' && node.children.length === 0) refuse(line, 'emptyItem');
  if (node.type === 'table') checkTable(node, refuse);
}

function checkTable(table: MdastNode, refuse: Refuse): void {
  const [head, ...rows] = childrenOf(table);
  const columns = head ? childrenOf(head) : [];
  for (const column of columns) if (!textOf(column).trim()) refuse(lineOf(table), 'emptyColumn');
  for (const row of rows) {
    const cells = childrenOf(row).length;
    if (cells !== columns.length) refuse(lineOf(row), 'cells', cells, columns.length);
  }
}

/** True if a mark begins or ends between two digits, as in 2**3 and 3**2. */
function splitsNumber({ position }: MdastNode, source: string): boolean {
  return [position?.start.offset, position?.end.offset].some((at = 0) => /\d\*+\d/u.test(source.slice(Math.max(at - 3, 0), at + 3)));
}

/** Markdown itself counts on from the first number: the numbers typed must be the same, or all of them 1. */
function checkNumbers(list: MdastNode, source: string, refuse: Refuse): void {
  const items = childrenOf(list);
  const numbers = items.map((item) => Number(/^\d+/u.exec(typedAs(item, source))?.[0]));
  const [first = 1] = numbers;
  const wrong = numbers.findIndex((number, at) => number !== first + at);
  if (wrong > 0 && numbers.some((number) => number !== 1)) refuse(lineOf(items[wrong]!), 'listNumber', numbers[wrong]!, first + wrong);
}

/** Checks adjacent texts as one: the parser splits a text at signs that might have been marks. */
function checkTexts(parent: MdastNode, source: string, refuse: Refuse): void {
  const children = childrenOf(parent);
  for (const [at, first] of children.entries()) {
    if (first.type !== 'text' || children[at - 1]?.type === 'text') continue;
    const end = children.findIndex((each, index) => index > at && each.type !== 'text');
    const last = children.at(end === -1 ? -1 : end - 1);
    const begins = at === 0 && parent.type === 'paragraph';
    const whole = source.slice(first.position?.start.offset, last?.position?.end.offset);
    // Each sign that the author escaped on purpose is replaced by an x.
    const lines = whole.replaceAll(/\\[!-/:-@[-`{-~]|&#?\w+;/gu, 'x').split('\n');
    for (const [index, typed] of lines.entries()) {
      const line = lineOf(first) + index;
      const text = typed.replace(/^[\s>]*/u, '');
      const shown = text.trim().slice(0, 40);
      if (index > 0 && [lines[index - 1]!, text].every((each) => /\S\s\|\s\S/u.test(each))) refuse(line, 'slip', shown, ...row);
      const slip = (begins || index > 0 ? [...lineSlips, ...textSlips] : textSlips).find(([pattern]) => pattern.test(text));
      if (slip) refuse(line, 'slip', shown, slip[1], slip[2]);
    }
  }
}

function typedAs({ position }: MdastNode, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
