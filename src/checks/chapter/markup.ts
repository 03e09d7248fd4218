import type { MdastNode } from 'satteri';
import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { childrenOf, lineOf, textOf, walk } from '../../markdown/parse.ts';
import type { Refuse } from '../../model/refusals.ts';
import { laterSlips, lineSlips, textSlips } from './markup-slips.ts';

/**
 * Refuses whatever Markdown would print differently from what the author typed: marks that nobody meant (3~5 … 2~3 is struck
 * out), marks that it does not know, and what the site does not draw.
 */
export function checkMarkup({ source, tree, refuse }: Pick<ChapterSource, 'source' | 'tree' | 'refuse'>): void {
  for (const node of tree ? walk(tree) : []) {
    checkNode(node, source, refuse);
    const isText = node.type === 'mdxJsxFlowElement' && childrenOf(node).some(({ type }) => type === 'text');
    if (isText || ['paragraph', 'heading', 'tableCell'].includes(node.type)) checkLines(node, source, refuse);
  }
}

/** Nodes that Markdown leaves out of the page, or that this site has no design for. */
const undrawn = ['definition', 'linkReference', 'image', 'code', 'mdxjsEsm', 'expression'] as const;

function checkNode(node: MdastNode, source: string, refuse: Refuse): void {
  const line = lineOf(node);
  const typed = typedAs(node, source);
  const kind = undrawn.find((type) => node.type.replace(/^mdx(?:Flow|Text)E/u, 'e').replace(/^image.*/u, 'image') === type);
  if (kind) refuse(line, 'identifier' in node && node.identifier.startsWith('^') ? 'footnote' : kind);
  if (node.type === 'delete' && !typed.startsWith('~~')) refuse(line, 'struckOut', typed);
  if (node.type === 'emphasis') refuse(line, 'italics', typed);
  if (node.type === 'blockquote' && /^>\s*[\d=$]/u.test(typed)) refuse(line, 'quotedNumber', typed.slice(0, 40));
  if (node.type === 'list' && node.ordered) checkNumbers(node, source, refuse);
  if (node.type === 'link' && node.title) refuse(line, 'linkTitle', node.title);
  const named = { link: 'a link', heading: 'a heading', listItem: 'an item of a list' }[node.type as string];
  if (named && !textOf(node).trim()) refuse(line, 'wordless', named);
  if (node.type === 'table') checkTable(node, refuse);
  const lists = childrenOf(node).filter(({ type }) => type === 'list');
  const second = lists.find((list, at) => lists[at - 1]?.position?.end.line === lineOf(list) - 1);
  if (second) refuse(lineOf(second), 'besideList');
}

function checkTable(table: MdastNode, refuse: Refuse): void {
  const [columns = [], ...rows] = childrenOf(table).map(childrenOf);
  for (const column of columns) if (!textOf(column).trim()) refuse(lineOf(table), 'wordless', 'the head of a column');
  for (const [at, { length }] of rows.entries())
    if (length !== columns.length) refuse(lineOf(table) + at + 2, 'cells', length, columns.length);
}

/** Markdown itself counts on from the first number: the numbers typed must be the same, or all of them 1. */
function checkNumbers(list: MdastNode, source: string, refuse: Refuse): void {
  const items = childrenOf(list);
  const numbers = items.map((item) => Number(/^\d+/u.exec(typedAs(item, source))?.[0]));
  const [first = 1] = numbers;
  const wrong = numbers.findIndex((number, at) => number !== first + at);
  if (wrong > 0 && numbers.some((number) => number !== 1)) refuse(lineOf(items[wrong]!), 'listNumber', numbers[wrong]!, first + wrong);
}

/**
 * Checks a paragraph, heading, cell or component with text line by line, without the marks that Markdown took. A line that
 * does not look like part of its item or quotation would run on in it.
 */
function checkLines(block: MdastNode, source: string, refuse: Refuse): void {
  const from = block.position?.start.offset ?? 0;
  let masked = '';
  for (const { type, position } of walk(block)) {
    if (type !== 'text' || !position) continue;
    masked += source.slice(from + masked.length, position.start.offset).replaceAll(/[^\s>]/g, '\ue000');
    const typed = source.slice(position.start.offset, position.end.offset);
    masked += typed.replaceAll(/\\[!-/:-@[-`{-~]|&#?\w+;/gu, (sign) => '\ue001'.repeat(sign.length));
  }
  const before = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
  const isItem = /[^\s>]\s*$/u.test(before);
  const typed = typedAs(block, source).split('\n');
  for (const [index, line] of masked.split('\n').entries()) {
    const [indent = ''] = /^[\s>]*/u.exec(line) ?? [];
    const text = line.slice(indent.length).replaceAll(/[^（）…\p{No}]+/gu, (part) => part.normalize('NFKC'));
    const begins = index > 0 ? [...laterSlips, ...lineSlips] : block.type === 'paragraph' ? lineSlips : [];
    const slip = [...begins, ...textSlips].find(([pattern]) => pattern.test(text));
    const isLazy = indent.split('>').length < before.split('>').length || (isItem && !/\s\s$/u.test(indent));
    // Lines can be long, so the slip itself is shown; where full-width signs become longer in ASCII, the beginning.
    const start = slip && text.length + indent.length === line.length ? Math.max(text.search(slip[0]) - 10, 0) : 0;
    const shown = `${start ? '…' : ''}${typed[index]!.slice(indent.length + start, indent.length + start + 40)}`;
    if (slip) refuse(lineOf(block) + index, 'slip', shown, slip[1], slip[2]);
    else if (index > 0 && isLazy) refuse(lineOf(block) + index, 'lazyLine', shown);
  }
}

function typedAs({ position }: MdastNode, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
