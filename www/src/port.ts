/**
 * The channels over which an engine can be reached, made alike: a `MessagePort`, a worker seen from either side,
 * and the ports of browser extensions, which have their own names for the same things.
 */

/** A `MessagePort`, a `Worker`, or the global scope of a worker. */
export interface WebPort {
  /** Sends to the other end. */
  postMessage(message: unknown, transfer: Transferable[]): void;
  /** Listens for `message`, `close` and `error`. */
  addEventListener(type: string, listener: (event: Event) => void): void;
  /** Listens no more. */
  removeEventListener(type: string, listener: (event: Event) => void): void;
  /** Begins to receive, where that does not begin by itself. */
  start?(): void;
  /** Ends the channel, where this end can. */
  close?(): void;
}

/** An event as extensions have them. */
export interface ExtensionEvent<L> {
  /** Calls the listener from now on. */
  addListener(listener: L): void;
  /** Calls it no more. */
  removeListener(listener: L): void;
}

/** What `runtime.connect` and `runtime.onConnect` give. Messages may arrive as JSON would have them. */
export interface ExtensionPort {
  /** Sends to the other end. */
  postMessage(message: object): void;
  /** Tells of what the other end sent. */
  onMessage: ExtensionEvent<(message: object) => void>;
  /** Tells that the other end went away. */
  onDisconnect: ExtensionEvent<() => void>;
  /** Ends the channel. */
  disconnect(): void;
}

/** One end of a channel between an engine and those who ask it. */
export type EnginePort = WebPort | ExtensionPort;

/** What happens at a port. */
export interface PortEvents {
  message(data: unknown): void;
  /** The other side went away. */
  gone(): void;
}

/** One side of a channel. */
export interface Link {
  /** What is to be transferred is copied where the channel knows no transfer. */
  send(message: object, transfer?: Transferable[]): void;
  /** Listens no more, and closes the port where it can be closed. */
  close(): void;
}

/** Listens at a port from now on. */
export function openLink(port: EnginePort, events: PortEvents): Link {
  return 'onMessage' in port ? extensionLink(port, events) : webLink(port, events);
}

/** Said before a port is closed: Chromium does not tell the other end of a `MessagePort`. */
const CLOSED = 'namelight-closed';

function webLink(port: WebPort, events: PortEvents): Link {
  const gone = (): void => events.gone();
  const listener = (event: Event): void => {
    const { data } = event as MessageEvent<unknown>;
    if (data === CLOSED) gone();
    else events.message(data);
  };
  port.addEventListener('message', listener);
  // Other browsers tell; and a worker that does not start, or breaks, has an error.
  port.addEventListener('close', gone);
  port.addEventListener('error', gone);
  port.start?.();
  return {
    send: (message, transfer = []) => port.postMessage(message, transfer),
    close: () => {
      port.removeEventListener('message', listener);
      port.removeEventListener('close', gone);
      port.removeEventListener('error', gone);
      port.postMessage(CLOSED, []);
      // A worker's global scope would end the worker, which is its owner's to do.
      if (port !== globalThis) port.close?.();
    },
  };
}

function extensionLink(port: ExtensionPort, events: PortEvents): Link {
  const listener = (message: unknown): void => events.message(message);
  const gone = (): void => events.gone();
  port.onMessage.addListener(listener);
  port.onDisconnect.addListener(gone);
  return {
    send: (message) => port.postMessage(message),
    close: () => {
      port.onMessage.removeListener(listener);
      port.onDisconnect.removeListener(gone);
      port.disconnect();
    },
  };
}
