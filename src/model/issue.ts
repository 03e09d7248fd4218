/** Something an author must mend: where it is, what is wrong, what to do. Lines count from 1. */
export interface Issue {
  file: string;
  line: number;
  message: string;
  fix: string;
}

/** Stops a command until somebody mends something. Its message says everything, so no stack is printed. */
export class Refusal extends Error {
  override name = 'Refusal';
  override stack = '';
}

/** The text that a refused build prints: one paragraph an issue, ordered by file and line. */
export function formatIssues(issues: readonly Issue[]): string {
  const sorted = [...issues].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return sorted.map(({ file, line, message, fix }) => `${file}:${line}: ${message}\n    ${fix}`).join('\n');
}
