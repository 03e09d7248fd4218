import { decode } from './contact/unmask.ts';

/** A character that nobody can have meant, and what to do about it. */
export interface Stray {
  message: string;
  fix: string;
}

/**
 * The first character of a line that cannot be seen, that looks like another one, or that only one machine draws; also where
 * it is written as an entity, an escape or a percent code. Joiners and selectors within emoji pass.
 */
export function findStray(line: string): Stray | undefined {
  const text = decode(line).replaceAll(/\p{RGI_Emoji}/gv, '');
  for (const { pattern, message, fix } of strays) {
    const [char] = pattern.exec(text) ?? [];
    if (char) return { message: message(nameOf(char)), fix: fix(char) };
  }
  return undefined;
}

const nameOf = (char: string) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const strays: { pattern: RegExp; message: (name: string) => string; fix: (char: string) => string }[] = [
  {
    pattern: /\r/u,
    message: () => 'a line ends in CR alone',
    fix: () => 'Save the file with LF or CRLF at the end of lines.',
  },
  {
    pattern: /\ufffd/u,
    message: () => 'a character was lost before (U+FFFD)',
    fix: () => 'Write again what stood there.',
  },
  {
    pattern: /(?! )\p{Z}/u,
    message: (name) => `the character ${name}, a space that is none`,
    fix: () => 'Write a plain space in its place; it often comes along with copied text.',
  },
  {
    pattern: /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u,
    message: (name) => `the character ${name}, which cannot be seen`,
    fix: () => 'Delete it; it often comes along with copied text.',
  },
  {
    pattern: /[\p{Co}\p{Cn}]/u,
    message: (name) => `the character ${name}, which most fonts do not have`,
    fix: () => 'Write in words what it should show.',
  },
  {
    // Radicals and compatibility ideographs: search would not find the word.
    pattern: /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u,
    message: (name) => `the character ${name}, which only looks like a hanzi`,
    fix: (char) => (char.normalize('NFKC') === char ? 'Type the hanzi itself.' : `Type the hanzi itself, ${char.normalize('NFKC')}.`),
  },
];
