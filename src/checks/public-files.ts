import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Issue } from '../model/issue.ts';
import { refuserOf } from '../model/refusals.ts';
import { checkContactsAsTyped } from './contacts.ts';
import { checkCharacters, kindOf } from './files.ts';

/** What is wrong in public/, whose files are served as they stand: links to other files, contact details, characters that cannot be seen. */
export function auditPublic(root: string): Issue[] {
  const issues: Issue[] = [];
  for (const { file, kind } of listPublic(root)) {
    const refuse = refuserOf(file, issues);
    if (kind) refuse(1, 'noFile', kind);
    else
      for (const [at, text] of [file, ...linesOf(readFileSync(join(root, file)))].entries()) {
        const line = Math.max(at, 1);
        checkContactsAsTyped(text, line, refuse);
        checkCharacters(text, line, refuse);
      }
  }
  return issues;
}

/** Files of public/ that the build wrote others in the place of; `folder` is what was built. */
export function auditOverwritten(root: string, folder: string): Issue[] {
  const issues: Issue[] = [];
  for (const { file } of listPublic(root)) {
    const built = join(folder, relative('public', file));
    if (!existsSync(built) || !readFileSync(join(root, file)).equals(readFileSync(built))) refuserOf(file, issues)(1, 'overwritten');
  }
  return issues;
}

/** Every file of public/, by its path below the root, with forward slashes; `kind` says what it is where it is none. */
function listPublic(root: string): { file: string; kind: string | undefined }[] {
  if (!existsSync(join(root, 'public'))) return [];
  return readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      file: relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      kind: entry.isFile() ? undefined : kindOf(entry),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The lines of a text without the pictures in it; of a picture none. */
function linesOf(bytes: Buffer): string[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/;base64,[\w+/=]+/gu, '');
    return text.split(/\r?\n/u);
  } catch {
    return [];
  }
}
