import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names and bytes of all files of a folder as one digest; 'none' if there is no such folder. */
export function fingerprint(folder: string): string {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return 'none';
  const digest = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (lstatSync(join(folder, name)).isFile()) digest.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return digest.digest('hex');
}
