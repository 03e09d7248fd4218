import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../finish.ts';
import { digest } from '../last-build.ts';

/** The name of the list in a built folder. */
export const sumsFile = 'SHA256SUMS';

/** Writes the SHA-256 of every file of a built folder, as `sha256sum --check` reads it, and returns it by file. To be called last. */
export function writeSums(folder: string): Map<string, string> {
  const files = filesIn(folder).filter((file) => file !== sumsFile);
  const sums = new Map(files.map((file) => [file, digest(readFileSync(join(folder, file)))]));
  writeFileSync(join(folder, sumsFile), [...sums].map(([file, sum]) => `${sum}  ${file}\n`).join(''));
  return sums;
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
