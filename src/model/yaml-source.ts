import type { z } from 'astro/zod';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';

/** A YAML text read against a schema: the data where all of it is right, and each fault with its line. */
export interface YamlReading<T> {
  data: T | undefined;
  problems: Problem[];
  /** The line of the value at a path such as [4, 'place']. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads YAML; `firstLine` is the line of the file on which the text begins (front matter begins on line 2). */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlReading<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly PropertyKey[]) => at(offsetOf(document, path));
  const [error] = document.errors;
  if (error) {
    const message = `this is not YAML: ${error.message.split('\n')[0]}`;
    return {
      data: undefined,
      lineOf,
      problems: [{ file, line: at(error.pos[0]), message, fix: 'Mend the line; quote a text that holds “: ” or begins with a sign.' }],
    };
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue): Problem => {
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
      message: `${name}: ${issue.message}`,
      fix: 'See what the key is for in src/model/schemas.ts.',
    };
  });
  return { data: undefined, problems, lineOf };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return range[0];
  }
  return (document.contents as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
}
