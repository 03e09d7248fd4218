import { findContacts } from '../model/contact/find-contacts.ts';
import type { Refuse } from '../model/refusals.ts';

/**
 * Contact details in a text under content/, line by line: as it is typed, without the marks of Markdown, and across the end
 * of a line within a paragraph.
 */
export function checkContacts(source: string, refuse: Refuse): void {
  const lines = source.split('\n');
  const found = lines.map((line) => {
    const typed = findContacts(line);
    return typed.length ? typed : findContacts(line.replaceAll(/[*`]|~~|<\/?[A-Za-z][^>]*>/gu, ''));
  });
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? '';
    const isBroken = line.trim() && continues.test(next) && !found[at]!.length && !found[at + 1]!.length;
    const contacts = isBroken ? findContacts(`${line.trim()} ${next.trim()}`) : found[at]!;
    for (const contact of contacts) refuse(at + 1, 'contact', contact.kind, contact.found);
  }
}

/** Contact details in a text that is printed as it stands. */
export function checkContactsAsTyped(text: string, line: number, refuse: Refuse): void {
  for (const { kind, found } of findContacts(text)) refuse(line, 'contact', kind, found);
}

/** A line that goes on with the one before: no item, row, heading, quotation, component or key begins there. */
const continues = /^\s*(?![-*+#|>]|<\/?[A-Z]|\d+[.)]\s|['"]?[\w#/-]+['"]?:(?:\s|$))\S/u;
