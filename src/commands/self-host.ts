import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesIn } from '../publish/files.ts';
import { explainFailures } from './failures.ts';
import { servedBase } from './serve.ts';

/**
 * npm run self-host -- FOLDER: compresses each text file of a build (dist/ by default) to `.br` and `.gz` for nginx and Caddy,
 * where that is smaller; other hosts compress on their own. The same texts give the same bytes.
 */
explainFailures('npm run self-host failed.');
const [, , folder = 'dist'] = process.argv;
const base = servedBase(folder);
const texts = filesIn(folder).filter((file) => /\.(?:html|css|js|json|svg|txt|md|xml|ics|webmanifest)$/u.test(file));
for (const file of texts) {
  const text = readFileSync(join(folder, file));
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  const gzip = gzipSync(text, { level: 9 });
  if (brotli.length < text.length) writeFileSync(join(folder, `${file}.br`), brotli);
  if (gzip.length < text.length) writeFileSync(join(folder, `${file}.gz`), gzip);
}
console.log(`${texts.length} texts compressed. Serve ${folder}/ at ${base} with deploy/nginx.conf or deploy/Caddyfile.`);
