/**
 * The service worker: the network first, and a copy of the guide where there is none. The copy is one file of one build,
 * so it is there as a whole or not at all. Nothing is kept on the way, so a full device loses the copy and nothing else.
 * On a site that keeps no copies (any more) it removes those of readers, and itself.
 */
declare const self: ServiceWorkerGlobalScope;
/** What the build puts in: the base path, the address of the copy or nothing, and the name that caches of this site begin with. */
declare const BASE: string;
declare const COPY: string;
declare const CACHES: string;

/** How long, in milliseconds, a page may take before the reader gets the copy. */
const patience = 4000;
/** What the copies of all builds are called: a worker that does not name one is not ours, or keeps none. */
const anyCopy = COPY.replace(/[^.]+\.json$/u, '');

/** What src/publish/service-worker.ts gathers, and a day. */
interface Copy {
  /** Texts by path below the base path; '' is the home page. */
  files: Record<string, string>;
  /** The styles of pages, which stand in their texts as `<style 0>`, `<style 1>` and so on. */
  styles: string[];
  /** The calendar day on which it was fetched, where the reader is. */
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
  // The reader has a copy already, and asks to be spared: the older one says of which day it is.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (self.registration.active && connection?.saveData) throw new Error('The browser saves data.');
  const response = await fetch(COPY);
  if (!response.ok) throw new Error(`The copy is answered with ${response.status}.`);
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const copy: Copy = { ...(await response.json()), day };
  await (await caches.open(CACHES + COPY)).put(COPY, new Response(JSON.stringify(copy)));
}

/** Removes the copies of this site; the caches of other sites of the same host are not ours. */
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
  const copied = () => fromCopy(url).catch(() => undefined);
  // A name with a hash stands for one content.
  const asset = url.pathname.startsWith(`${BASE}_astro/`) ? await copied() : undefined;
  if (asset) return asset;
  const network = page ? fetch(request, { cache: 'no-cache' }) : fetch(request);
  if (page) event.waitUntil(network.then((response) => leaveIfGone(response.clone())).catch(() => undefined));
  const first = await Promise.race([network.catch(() => undefined), wait(patience)]);
  if (first && first.status < 500) return first;
  return (await copied()) ?? network.catch((error: unknown) => (page ? sayOffline(error) : Promise.reject(error)));
}

async function readCopy(): Promise<Copy | undefined> {
  const found = await caches.match(COPY, { cacheName: CACHES + COPY });
  return found?.json();
}

/** What the copy holds for an address; pages and calendars say that they are a copy, and from which day. */
async function fromCopy({ pathname, search }: URL): Promise<Response | undefined> {
  const copy = await readCopy();
  if (!copy) return undefined;
  const path = pathname.slice(BASE.length).replace(/(^|\/)index\.html$/u, '$1');
  if (`${path}/` in copy.files) return Response.redirect(`${pathname}/${search}`, 302);
  const text = copy.files[path];
  if (text === undefined) return undefined;
  const note = `离线副本，存于 ${copy.day}`;
  const marked = whole(text, copy)
    .replace(/<main[^>]*>/u, `$&<p class="offline">${note}。有网络时再打开，看到的就是最新的。</p>`)
    .replace(/^BEGIN:VCALENDAR\r?\n/u, `$&X-WR-CALDESC:${note}\r\n`);
  return respond(marked, /\.(\w+)$/u.exec(path)?.[1]);
}

/** A page as it was built: pages share their styles in the copy. */
function whole(text: string, { styles }: Copy): string {
  return text.replace(/<style (\d+)>/gu, (_, at: string) => styles[Number(at)] ?? '');
}

/** The page for what the copy does not hold: whether such a page exists, nobody can say without a network. */
async function sayOffline(error: unknown): Promise<Response> {
  const copy = await readCopy().catch(() => undefined);
  const missing = copy?.files['404.html'];
  if (!missing) throw error;
  const words = '<h1>现在没有网络</h1><p>这一页没有存在这台设备上，等有网络时再打开。存好的内容现在就能看：</p>';
  const page = whole(missing, copy).replace(/<title>[^<]*/u, '<title>现在没有网络');
  return respond(page.replace(/<h1.*?<\/p>/su, words), 'html', 503);
}

/**
 * Ends this worker where the site is no longer ours: closed, moved, or another one at its address. A page of ours names
 * the worker; where one does not, the worker's own address decides. Doubt (no network, an error of the host) changes nothing.
 */
async function leaveIfGone(page: Response): Promise<void> {
  if ((await page.text()).includes(`${BASE}sw.js`)) return;
  const script = await fetch(`${BASE}sw.js`, { cache: 'no-store', redirect: 'manual' });
  const gone = script.type === 'opaqueredirect' || script.status === 404 || script.status === 410;
  if (!gone && !(script.ok && !(await script.text()).includes(anyCopy))) return;
  await leave();
}

/** An answer with the type that a browser asks of a file with such an ending; to the others any text will do. */
function respond(text: string, ending = 'html', status = 200): Response {
  const types: Record<string, string> = { js: 'text/javascript', ics: 'text/calendar', svg: 'image/svg+xml' };
  return new Response(text, { status, headers: { 'Content-Type': `${types[ending] ?? `text/${ending}`};charset=utf-8` } });
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
