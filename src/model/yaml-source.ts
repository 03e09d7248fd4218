import type { z } from 'astro/zod';
import { Lexer, LineCounter, isAlias, parseDocument, visit, type Document } from 'yaml';
import type { Issue } from './issue.ts';
import { refuserOf, type Refuse } from './refusals.ts';

/** A YAML text read against a schema: the data where all of it is right, and each fault with its line. */
export interface YamlReading<T> {
  file: string;
  data: T | undefined;
  issues: Issue[];
  /** The line of the value at a path such as [4, 'place']. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML, and never throws for bad input; `firstLine` is the line of the file on which the text begins (front matter begins on line 2). */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlReading<T> {
  const reading: YamlReading<T> = { file, data: undefined, issues: [], lineOf: () => firstLine };
  const refuse = refuserOf(file, reading.issues);
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
    reading.lineOf = (path) => lineAt(offsetOf(document, path));
    const [error] = [...document.errors, ...document.warnings];
    if (error) refuse(lineAt(error.pos[0]), 'notYaml', error.message.split('\n')[0]!);
    else {
      checkPlain(document, lineAt, refuse);
      checkComments(text, lineAt, refuse);
    }
    if (!reading.issues.length) reading.data = checkValues(document.toJS(), schema, reading.lineOf, refuse);
  } catch (error) {
    refuse(firstLine, 'unreadableYaml', (error as Error).message);
  }
  return reading;
}

function checkValues<T>(values: unknown, schema: z.ZodType<T>, lineOf: YamlReading<T>['lineOf'], refuse: Refuse): T | undefined {
  const result = schema.safeParse(values);
  for (const issue of result.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') {
      refuse(lineOf([...issue.path, issue.keys[0] ?? '']), 'unknownKey', issue.keys.join(', '));
      continue;
    }
    const name = issue.path.filter((part) => typeof part === 'string').join('.') || 'the entry';
    refuse(lineOf(issue.path), 'wrongValue', name, issue.message.endsWith('received undefined') ? 'it is missing' : issue.message);
  }
  return result.data;
}

/**
 * Anchors, aliases, merged keys and tags: one parser follows them, another does not, and a few of them can stand for
 * gigabytes. A key that JavaScript keeps for itself would be lost without a word.
 */
function checkPlain(document: Document, lineAt: (offset: number) => number, refuse: Refuse): void {
  if (document.directives?.yaml.explicit) refuse(lineAt(0), 'directive');
  visit(document, {
    Node: (_, node) => {
      const line = lineAt(node.range?.[0] ?? 0);
      if (isAlias(node)) refuse(line, 'reference', `alias *${node.source}`);
      else if (node.anchor) refuse(line, 'reference', `anchor &${node.anchor}`);
      else if (node.tag) refuse(line, 'tag', node.tag);
    },
    Pair: (_, pair) => {
      const key = pair.key as { value?: unknown; range?: [number, number, number] } | null;
      if (key?.value === '<<' || key?.value === '__proto__') refuse(lineAt(key.range?.[0] ?? 0), 'specialKey', key.value);
    },
  });
}

/** A # behind a space ends a value: what stands behind it would be lost without a word. */
function checkComments(text: string, lineAt: (offset: number) => number, refuse: Refuse): void {
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const isComment = token.startsWith('#') && previous !== scalarFollows;
    if (isComment && text.slice(text.lastIndexOf('\n', offset) + 1, offset).trim()) refuse(lineAt(offset), 'cutComment', token);
    previous = token;
    if (!unwritten.has(token)) offset += token.length;
  }
}

/** Tokens by which the lexer tells what comes next; they stand in no file. */
const scalarFollows = '\u001f';
const unwritten = new Set([scalarFollows, '\u0002', '\u0018']);

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length ? document.getIn(path.slice(0, length), true) : document.contents;
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
