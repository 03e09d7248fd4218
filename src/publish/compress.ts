import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from './files.ts';

/**
 * Writes beside each text of a folder what nginx and Caddy send in its place, `.br` and `.gz`, where that is smaller. The
 * same texts give the same bytes.
 * @returns how many texts there are, and their sum in bytes as they stand and as brotli
 */
export function compressTexts(folder: string): { texts: number; bytes: number; brotli: number } {
  const files = filesIn(folder).filter((file) => /\.(?:html|css|js|json|svg|txt|md|xml|ics|webmanifest)$/u.test(file));
  const sum = { texts: files.length, bytes: 0, brotli: 0 };
  for (const file of files) {
    const text = readFileSync(join(folder, file));
    const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
    const gzip = gzipSync(text, { level: 9 });
    if (brotli.length < text.length) writeFileSync(join(folder, `${file}.br`), brotli);
    if (gzip.length < text.length) writeFileSync(join(folder, `${file}.gz`), gzip);
    sum.bytes += text.length;
    sum.brotli += Math.min(text.length, brotli.length);
  }
  return sum;
}
