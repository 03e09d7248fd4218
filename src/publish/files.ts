import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Refusal } from '../model/issue.ts';

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

/** The name of the list in a built folder. */
export const sumsFile = 'SHA256SUMS';

/** Writes the SHA-256 of every file of a finished build for `sha256sum --check`. Returns how many files the folder then has. */
export function writeSums(folder: string): number {
  const files = filesIn(folder).filter((file) => file !== sumsFile);
  writeFileSync(join(folder, sumsFile), files.map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`).join(''));
  return files.length + 1;
}

/** The digests of a list, by file. Throws a Refusal for a line that does not belong in such a list. */
export function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean);
  const stray = lines.find((line) => !/^[0-9a-f]{64} [ *]./u.test(line));
  if (stray) throw new Refusal(`“${stray.slice(0, 80)}” does not belong in a list of SHA-256 sums.`);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
