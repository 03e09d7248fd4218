import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dev, type AstroIntegration } from 'astro';
import { auditProject } from '../checks/project.ts';
import { formatIssues } from '../model/issue.ts';
import { resolveSiteUrl } from '../publish/site-url.ts';
import { explainFailures } from './failures.ts';
import { readPort } from './serve.ts';

/**
 * npm run dev: Astro's server for writing, at port 4321 or PORT. While a build would refuse what is written, the
 * terminal and every page say why, and the pages come back by themselves once it is mended.
 */
explainFailures('npm run dev failed.');
resolveSiteUrl(process.env);
const port = readPort();
const root = fileURLToPath(new URL('../..', import.meta.url));
let refused = '';

/** Astro follows links to some of its modules (node.mjs); where their real path holds # or ?, Vite takes that for the end of it. */
const oddPaths = { name: 'odd-paths', load: (id: string) => (/[#?]/u.test(id) && existsSync(id) ? readFileSync(id, 'utf8') : undefined) };

audit();
if (refused) {
  // A change made while Astro starts, before it watches the files, would be missed.
  const server = createServer(sayRefused).listen(port, 'localhost');
  while (refused) {
    await sleep(1000);
    audit();
  }
  server.close();
  server.closeAllConnections();
}
await dev({
  root,
  server: { port },
  integrations: [watchForRefusals()],
  // In milliseconds. Editors empty a file before they write it; nothing should read it between the two.
  vite: { plugins: [oddPaths], server: { watch: { awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 } } } },
});

/** Audits the project and tells the terminal what is new; true where something is. */
function audit(): boolean {
  const found = formatIssues(auditProject(root));
  if (found === refused) return false;
  refused = found;
  console.error(refused ? `A build would refuse this:\n${refused}` : 'It is mended: a build would refuse nothing.');
  return true;
}

function watchForRefusals(): AstroIntegration {
  let timer: NodeJS.Timeout | undefined;
  return {
    name: 'refusals',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const reload = () => server.ws.send({ type: 'full-reload' });
        server.watcher.on('all', () => {
          clearTimeout(timer);
          // Several files are often saved at once.
          timer = setTimeout(() => audit() && reload(), 100);
        });
        // A page that was on its way meanwhile.
        server.ws.on('connection', () => refused && reload());
        server.middlewares.use((request, response, next) =>
          refused && request.headers.accept?.includes('text/html') ? sayRefused(request, response) : next(),
        );
      },
    },
  };
}

/** Answers with what is refused; the page looks every second whether that is still so. */
function sayRefused(_: IncomingMessage, response: ServerResponse): void {
  const text = refused.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html><title>A build would refuse this</title><pre>${text}</pre><script>
setInterval(async () => {
  const answer = await fetch('', { headers: { Accept: 'text/html' } }).then((page) => page.text(), () => undefined);
  if (answer !== undefined && !answer.includes(document.querySelector('pre').innerHTML)) location.reload();
}, 1000);
</script>`);
}
