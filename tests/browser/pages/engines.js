/** Starts an engine of each kind, for the tests that run over all of them. */
import { connectEngine, createLocalEngine, serveEngine } from '/package/engine.js';
import { createWorkerEngine } from '/package/worker-engine.js';

/** Two ends of an extension's channel, between which messages go in a given way. */
export function extensionPorts(carry) {
  const end = () => ({ heard: new Set(), parted: new Set(), open: true });
  const ends = [end(), end()];
  const port = (own, other) => ({
    postMessage(message, ...more) {
      if (more.length > 0) throw new TypeError('an extension port takes one argument');
      if (!own.open) throw new Error('Attempting to use a disconnected port object');
      const carried = carry(message);
      queueMicrotask(() => other.open && other.heard.forEach((listener) => listener(carried)));
    },
    onMessage: {
      addListener: (listener) => own.heard.add(listener),
      removeListener: (listener) => own.heard.delete(listener),
    },
    onDisconnect: {
      addListener: (listener) => own.parted.add(listener),
      removeListener: (listener) => own.parted.delete(listener),
    },
    disconnect() {
      if (!own.open) return;
      own.open = other.open = false;
      queueMicrotask(() => other.parted.forEach((listener) => listener()));
    },
  });
  return [port(ends[0], ends[1]), port(ends[1], ends[0])];
}

export const asJson = (message) => JSON.parse(JSON.stringify(message));
export const asClone = (message) => structuredClone(message);

const ports = {
  'message port': () => {
    const { port1, port2 } = new MessageChannel();
    return [port1, port2];
  },
  'extension port': () => extensionPorts(asClone),
  'extension port with JSON': () => extensionPorts(asJson),
};

/** An engine of a kind; one behind a port is served by one in this thread. */
export async function start(kind, options) {
  if (kind === 'local') return createLocalEngine(options);
  if (kind === 'worker') return createWorkerEngine(options);
  const [served, used] = ports[kind]();
  serveEngine(createLocalEngine(options), served);
  return connectEngine(used);
}
