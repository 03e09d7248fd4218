import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRedirects } from './redirects.ts';

/** What the worker keeps from the start; everything else of the site is kept when it has been asked for. */
const kept = /^(?:(?:[a-z0-9-]+\/)?index\.html|404\.html|_astro\/.+|search-index\.json|manifest\.webmanifest|favicon\.svg)$/u;
/** Pages too big, or too seldom needed without a network, to fetch for everybody. */
const left = /^(?:all|calendar)\//u;

/**
 * Writes sw.js, which makes the guide work without a network. Its cache is named by the digest of its files, so that a
 * reader always has the files of one build: a new one is fetched whole in the background and takes over when the last tab
 * of the old one is closed. Each file is checked against its own digest, so that a build that is still on its way to the
 * host is not kept; the browser tries again at the next visit. Switched off, it removes itself and what it kept.
 */
export function writeServiceWorker(folder: string, base: string, on: boolean): void {
  const redirects = new Map(readRedirects(readFileSync(join(folder, '_redirects'), 'utf8')).map(({ from, to }) => [from, to]));
  const address = (file: string) => base + file.replace(/(?:^|(?<=\/))index\.html$/u, '');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => kept.test(file) && !left.test(file) && !redirects.has(address(file)))
    .sort();
  const digest = createHash('sha256');
  const sums = files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    digest.update(file).update(bytes);
    return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  });
  digest.update(JSON.stringify([...redirects]));
  const version = digest.digest('hex').slice(0, 16);
  writeFileSync(join(folder, 'sw.js'), on ? worker({ version, paths: files.map(address), sums, redirects, base }) : farewell);
}

interface Kept {
  version: string;
  paths: readonly string[];
  sums: readonly string[];
  redirects: ReadonlyMap<string, string>;
  base: string;
}

function worker({ version, paths, sums, redirects, base }: Kept): string {
  return `const name = 'guide-${version}';
const paths = ${JSON.stringify(paths)};
const sums = ${JSON.stringify(sums)};
const redirects = new Map(${JSON.stringify([...redirects])});
const known = new Set(paths);
addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(paths.map((path, at) => new Request(path, { cache: 'reload', integrity: sums[at] })))));
});
addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((all) => Promise.all(all.filter((each) => each !== name).map((each) => caches.delete(each)))));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(${JSON.stringify(base)})) return;
  event.respondWith(answer(request, url.pathname));
});
async function answer(request, path) {
  const leads = redirects.get(path) ?? redirects.get(path + '/');
  if (leads) return Response.redirect(leads, 301);
  const cache = await caches.open(name);
  const own = known.has(path) ? path : known.has(path + '/') ? path + '/' : undefined;
  const found = await cache.match(own ?? path);
  if (found) return found.redirected ? new Response(found.body, found) : found;
  try {
    const response = await fetch(request);
    if (response.status === 200 && !response.redirected && /\\.(?:ics|png|md)$|\\/(?:all|calendar)\\/$/.test(path)) await cache.put(path, response.clone());
    return response;
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return new Response((await cache.match(${JSON.stringify(`${base}404.html`)})).body, { status: 404, headers: { 'Content-Type': 'text/html;charset=utf-8' } });
  }
}
`;
}

const farewell = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((all) => Promise.all(all.filter((each) => each.startsWith('guide-')).map((each) => caches.delete(each))))
      .then(() => registration.unregister()),
  );
});
`;
