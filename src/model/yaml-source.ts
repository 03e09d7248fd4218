import type { z } from 'astro/zod';
import { CST, Lexer, LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import { joinLines } from './join-lines.ts';
import type { Refuse } from './refusals.ts';

/** A YAML text read against a schema; `data` is undefined if anything is wrong. */
export interface YamlReading<T> {
  data: T | undefined;
  /** The line of the key or item at a path such as [4, 'place'], or of what should contain it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Refuses a line of the same file. */
  refuse: Refuse;
}

/**
 * Reads YAML, and never throws for bad input; `text` is undefined if its file could not be read. `firstLine` is the line of
 * the file on which the text begins (2 for front matter).
 */
export function readYaml<T>(text: string | undefined, schema: z.ZodType<T>, refuse: Refuse, firstLine = 1): YamlReading<T> {
  const reading: YamlReading<T> = { data: undefined, lineOf: () => firstLine, refuse };
  if (text === undefined) return reading;
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
    reading.lineOf = (path) => lineAt(offsetOf(document, path));
    const [error] = [...document.errors, ...document.warnings];
    const strays = straysIn(text, !error).filter(([offset]) => !error || offset <= error.pos[0]);
    for (const [offset, kind, what] of strays) refuse(lineAt(offset), kind, what);
    const line = lineAt(error?.pos[0] ?? 0);
    if (strays.length) return reading;
    if (error) refuse(line, 'notYaml', error.message.split(' at line ')[0]!, text.split('\n')[line - firstLine] ?? '');
    else reading.data = checkValues(document.toJS(), schema, reading);
  } catch (error) {
    refuse(firstLine, 'unreadableYaml', (error as Error).message);
  }
  return reading;
}

const sayMissing: z.core.$ZodErrorMap = ({ code, input }) => (code === 'invalid_type' && input === undefined ? 'it is missing' : undefined);

function checkValues<T>(values: unknown, schema: z.ZodType<T>, { lineOf, refuse }: YamlReading<T>): T | undefined {
  const { data, error } = schema.safeParse(values, { error: sayMissing });
  for (const issue of error?.issues ?? []) {
    const name = issue.path.filter((part) => typeof part === 'string').join('.') || 'the entry';
    const kind = issue.message.startsWith('Invalid input: expected string') ? 'notText' : 'wrongValue';
    if (issue.code !== 'unrecognized_keys') refuse(lineOf(issue.path), kind, name, issue.message);
    else refuse(lineOf([...issue.path, issue.keys[0] ?? '']), 'unknownKey', issue.keys.join(', '));
  }
  return data;
}

/**
 * Finds directives, anchors, aliases, merged keys and tags: parsers disagree about them, and a few can expand to
 * gigabytes. A key that JavaScript reserves, and words after a # in the line of a value, would be lost silently. YAML
 * puts a space where a line ends within a value, and notices a quote that was never closed only lines below it.
 */
function straysIn(text: string, isSound: boolean): Stray[] {
  const strays: Stray[] = [];
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const type = previous === CST.SCALAR ? 'scalar' : CST.tokenType(token);
    const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
    if (type === 'directive-line') strays.push([offset, 'directive', token.split(' ')[0]!]);
    if (type === 'anchor' || type === 'alias') strays.push([offset, 'reference', `${type} ${token}`]);
    if (type === 'tag') strays.push([offset, 'tag', token.replace(/^!!/u, 'tag:yaml.org,2002:')]);
    if (type === 'comment' && before.trim()) strays.push([offset, 'cutComment', token]);
    if (/^["']?(?:<<|__proto__)["']?$/u.test(token)) strays.push([offset, 'specialKey', token]);
    const [first, ...others] = token.trim().split(/\n\s*/u);
    const isQuoted = /^["']/u.test(token);
    const value = [first, ...others].join('\n');
    if (isSound && (isQuoted || type === 'scalar') && joinLines(value) !== value) strays.push([offset, 'brokenLine', first!]);
    if (!isSound && isQuoted && (others[0] || value.at(-1) !== value[0])) strays.push([offset, 'openQuote', first!]);
    previous = token;
    if (!unwritten.includes(token)) offset += token.length;
  }
  return strays;
}

type StrayKind = 'directive' | 'reference' | 'tag' | 'cutComment' | 'brokenLine' | 'openQuote' | 'specialKey';
type Stray = readonly [offset: number, kind: StrayKind, what: string];
/** Tokens that announce what comes next; the lexer adds them, and no file contains them. */
const unwritten: readonly string[] = [CST.SCALAR, CST.DOCUMENT, CST.FLOW_END];

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = pair ? pair.key : document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length ? offsetOf(document, path.slice(0, -1)) : 0;
}
