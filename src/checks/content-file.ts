import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../markdown/read-chapter.ts';
import { findStray } from '../model/characters.ts';
import type { Issue } from '../model/issue.ts';

/**
 * The text of a file under content/, with LF at the end of its lines and without a BOM; undefined, and a problem, where it
 * is no regular file, larger than `limit` bytes, not UTF-8, or holds characters that nobody can have meant.
 */
export function readContentFile(root: string, file: string, limit: number, issues: Issue[]): string | undefined {
  const refuse = (message: string, fix: string, line = 1) => void issues.push({ file, line, message, fix });
  const path = join(root, file);
  try {
    const kind = lstatSync(path);
    if (!kind.isFile())
      return refuse(
        `this is ${kind.isSymbolicLink() ? 'a symbolic link' : kind.isDirectory() ? 'a folder' : 'a device or pipe'} and no file`,
        'Put a file in its place: what is published stands in content/ itself.',
      );
    if (kind.size > limit)
      return refuse(
        `this file has ${kind.size.toLocaleString('en')} bytes, and ${limit.toLocaleString('en')} are the most`,
        'Split it: a chapter is read at one go on a phone.',
      );
    const bytes = readFileSync(path);
    const wrong = brokenLine(bytes);
    if (wrong) return refuse('this line is not UTF-8', 'Save the file as UTF-8.', wrong);
    const text = decodeText(bytes);
    const found = issues.length;
    text.split('\n').forEach((line, index) => auditLine(line, (message, fix) => refuse(message, fix, index + 1)));
    return issues.length > found ? undefined : text;
  } catch (error) {
    return refuse(`this file cannot be read (${(error as Error).message})`, 'Put it where the project can read it.');
  }
}

/** Names in a folder under content/, sorted; hidden ones, which editors and systems leave behind, are none of ours. */
export function listContent(root: string, folder: string, issues: Issue[]): string[] {
  try {
    if (!lstatSync(join(root, folder)).isDirectory()) throw new Error('it is a link or a file');
    return readdirSync(join(root, folder))
      .filter((name) => !name.startsWith('.') || /\.(?:mdx|yaml)$/u.test(name))
      .sort();
  } catch (error) {
    issues.push({
      file: folder,
      line: 1,
      message: `this folder cannot be read (${(error as Error).message})`,
      fix: 'Put it back; the README says what stands in it.',
    });
    return [];
  }
}

/** The most characters of a line. */
const longest = 4000;

function auditLine(line: string, refuse: (message: string, fix: string) => void): void {
  const stray = findStray(line);
  if (stray) refuse(stray.message, stray.fix);
  if (line.length > longest)
    refuse(`a line of ${line.length.toLocaleString('en')} characters`, `Split it: a paragraph is a line, and ${longest} are the most.`);
}

/** The first line that is not UTF-8, or 0. */
function brokenLine(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isWhole = (part: Buffer) => {
    try {
      decoder.decode(part);
      return true;
    } catch {
      return false;
    }
  };
  if (isWhole(bytes)) return 0;
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end === -1 || !isWhole(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}
