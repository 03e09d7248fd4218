import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../finish.ts';

/** The name of the list in a built folder. */
export const sumsFile = 'SHA256SUMS';

/** Writes the SHA-256 of every file of a built folder, as `sha256sum --check` reads it. To be called last. Returns the number of files in the folder. */
export function writeSums(folder: string): number {
  const lines = filesIn(folder)
    .filter((file) => file !== sumsFile)
    .map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`);
  writeFileSync(join(folder, sumsFile), lines.join(''));
  return lines.length + 1;
}

/** The SHA-256 of some bytes in hex. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The digests of a list, by file. Throws where a line is none of such a list. */
export function readSums(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [, sum, file] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
        if (!sum || !file) throw new Error(`“${line.slice(0, 80)}” is no line of a list of SHA-256 sums`);
        return [file, sum];
      }),
  );
}
