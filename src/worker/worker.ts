/**
 * The service worker: network first, with a copy of the guide as the fallback. The copy is one file from one build, so it is
 * either complete or absent. Nothing else is cached, so a full device loses the copy and nothing more. On a site that keeps no
 * copies (any more), the worker removes those on readers' devices, and itself.
 */
declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: the base path, the address of the copy (empty if there is none), and how the names of this site's caches begin. */
declare const BASE: string;
declare const COPY: string;
declare const CACHES: string;

/** Milliseconds that a page may take before the reader gets the copy. */
const timeout = 4000;
/** How the address of every build's copy begins: a worker that does not contain it is not ours, or keeps no copy. */
const anyCopy = COPY.replace(/[^.]+\.json$/u, '');

/** What src/publish/service-worker.ts gathers, and the reader's own date when it was fetched. */
interface Copy {
  files: Record<string, string>;
  styles: string[];
  day: string;
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener('activate', (event) =>
  event.waitUntil(COPY ? removeCopies(CACHES + COPY).then(() => self.clients.claim()) : leave()),
);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const own = url.origin === location.origin && url.pathname.startsWith(BASE);
  if (COPY && own && request.method === 'GET') event.respondWith(answer(event, url));
});

async function keep(): Promise<void> {
  if (!COPY) return;
  // The reader already has a copy, which shows its date, and wants to save data.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (self.registration.active && connection?.saveData) throw new Error('The browser saves data.');
  const response = await fetch(COPY);
  if (!response.ok) throw new Error(`The copy is answered with ${response.status}.`);
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const copy: Copy = { ...(await response.json()), day };
  await (await caches.open(CACHES + COPY)).put(COPY, new Response(JSON.stringify(copy)));
}

/** Removes this site's copies; caches of other sites on the same host are not ours. */
async function removeCopies(except?: string): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHES) && name !== except) await caches.delete(name);
}

async function leave(): Promise<void> {
  await removeCopies();
  await self.registration.unregister();
}

async function answer(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event;
  const page = request.mode === 'navigate';
  const path = url.pathname.slice(BASE.length).replace(/(^|\/)index\.html$/u, '$1');
  const copied = (of = path) => fromCopy(of, url).catch(() => undefined);
  // A name with a hash never changes its content.
  const asset = path.startsWith('_astro/') ? await copied() : undefined;
  if (asset) return asset;
  const network = page ? fetch(request, { cache: 'no-cache' }) : fetch(request);
  if (page) event.waitUntil(network.then((response) => leaveIfGone(response.clone())).catch(() => undefined));
  const first = await Promise.race([network.catch(() => undefined), wait(timeout)]);
  if (first && first.status < 500) return first;
  const held = await copied();
  return held ?? network.catch(async (error: unknown) => (page && (await copied('404.html'))) || Promise.reject(error));
}

/** Answers from the copy; `path` is below the base path, '' is the home page, and `url` is the address requested. */
async function fromCopy(path: string, { pathname, search }: URL): Promise<Response | undefined> {
  const found = await caches.match(COPY, { cacheName: CACHES + COPY });
  const { files, styles, day }: Copy = await found?.json();
  if (`${path}/` in files) return Response.redirect(`${pathname}/${search}`, 302);
  const text = files[path]?.replace(/<style (\d+)>/gu, (_, at: string) => styles[Number(at)] ?? '').replace('<day>', day);
  if (text === undefined) return undefined;
  const ending = /\.(\w+)$/u.exec(path)?.[1] ?? 'html';
  const types: Record<string, string> = { js: 'text/javascript', ics: 'text/calendar', svg: 'image/svg+xml' };
  const headers = { 'Content-Type': `${types[ending] ?? `text/${ending}`};charset=utf-8` };
  return new Response(text, { status: path === '404.html' ? 503 : 200, headers });
}

/**
 * Unregisters this worker once the site is gone: closed, moved, or replaced by another at its address. Our pages name the
 * worker; if a page does not, the worker's own address decides. When in doubt (no network, an error of the host), nothing changes.
 */
async function leaveIfGone(page: Response): Promise<void> {
  if ((await page.text()).includes(`${BASE}sw.js`)) return;
  const script = await fetch(`${BASE}sw.js`, { cache: 'no-store', redirect: 'manual' });
  const gone = script.type === 'opaqueredirect' || script.status === 404 || script.status === 410;
  if (!gone && !(script.ok && !(await script.text()).includes(anyCopy))) return;
  await leave();
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
