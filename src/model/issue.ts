/** One thing an author must mend: where it is, what is wrong, what to do. Lines count from 1. */
export interface Issue {
  file: string;
  line: number;
  message: string;
  fix: string;
}

/** What somebody must mend before a command can do its work; its message says all, so it is printed without a stack. */
export class Refusal extends Error {
  override name = 'Refusal';
  override stack = '';
}

/** The text a refused build prints: one issue a paragraph, in the order of files and lines. */
export function formatIssues(issues: readonly Issue[]): string {
  const sorted = [...issues].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return sorted.map((p) => `${p.file}:${p.line}: ${p.message}\n    ${p.fix}`).join('\n');
}
