import type { MdastNode } from 'satteri';
import { childrenOf, lineOf, parseChapter, textOf, walk } from '../markdown/parse.ts';
import type { Issue } from '../model/issue.ts';
import { lineSlips, rowFix, textSlips } from './markup-slips.ts';

/**
 * Finds where Markdown would print something else than an author typed: marks that nobody meant (3~5 … 2~3 is struck out),
 * and signs of marks that it does not know. `tree` is what the parser makes of `source`, a whole chapter.
 */
export function auditMarkup(file: string, source: string, tree = parseChapter(source)): Issue[] {
  const issues: Issue[] = [];
  const refuse = (line: number, message: string, fix: string) => issues.push({ file, line, message, fix });
  for (const node of walk(tree)) {
    readNode(node, source, refuse);
    for (const run of textRuns(node)) readText(run, source, run[0] === childrenOf(node)[0] && node.type === 'paragraph', refuse);
  }
  return issues;
}

type Refuse = (line: number, message: string, fix: string) => void;

function readNode(node: MdastNode, source: string, refuse: Refuse): void {
  const typed = typedAs(node, source);
  if (node.type === 'delete' && !typed.startsWith('~~'))
    refuse(lineOf(node), `“${typed}” would be struck out`, 'Write \\~ for the sign, 3\\~5 天, or – as in 3–5 天.');
  if (node.type === 'emphasis')
    refuse(
      lineOf(node),
      `“${typed}” would be set in italics, and its ${typed.slice(0, 1)} not printed`,
      'Write \\* or \\_ for the sign, × in sums, and **…** for what matters.',
    );
  if (node.type === 'strong' && splitsNumber(node, source))
    refuse(
      lineOf(node),
      `the ** of “${typed}” stand within numbers, and would not be printed`,
      'Write × in sums, or \\*\\* for the signs.',
    );
  if (node.type === 'blockquote' && /^>\s*[\d=$]/u.test(typed))
    refuse(
      lineOf(node),
      `“${typed.slice(0, 40)}” would be a quotation, and its > not printed`,
      'Write 大于 or 超过 in words, or \\> for the sign.',
    );
  if (node.type === 'list' && node.ordered) readNumbers(node, source, refuse);
  if (node.type === 'link' && !textOf(node).trim())
    refuse(lineOf(node), `a link to ${node.url} without words`, 'Write what it leads to: [文字](/steps/).');
  if (node.type === 'heading' && !textOf(node).trim())
    refuse(lineOf(node), 'a heading without words', 'Write what the section answers, or remove it.');
  if (node.type === 'listItem' && node.children.length === 0)
    refuse(lineOf(node), 'an item of a list without words', 'Write it, or remove the line.');
  if (node.type === 'table')
    for (const cell of childrenOf(node.children[0]!))
      if (!textOf(cell).trim()) refuse(lineOf(node), 'a column without a name', 'Write in the head of the table what the column holds.');
}

/** Whether a mark begins or ends between two digits, as in 2**3 and 3**2. */
function splitsNumber({ position }: MdastNode, source: string): boolean {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  return /\d\*+\d/u.test(source.slice(start - 1, start + 4)) || /\d\*+\d/u.test(source.slice(end - 4, end + 1));
}

/** Markdown counts by itself from the first number on: what is typed has to say the same, or 1 everywhere. */
function readNumbers(list: MdastNode, source: string, refuse: Refuse): void {
  const numbers = childrenOf(list).map((item) => Number(/^\d+/u.exec(typedAs(item, source))?.[0]));
  const [first = 1] = numbers;
  const wrong = numbers.findIndex((number, at) => number !== first + at);
  if (wrong > 0 && numbers.some((number) => number !== 1))
    refuse(
      lineOf(childrenOf(list)[wrong]!),
      `“${numbers[wrong]}.” would be printed as ${first + wrong}`,
      `Write ${first + wrong}. here, or begin another list after a sentence.`,
    );
}

/** Texts beside each other as one: the parser takes a text apart at signs that might have been marks. */
function textRuns(node: MdastNode): MdastNode[][] {
  const runs: MdastNode[][] = [];
  let last: MdastNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.type === 'text' && last?.type === 'text') runs.at(-1)!.push(child);
    else if (child.type === 'text') runs.push([child]);
    last = child;
  }
  return runs;
}

function readText(run: readonly MdastNode[], source: string, begins: boolean, refuse: Refuse): void {
  const first = lineOf(run[0]!);
  const whole = source.slice(run[0]!.position?.start.offset, run.at(-1)!.position?.end.offset);
  const lines = whole.replaceAll(/\\[!-/:-@[-`{-~]|&#?\w+;/gu, escaped).split('\n');
  for (const [at, typed] of lines.entries()) {
    const line = typed.replace(/^[\s>]*/u, '');
    if (at > 0 && [lines[at - 1]!, line].every((each) => /\S\s\|\s\S/u.test(each)))
      refuse(first + at, `a row of a table that Markdown does not know: “${line.trim().slice(0, 40)}”`, rowFix);
    const slips = begins || at > 0 ? [...lineSlips, ...textSlips] : textSlips;
    const slip = slips.find(({ pattern }) => pattern.test(line));
    if (slip) refuse(first + at, `${slip.message}: “${line.trim().slice(0, 40)}”`, slip.fix);
  }
}

/** Stands for a sign that the author wrote as such on purpose. */
const escaped = 'x';

function typedAs({ position }: MdastNode, source: string): string {
  return position ? source.slice(position.start.offset, position.end.offset) : '';
}
