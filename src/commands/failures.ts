import { relative } from 'node:path';

/**
 * Ends this command with exit code 1 and an explanation when anything throws or rejects: a sentence where we know what to do,
 * else a stack. `outcome` says what the failure means for what the command was to do.
 */
export function explainFailures(outcome: string): void {
  process.on('uncaughtException', (error) => {
    console.error(explain(error, process.cwd(), outcome));
    process.exit(1);
  });
}

/**
 * What a failed command prints: a refusal as it is, a full or read-only disk in one sentence with what to do, and anything
 * else with its place, its hint and its stack. Paths are relative to `root`.
 */
export function explain(error: unknown, root: string, outcome: string): string {
  const causes = causesOf(error);
  const refusal = causes.find(({ name }) => name === 'Refusal');
  if (refusal) return refusal.message;
  for (const { code = '', message, path } of causes) {
    const [, reason, advice] = known.find(([words]) => words.test(`${code} ${message}`)) ?? [];
    const place = path ? ` (${relative(root, path) || path})` : '';
    if (reason) return `${reason}${place}. ${outcome}\n    ${advice}, and run the command again.`;
  }
  const told = causes.map(({ message, stack = '', loc, hint }, depth) => {
    const where = loc?.file ? `${relative(root, loc.file)}:${loc.line ?? 1}: ` : '';
    const trace = stack.split('\n').filter((line) => /^\s+at /u.test(line));
    return [`${depth ? 'caused by: ' : ''}${where}${message}`, ...(hint ? [`    ${hint}`] : []), ...trace];
  });
  return [outcome, ...told.flat()].join('\n');
}

/** Faults of the machine by error code or, for tools in other languages, by message. */
const known: readonly [words: RegExp, reason: string, advice: string][] = [
  [/ENOSPC|no space left on device/iu, 'The disk is full', 'Free some space (a build needs about 20 MB)'],
  [/EDQUOT|quota exceeded/iu, 'The disk quota is used up', 'Free some space (a build needs about 20 MB)'],
  [/EFBIG|file too large/iu, 'A file grew larger than this system allows', 'Raise the limit (ulimit -f)'],
  [/EROFS|read-only file system/iu, 'A folder is read-only', 'Move the project to a writable folder'],
  [/EACCES|EPERM|permission denied/iu, 'Access to a file or folder is denied', 'Give it back to the user who builds (chown, chmod)'],
  [/EMFILE|ENFILE|too many open files/iu, 'Too many files are open', 'Raise the limit (ulimit -n)'],
];

type Cause = Error & { code?: string; path?: string; hint?: string; loc?: { file?: string; line?: number }; errors?: unknown[] };

function causesOf(error: unknown): Cause[] {
  if (!(error instanceof Error)) return error === undefined ? [] : [new Error(String(error))];
  const { cause, errors } = error as Cause;
  return [error, ...causesOf(cause), ...(Array.isArray(errors) ? errors.flatMap(causesOf) : [])];
}
