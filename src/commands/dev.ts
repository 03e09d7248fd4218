import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { auditProject } from '../checks/project.ts';
import { formatIssues } from '../model/issue.ts';
import { checkEnvironment, readPort } from './environment.ts';
import { explainFailures, fail } from './failures.ts';

/** npm run dev: Astro's server while one writes, at port 4321 or PORT; src/publish/dev-server.ts shows what a build would refuse. */
const root = fileURLToPath(new URL('../..', import.meta.url));
explainFailures();
checkEnvironment();
const port = readPort();
await untilAccepted();
await dev({ root, server: { port } }).catch(fail);
// Astro leaves unhandled what its loaders throw while one writes. It is no reason to end: what content/ is refused for is told already.
process.removeAllListeners('unhandledRejection').on('unhandledRejection', (error) => {
  if (auditProject(root).length === 0) console.error(error);
});

/** Astro does not start with content that it cannot read, so until it is mended the address and the terminal say what to mend. */
async function untilAccepted(): Promise<void> {
  let refused = formatIssues(auditProject(root));
  if (!refused) return;
  const server = createServer((_, response) => {
    response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(`<title>Refused</title><pre>${refused.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>
<script>setInterval(() => fetch('').then(() => location.reload(), () => {}), 1000)</script>`);
  });
  server.on('error', fail).listen(port, 'localhost');
  for (let told = ''; refused; refused = formatIssues(auditProject(root))) {
    if (refused !== told) console.error(`A build would refuse this; the server starts when it is mended.\n${refused}`);
    told = refused;
    await sleep(1000);
  }
  server.close();
  server.closeAllConnections();
}
