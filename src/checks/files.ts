import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import { decodeText } from '../model/decode-text.ts';
import type { Refuse, RefuseIn } from '../model/refusals.ts';
import { checkCharacters, checkContacts, checkContactsAsTyped } from './texts.ts';

/**
 * Reads a file under content/ as text with LF line ends and without a BOM. Refuses it and returns undefined if it is not a
 * regular file, has more than `limit` bytes, is not UTF-8, or contains characters that nobody can have meant.
 */
export function readContentFile(path: string, limit: number, refuse: Refuse): string | undefined {
  try {
    const entry = lstatSync(path);
    if (!entry.isFile()) return void refuse(1, 'noFile', kindOf(entry));
    if (entry.size > limit) return void refuse(1, 'largeFile', entry.size, limit);
    const text = decodeText(readFileSync(path));
    const lines = text.split('\n');
    const lost = lines.findIndex((line) => /[\ufffc\ufffd\u0300-\u036f\u3099\u309a]/u.test(line));
    if (lost !== -1) return void refuse(lost + 1, 'notUtf8');
    const isSound = lines.map((line, at) => {
      if (line.length > maxLineLength) refuse(at + 1, 'longLine', line.length, maxLineLength);
      return checkCharacters(line, at + 1, refuse) && line.length <= maxLineLength;
    });
    if (!isSound.every(Boolean)) return undefined;
    checkContacts(text, refuse);
    return text;
  } catch (error) {
    return void refuse(1, 'unreadableFile', (error as Error).message);
  }
}

/** The sorted names in a folder under content/, without the hidden files, backups and locks that editors and systems leave behind. */
export function listContent(path: string, refuse: Refuse): string[] {
  try {
    if (!lstatSync(path).isDirectory()) throw new Error('it is a link or a file');
    return readdirSync(path)
      .filter((name) => !/^\.(?!.*\.(?:mdx|yaml)$)|^\.?#|~$/u.test(name))
      .sort();
  } catch (error) {
    refuse(1, 'unreadableFolder', (error as Error).message);
    return [];
  }
}

/** Refuses links, contact details and invisible characters in public/, whose files are served as they are. */
export function auditPublic(root: string, refuseIn: RefuseIn): void {
  for (const { file, entry } of listPublic(root)) {
    const refuse = refuseIn(file);
    checkContactsAsTyped(file, 1, refuse);
    checkCharacters(file, 1, refuse);
    const text = entry.isFile() ? textOf(join(root, file), refuse) : void refuse(1, 'noFile', kindOf(entry));
    if (text) checkContacts(text, refuse);
    for (const [at, line] of text?.split('\n').entries() ?? []) checkCharacters(line, at + 1, refuse);
  }
}

/** Refuses files of public/ that the build has overwritten with its own; `folder` is what was built. */
export function auditOverwritten(root: string, folder: string, refuseIn: RefuseIn): void {
  for (const { file } of listPublic(root)) {
    const built = join(folder, relative('public', file));
    if (!existsSync(built) || !readFileSync(join(root, file)).equals(readFileSync(built))) refuseIn(file)(1, 'overwritten');
  }
}

/** Everything in public/ but folders, by its path below the root, with forward slashes. */
function listPublic(root: string): { file: string; entry: Dirent }[] {
  if (!existsSync(join(root, 'public'))) return [];
  return readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ file: relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'), entry }));
}

/** A text file without the pictures embedded in it; undefined for anything else, which is refused unless its name allows it. */
function textOf(path: string, refuse: Refuse): string | undefined {
  const bytes = readFileSync(path);
  if (isUtf8(bytes) && !bytes.includes(0)) return decodeText(bytes).replaceAll(/;base64,[\w+/=]+/gu, '');
  if (!/\.(?:png|jpe?g|gif|webp|avif|ico|woff2?|pdf|zip|gz)$/iu.test(path)) refuse(1, 'strayBytes');
  return undefined;
}

function kindOf(entry: Stats | Dirent): string {
  return entry.isSymbolicLink() ? 'a symbolic link' : entry.isDirectory() ? 'a folder' : 'a device or pipe';
}

/** In characters. */
const maxLineLength = 4000;
