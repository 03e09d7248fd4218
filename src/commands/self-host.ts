import { compressTexts } from '../publish/compress.ts';
import { explainFailures } from './failures.ts';
import { servedBase } from './serve.ts';

/** npm run self-host: compresses the texts of the build in dist/ for nginx and Caddy, which other hosts do by themselves. */
explainFailures();
const base = servedBase('dist');
const { texts, bytes, brotli } = compressTexts('dist');
const [before, after] = [bytes, brotli].map((count) => `${(count / 1000).toFixed(0)} KB`);
console.log(`${texts} texts compressed, ${before} to ${after}. Serve dist/ at ${base} with deploy/nginx.conf or deploy/Caddyfile.`);
