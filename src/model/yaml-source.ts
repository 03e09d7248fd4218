import type { z } from 'astro/zod';
import { Lexer, LineCounter, isAlias, parseDocument, visit, type Document } from 'yaml';
import type { Issue } from './issue.ts';

/** A YAML text read against a schema: the data where all of it is right, and each fault with its line. */
export interface YamlReading<T> {
  data: T | undefined;
  issues: Issue[];
  /** The line of the value at a path such as [4, 'place']. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML, and never throws for bad input; `firstLine` is the line of the file on which the text begins (front matter begins on line 2). */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlReading<T> {
  try {
    return read(file, text, schema, firstLine);
  } catch (error) {
    const message = `this YAML cannot be read (${(error as Error).message})`;
    const fix = 'Nest lists and keys no deeper than src/model/schemas.ts asks for.';
    return { data: undefined, lineOf: () => firstLine, issues: [{ file, line: firstLine, message, fix }] };
  }
}

function read<T>(file: string, text: string, schema: z.ZodType<T>, firstLine: number): YamlReading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => Math.max(lines.linePos(offset).line, 1) + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => at(offsetOf(document, path));
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const message = `this is not YAML: ${error.message.split('\n')[0]}`;
    return {
      data: undefined,
      lineOf,
      issues: [{ file, line: at(error.pos[0]), message, fix: 'Mend the line; quote a text that holds “: ” or begins with a sign.' }],
    };
  }
  const clever = [...auditPlain(file, document, at), ...auditComments(file, text, at)];
  if (clever.length) return { data: undefined, lineOf, issues: clever };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, issues: [], lineOf };
  const issues = result.error.issues.map((issue): Issue => {
    if (issue.code === 'unrecognized_keys') {
      const [key = ''] = issue.keys;
      return {
        file,
        line: lineOf([...issue.path, key]),
        message: `unknown key “${issue.keys.join(', ')}”`,
        fix: 'Remove it, or correct its spelling; the keys are listed in src/model/schemas.ts.',
      };
    }
    const name = issue.path.filter((part) => typeof part === 'string').join('.') || 'the entry';
    return {
      file,
      line: lineOf(issue.path),
      message: `${name}: ${issue.message.endsWith('received undefined') ? 'it is missing' : issue.message}`,
      fix: 'See what the key is for in src/model/schemas.ts.',
    };
  });
  return { data: undefined, issues, lineOf };
}

/**
 * Anchors, aliases, merged keys and tags: one parser follows them, another does not, and a few of them can stand for
 * gigabytes. A key that JavaScript keeps for itself would be lost without a word.
 */
function auditPlain(file: string, document: Document, at: (offset: number) => number): Issue[] {
  const issues: Issue[] = [];
  const refuse = (offset: number, message: string, fix: string) => issues.push({ file, line: at(offset), message, fix });
  if (document.directives?.yaml.explicit) refuse(0, 'a directive, %YAML', 'Remove it: all of content/ is YAML 1.2.');
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) refuse(offset, `alias *${node.source}`, 'Write the value itself.');
      else if (node.anchor) refuse(offset, `anchor &${node.anchor}`, 'Write the value itself wherever it is needed.');
      else if (node.tag) refuse(offset, `tag ${node.tag}`, 'Remove it, and quote the value where it must be text.');
    },
    Pair: (_, { key }) => {
      const name = (key as { value?: unknown } | null)?.value;
      if (name === '<<' || name === '__proto__')
        refuse((key as { range?: [number, number, number] }).range?.[0] ?? 0, `key “${name}”`, 'Write each key by its own name.');
    },
  });
  return issues;
}

/** A # behind a space ends a value: what stands behind it would be lost without a word. */
function auditComments(file: string, text: string, at: (offset: number) => number): Issue[] {
  const issues: Issue[] = [];
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && previous !== scalarFollows && /\S/u.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset)))
      issues.push({
        file,
        line: at(offset),
        message: `“${token}” is a comment for YAML, and nobody would read it`,
        fix: 'Put the whole value between quotes, or give the comment a line of its own.',
      });
    previous = token;
    if (!unwritten.has(token)) offset += token.length;
  }
  return issues;
}

/** Tokens by which the lexer tells what comes next; they stand in no file. */
const scalarFollows = '\u001f';
const unwritten = new Set([scalarFollows, '\u0002', '\u0018']);

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return (document.contents as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
}
