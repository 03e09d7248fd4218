import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatIssues, type Issue } from '../model/issue.ts';
import { auditProject } from '../checks/project.ts';

/**
 * While one writes: shows what a build would refuse, in the terminal and over every page, until it is mended; and answers
 * for the service worker of an earlier preview at the same address, which would go on showing that build.
 * @param base the base path, with slashes around it
 */
export function devServer(base: string): AstroIntegration {
  let root = '';
  return {
    name: 'dev-server',
    hooks: {
      'astro:config:setup': ({ config }) => void (root = fileURLToPath(config.root)),
      'astro:server:setup': ({ server, logger }) => {
        let issues: Issue[] = [];
        let told = '';
        let timer: NodeJS.Timeout | undefined;
        const show = () => {
          if (issues[0]) server.ws.send(overlay(root, issues, issues[0]));
        };
        const audit = () => {
          issues = auditProject(root);
          const text = formatIssues(issues);
          if (text === told) return;
          told = text;
          if (text) logger.warn(`a build would refuse this (${issues.length}):\n${text}`);
          else logger.info('mended: a build would refuse nothing');
          if (text) show();
          else server.ws.send({ type: 'full-reload' });
        };
        audit();
        server.watcher.on('all', () => {
          clearTimeout(timer);
          timer = setTimeout(audit, pause);
        });
        // Astro tells of a page that it could not draw 200 ms after it; what comes later stays.
        server.ws.on('connection', () => void setTimeout(show, 300));
        server.middlewares.use((request, response, next) => {
          if (request.url !== `${base}sw.js`) return next();
          response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' }).end(farewell);
        });
      },
    },
  };
}

/** Milliseconds without a change before content/ is audited: editors write a file in several steps. */
const pause = 100;

/** The first problem as Astro's overlay draws errors, and all of them below it. */
function overlay(root: string, issues: readonly Issue[], { file, line, message, fix }: Issue) {
  const err = {
    name: 'Refused',
    title: `A build would refuse this (${issues.length})`,
    message: escapeHtml(message),
    hint: escapeHtml(fix),
    // Nothing is shown of a column 0.
    loc: { file: join(root, file), line, column: 0 },
    stack: formatIssues(issues),
  };
  return { type: 'error', err } as const;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A service worker that removes itself and what it kept, and then lets the open pages come from the server. */
const farewell = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith('guide')) await caches.delete(name);
  await clients.claim();
  await registration.unregister();
  for (const page of await clients.matchAll({ type: 'window' })) page.navigate(page.url);
}
`;
