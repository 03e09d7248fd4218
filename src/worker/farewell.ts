/** The service worker of a site that keeps no copies (any more): removes those of readers, and itself. */
declare const self: ServiceWorkerGlobalScope;
declare const CACHES: string;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHES)) await caches.delete(name);
  await self.registration.unregister();
}
