import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, sha256 } from './files.ts';

/** The name of the list in a built folder. */
export const sumsFile = 'SHA256SUMS';

/** Writes the SHA-256 of every file of a built folder, as `sha256sum --check` reads it. To be called last. Returns the number of files in the folder. */
export function writeSums(folder: string): number {
  const files = filesIn(folder).filter((file) => file !== sumsFile);
  writeFileSync(join(folder, sumsFile), files.map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`).join(''));
  return files.length + 1;
}

/** The digests of a list, by file. Throws where a line does not belong in such a list. */
export function readSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
      if (!sum || !file) throw new Error(`“${line.slice(0, 80)}” is no line of a list of SHA-256 sums`);
      return [file, sum];
    }),
  );
}
