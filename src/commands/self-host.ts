import { existsSync } from 'node:fs';
import { Refusal } from '../model/issue.ts';
import { compressTexts } from '../publish/hosts/compress.ts';
import { explainFailures } from './failures.ts';
import { servedBase } from './serve.ts';

/** npm run self-host: compresses the texts of the build in dist/ for nginx and Caddy, which other hosts do by themselves. */
explainFailures();
if (!existsSync('dist/_headers')) throw new Refusal('There is no build in dist/ yet. Run npm run build first.');
const { texts, bytes, brotli } = compressTexts('dist');
console.log(
  `${texts} texts compressed, ${kilobytes(bytes)} to ${kilobytes(brotli)}. Serve dist/ at ${servedBase('dist')} with deploy/nginx.conf or deploy/Caddyfile.`,
);

function kilobytes(count: number): string {
  return `${(count / 1000).toFixed(0)} KB`;
}
