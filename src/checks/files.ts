import { lstatSync, readFileSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { decodeText } from '../markdown/read-chapter.ts';
import { decode } from '../model/contact/unmask.ts';
import type { Refuse } from '../model/refusals.ts';

/**
 * The text of a file under content/, with LF at the end of its lines and without a BOM; undefined, and a refusal, where it
 * is no regular file, larger than `limit` bytes, not UTF-8, or holds characters that nobody can have meant.
 */
export function readContentFile(path: string, limit: number, refuse: Refuse): string | undefined {
  try {
    const entry = lstatSync(path);
    if (!entry.isFile()) return void refuse(1, 'noFile', kindOf(entry));
    if (entry.size > limit) return void refuse(1, 'largeFile', entry.size, limit);
    const text = decodeText(readFileSync(path));
    const lines = text.split('\n');
    const lost = lines.findIndex((line) => line.includes('\ufffd'));
    if (lost !== -1) return void refuse(lost + 1, 'notUtf8');
    const isSound = lines.map((line, at) => {
      if (line.length > longest) refuse(at + 1, 'longLine', line.length, longest);
      return checkCharacters(line, at + 1, refuse) && line.length <= longest;
    });
    return isSound.every(Boolean) ? text : undefined;
  } catch (error) {
    return void refuse(1, 'unreadableFile', (error as Error).message);
  }
}

/** Names in a folder under content/, sorted; hidden ones, which editors and systems leave behind, are none of ours. */
export function listContent(path: string, refuse: Refuse): string[] {
  try {
    if (!lstatSync(path).isDirectory()) throw new Error('it is a link or a file');
    return readdirSync(path)
      .filter((name) => !name.startsWith('.') || /\.(?:mdx|yaml)$/u.test(name))
      .sort();
  } catch (error) {
    refuse(1, 'unreadableFolder', (error as Error).message);
    return [];
  }
}

export function kindOf(entry: Stats | Dirent): string {
  return entry.isSymbolicLink() ? 'a symbolic link' : entry.isDirectory() ? 'a folder' : 'a device or pipe';
}

/**
 * Refuses the first character of a line that cannot be seen, that looks like another one, or that only one machine draws;
 * also where it is written as an entity, an escape or a percent code. Joiners and selectors within emoji pass. True where
 * there is none.
 */
export function checkCharacters(line: string, at: number, refuse: Refuse): boolean {
  const text = decode(line).replaceAll(/\p{RGI_Emoji}/gv, '');
  for (const [kind, pattern] of strays) {
    const [char] = pattern.exec(text) ?? [];
    if (char === undefined) continue;
    refuse(at, kind, char);
    return false;
  }
  return true;
}

/** The most characters of a line. */
const longest = 4000;

const strays = [
  ['loneCr', /\r/u],
  ['lostCharacter', /\ufffd/u],
  ['strangeSpace', /(?! )\p{Z}/u],
  ['unseenCharacter', /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u],
  ['rareCharacter', /[\p{Co}\p{Cn}]/u],
  // Radicals and compatibility ideographs: search would not find the word.
  ['falseHanzi', /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u],
] as const;
