import { findContacts } from '../model/contact/find-contacts.ts';
import type { Issue } from '../model/issue.ts';

/**
 * Contact details in a text under content/, line by line: as it is typed, without the marks of Markdown, and across the end
 * of a line within a paragraph.
 */
export function auditContacts(file: string, source: string): Issue[] {
  const lines = source.split('\n');
  const found = lines.map((line) => {
    const typed = findContacts(line);
    return typed.length ? typed : findContacts(line.replaceAll(/[*`]|~~|<\/?[A-Za-z][^>]*>/gu, ''));
  });
  return lines.flatMap((line, at) => {
    const next = lines[at + 1] ?? '';
    const isBroken = line.trim() && continues.test(next) && !found[at]!.length && !found[at + 1]!.length;
    const contacts = isBroken ? findContacts(`${line.trim()} ${next.trim()}`) : found[at]!;
    return contacts.map((contact) => ({
      file,
      line: at + 1,
      message: `${contact.kind} “${contact.found}”`,
      fix: 'Remove it: the site carries no way to contact anybody; the short codes 611, 911 and 6700 may stay.',
    }));
  });
}

/** A line that goes on with the one before: no item, row, heading, quotation, component or key begins there. */
const continues = /^\s*(?![-*+#|>]|<\/?[A-Z]|\d+[.)]\s|['"]?[\w#/-]+['"]?:(?:\s|$))\S/u;
