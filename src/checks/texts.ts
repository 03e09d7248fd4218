import { findContacts } from '../model/contact/find-contacts.ts';
import { decode } from '../model/contact/unmask.ts';
import type { Refuse } from '../model/refusals.ts';

/** Refuses contact details in a text under content/: in each line, with and without its Markdown, and where a sentence goes on below. */
export function checkContacts(source: string, refuse: Refuse): void {
  const lines = source.split('\n');
  const found = lines.map((line) => {
    const typed = findContacts(line);
    return typed.length ? typed : findContacts(line.replaceAll(/[*`[]|\]\([^)\s]*\)|~~|<\/?[A-Za-z][^>]*>/gu, ''));
  });
  for (const [at, line] of lines.entries()) {
    const below = /[:：]\s*$/u.test(line) && !lines[at + 1]?.trim() ? at + 2 : at + 1;
    const next = lines[below] ?? '';
    const isBroken = line.trim() && continues.test(next) && !found[at]!.length && !found[below]!.length;
    const contacts = isBroken ? findContacts(`${line.trim()} ${next.trim()}`) : found[at]!;
    for (const contact of contacts) refuse(at + 1, 'contact', contact.kind, contact.found);
  }
}

/** Refuses contact details in a text that is printed as it is. */
export function checkContactsAsTyped(text: string, line: number, refuse: Refuse): void {
  for (const { kind, found } of findContacts(text)) refuse(line, 'contact', kind, found);
}

/**
 * Refuses a merge conflict, or the first character of a line that is invisible, looks like another one, or is drawn on few
 * machines, even as an entity, an escape or a percent code; emoji may have joiners and selectors. Returns true if there is none.
 */
export function checkCharacters(line: string, at: number, refuse: Refuse): boolean {
  const text = decode(line);
  for (const [kind, pattern] of strays) {
    const [char] = (pattern.test(text) && pattern.exec(text.replaceAll(/\p{RGI_Emoji}/gv, ''))) || [];
    if (char === undefined) continue;
    refuse(at, kind, char);
    return false;
  }
  return true;
}

/** A line that continues the one before: it does not begin an item, row, heading, quotation, component or key. */
const continues = /^\s*(?![-*+#|>]|<\/?[A-Z]|\d+[.)]\s|['"]?[\w#/-]+['"]?:(?:\s|$))\S/u;

const strays = [
  ['conflict', /^(?:<{7}|>{7})(?= )/u],
  ['loneCr', /\r/u],
  ['lostCharacter', /\ufffd/u],
  ['strangeSpace', /(?! )\p{Z}/u],
  ['unseenCharacter', /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u],
  ['rareCharacter', /[\p{Co}\p{Cn}]/u],
  // Search would not find a word with radicals, compatibility ideographs or Cyrillic letters in it. α alone is a sign.
  ['falseLetter', /(?![\u0000-\u024f\u1e00-\u1eff\uff21-\uff5a]|\p{Script=Han}|(?<![A-Za-zα-ω])[αβγδεμπσΔΣΩ](?![a-zα-ω]{2}))\p{L}/u],
  ['falseLetter', /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u],
] as const;
