import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { relative, join } from 'node:path';

/** The files below a folder, with forward slashes, in an order that is the same everywhere. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The SHA-256 of a text or of bytes in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
