/** A pack that comes as a response, read whole where the engine runs elsewhere and cannot be handed the response. */
import { problem } from './errors.js';
import type { LoadOptions } from './types.js';

/** The bytes, with the errors that the wasm module has for the same faults. */
export async function bytesOf(
  source: Request | Response,
  { onProgress, signal }: LoadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = source instanceof Response ? source : await fetched(source, signal);
    return await read(response, onProgress, signal);
  } catch (cause) {
    if (signal?.aborted) throw problem('aborted', 'loading was stopped', signal.reason);
    if (!(cause instanceof TypeError)) throw cause;
    throw unfetched('the connection broke, or the response was read before');
  }
}

async function fetched(request: Request, signal: AbortSignal | undefined): Promise<Response> {
  return fetch(request, signal && { signal }).catch((cause: unknown) => {
    throw signal?.aborted ? cause : unfetched('nothing answers at its address');
  });
}

async function read(
  response: Response,
  onProgress: LoadOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { ok, url, status, headers, body } = response;
  if (!ok) throw problem('fetch', `the pack could not be fetched from ${url}: HTTP status ${status}`);
  if (!body) throw problem('fetch', 'the response has no body, or it was read before');
  const total = Number(headers.get('content-length'));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const counted = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (piece) => {
      pieces.push(piece);
      loaded += piece.length;
      onProgress?.(loaded, total);
    },
  });
  await body.pipeTo(counted, signal && { signal });
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const unfetched = (why: string): Error =>
  problem('fetch', `the pack could not be fetched: ${why}`);
