import { findAccounts } from './accounts.ts';
import { findAddresses } from './addresses.ts';
import { findTelephones } from './telephone.ts';
import { unmask } from './unmask.ts';

/** A way to reach a person or a seller, as it reads when unmasked. */
export interface Contact {
  kind: string;
  found: string;
}

/** Finds what this site never carries, in any disguise. Short codes such as 611, 911 and 6700 pass, and so do days, amounts and sums. */
export function findContacts(text: string): Contact[] {
  const known = judged.get(text);
  if (known) return known;
  const readable = unmask(text);
  const found = [
    ...findAddresses(readable),
    ...findAccounts(readable).map((account) => ({ kind: 'account or invitation', found: account })),
    ...findTelephones(readable).map((number) => ({ kind: 'phone number', found: number })),
  ];
  judged.set(text, found);
  return found;
}

/** Most texts appear on several pages. */
const judged = new Map<string, Contact[]>();
