import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findStray } from '../model/characters.ts';
import { findContacts } from '../model/contact/find-contacts.ts';
import type { Issue } from '../model/issue.ts';

/** What is wrong in public/, whose files are served as they stand: links to other files, contact details, characters that cannot be seen. */
export function auditPublic(root: string): Issue[] {
  return listPublic(root).flatMap(({ file, isFile }) =>
    isFile
      ? auditText(file, readFileSync(join(root, file)))
      : [{ file, line: 1, message: 'this is a link, a device or a pipe', fix: 'Put the file itself in its place, or remove it.' }],
  );
}

/** Files of public/ that the build wrote others in the place of; `folder` is what was built. */
export function auditOverwritten(root: string, folder: string): Issue[] {
  return listPublic(root)
    .filter(({ file, isFile }) => isFile && !readFileSync(join(root, file)).equals(built(join(folder, file.slice('public/'.length)))))
    .map(({ file }) => ({
      file,
      line: 1,
      message: 'the build writes a file of this name itself',
      fix: 'Give it another name, or remove it.',
    }));
}

function built(path: string): Buffer {
  return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
}

function listPublic(root: string): { file: string; isFile: boolean }[] {
  if (!existsSync(join(root, 'public'))) return [];
  return readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      file: join(entry.parentPath, entry.name).slice(join(root, '/').length).replaceAll('\\', '/'),
      isFile: entry.isFile(),
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function auditText(file: string, bytes: Buffer): Issue[] {
  const lines = [file, ...linesOf(bytes)];
  return lines.flatMap((text, line) => [
    ...findContacts(text).map(({ kind, found }) => ({
      file,
      line: Math.max(line, 1),
      message: `${kind} “${found}”`,
      fix: 'Remove it: the site carries no way to contact anybody.',
    })),
    ...[findStray(text)].flatMap((stray) => (stray ? [{ file, line: Math.max(line, 1), ...stray }] : [])),
  ]);
}

/** The lines of a text without the pictures in it; of a picture none. */
function linesOf(bytes: Buffer): string[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text
      .replaceAll(/;base64,[\w+/=]+/gu, '')
      .replaceAll('\r\n', '\n')
      .split('\n');
  } catch {
    return [];
  }
}
