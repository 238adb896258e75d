/**
 * Keeps all files of one build, so that the page works without a connection. The page itself is asked for anew where
 * there is one; everything else has its content in its name and never changes.
 */
export {};
declare const self: ServiceWorkerGlobalScope;

/** All files of the build, and a name for them that changes with any of them; the build writes them here. */
declare const __FILES__: { version: string; files: string[] };

const { version, files } = __FILES__;
const PREFIX = 'namelight-demo-';
const NAME = `${PREFIX}${version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(files)));
});

/** The pages of the last version are closed by now. */
self.addEventListener('activate', (event) => {
  const clear = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOwn = request.method === 'GET' && request.url.startsWith(self.registration.scope);
  if (isOwn) event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const kept = await caches.match('./', { cacheName: NAME });
    if (kept) return kept;
    throw cause;
  }
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: NAME, ignoreSearch: true })) ?? fetch(request);
}
