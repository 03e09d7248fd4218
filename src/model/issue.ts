/** One thing an author must mend: where it is, what is wrong, what to do. Lines count from 1. */
export interface Issue {
  file: string;
  line: number;
  message: string;
  fix: string;
}

/** The text a refused build prints: one problem a paragraph, in the order of files and lines. */
export function formatIssues(issues: readonly Issue[]): string {
  const sorted = [...issues].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return sorted.map((p) => `${p.file}:${p.line}: ${p.message}\n    ${p.fix}`).join('\n');
}
