import { existsSync } from 'node:fs';
import { resolveSiteUrl } from '../publish/site-url.ts';
import { recoverOutput } from '../publish/staging.ts';
import { serveFolder } from './serve.ts';

/** npm run preview: the last build at http://localhost:4321, or at the port in PORT. */
const port = Number(process.env['PORT'] ?? 4321);
const { base } = resolveSiteUrl(process.env);

recoverOutput('.', 'dist');
if (!existsSync('dist/404.html')) {
  console.error('There is no build in dist/ yet. Run npm run build first, or npm start for both.');
  process.exit(1);
}
serveFolder('dist', base)
  .on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? `port ${port} is taken; set another one, such as PORT=4322` : error.message;
    console.error(`The site cannot be served: ${reason}.`);
    process.exit(1);
  })
  .listen(port, 'localhost', () => console.log(`The site is at http://localhost:${port}${base}`));
