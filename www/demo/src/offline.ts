/** Keeps the page for use without a connection, once all that is seen first is there. */
import { element } from './element.js';
import { words } from './words.js';

export async function keepOffline(): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI));
  await navigator.serviceWorker.ready;
  element('offline').textContent = words.offlineReady;
}
