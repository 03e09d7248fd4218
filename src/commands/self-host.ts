import { existsSync } from 'node:fs';
import { prepareForServers } from '../publish/hosts/self-host.ts';

/** npm run self-host: adds to the build in dist/ what nginx and Caddy need and other hosts do by themselves. */
if (!existsSync('dist/_headers')) {
  console.error('There is no build in dist/ yet. Run npm run build first.');
  process.exit(1);
}
const { base, texts, bytes, brotli } = prepareForServers('dist');
console.log(
  `${texts} texts compressed, ${kilobytes(bytes)} to ${kilobytes(brotli)}. Serve dist/ at ${base} with deploy/nginx.conf or deploy/Caddyfile.`,
);

function kilobytes(count: number): string {
  return `${(count / 1000).toFixed(0)} KB`;
}
