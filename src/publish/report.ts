import { relative } from 'node:path';

/**
 * What a failed build prints: a refusal as it stands, a full or forbidden disk in a sentence with what to do, and anything
 * else with the place it names, the hint it brings and its stack. Paths are shortened to those below `root`.
 */
export function explain(error: unknown, root: string): string {
  const causes = causesOf(error);
  const refusal = causes.find((cause) => cause.name === 'Refusal');
  if (refusal) return refusal.message;
  for (const cause of causes) {
    const code = causeCode(cause);
    const reason = code && reasons[code];
    if (reason) return `${reason}${place(cause, root)}, and the build could not be finished; dist/ is left as it was.\n    ${advice[code]}`;
  }
  const [first] = causes;
  if (!first) return `The build failed: ${String(error)}`;
  const { loc, hint } = first;
  const where = loc?.file ? `${relative(root, loc.file)}:${loc.line ?? 1}: ` : '';
  const trace = causes.flatMap(({ message, stack = '' }, depth) => [
    ...(depth ? [`caused by: ${message}`] : []),
    ...stack.split('\n').filter((line) => /^\s+at /u.test(line)),
  ]);
  return [`The build failed; dist/ is left as it was.`, `${where}${first.message}`, ...(hint ? [`    ${hint}`] : []), ...trace].join('\n');
}

type Cause = Error & { code?: string; path?: string; hint?: string; loc?: { file?: string; line?: number }; errors?: unknown[] };

function causesOf(error: unknown): Cause[] {
  if (!(error instanceof Error)) return [];
  const { cause, errors = [] } = error as Cause;
  return [error as Cause, ...causesOf(cause), ...(Array.isArray(errors) ? errors.flatMap(causesOf) : [])];
}

/** The code of a file-system error; tools written in other languages say it in words only. */
function causeCode({ code, message }: Cause): string | undefined {
  if (code && code in reasons) return code;
  return Object.entries(words).find(([, pattern]) => pattern.test(message))?.[0];
}

function place({ path }: Cause, root: string): string {
  return path ? ` (${relative(root, path) || path})` : '';
}

const words: Record<string, RegExp> = {
  ENOSPC: /ENOSPC|no space left on device/iu,
  EDQUOT: /EDQUOT|quota exceeded/iu,
  EFBIG: /EFBIG|file too large/iu,
  EROFS: /EROFS|read-only file system/iu,
  EACCES: /EACCES|permission denied/iu,
  EMFILE: /EMFILE|ENFILE|too many open files/iu,
};

const reasons: Record<string, string> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EFBIG: 'A file became larger than this system lets it',
  EROFS: 'A folder is read-only',
  EACCES: 'A file or folder may not be touched',
  EPERM: 'A file or folder may not be touched',
  EMFILE: 'Too many files are open',
};

const advice: Record<string, string> = {
  ENOSPC: 'Free some space (a build needs about 20 MB), and run npm run build again.',
  EDQUOT: 'Free some space (a build needs about 20 MB), and run npm run build again.',
  EFBIG: 'Raise the limit (ulimit -f), and run npm run build again.',
  EROFS: 'Let the project lie where it can be written, and run npm run build again.',
  EACCES: 'Give it back to the user who builds (chown, chmod), and run npm run build again.',
  EPERM: 'Give it back to the user who builds (chown, chmod), and run npm run build again.',
  EMFILE: 'Raise the limit (ulimit -n), and run npm run build again.',
};
