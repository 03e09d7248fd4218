import type { AddressInfo } from 'node:net';
import { Refusal } from '../model/issue.ts';
import { recoverOutput } from '../publish/staging.ts';
import { explainFailures } from './failures.ts';
import { readPort, serveFolder, servedBase } from './serve.ts';

/** npm run preview: the last build at http://localhost:4321, or at the port in PORT, under the base path it was made for. */
explainFailures('npm run preview failed.');
const port = readPort();
recoverOutput('.', 'dist');
const base = servedBase('dist');
const server = serveFolder('dist', base)
  .on('error', ({ code, message }: NodeJS.ErrnoException) => {
    const reason = code === 'EADDRINUSE' ? `port ${port} is taken; set another one, such as PORT=4322` : message;
    throw new Refusal(`The site cannot be served: ${reason}.`);
  })
  .listen(port, 'localhost', () => {
    const { port: taken } = server.address() as AddressInfo;
    console.log(`The site is at http://localhost:${taken}${base}`);
  });
