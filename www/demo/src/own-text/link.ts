/** A text within a link: compressed, and written in letters that an address may have. */
import { dayOf } from './facts.js';
import type { Source } from './source.js';

/** Letters of a text beyond which it is not put into a link. */
export const LONGEST_TEXT = 120_000;
/** Letters of a link that programs still hand on. */
const LONGEST_LINK = 32_000;

/** A text as part of a link, or undefined where it is too long. */
export async function packed(source: Source): Promise<string | undefined> {
  if (source.content.length > LONGEST_TEXT) return undefined;
  const bytes = new TextEncoder().encode(JSON.stringify(source));
  const small = await through(bytes, new CompressionStream('deflate-raw'));
  const link = base64url(small);
  return link.length > LONGEST_LINK ? undefined : link;
}

/** The text in a link; rejects where it is damaged. */
export async function unpacked(link: string): Promise<Source> {
  const bytes = Uint8Array.from(atob(link.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const json = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  return checkedSource(JSON.parse(json));
}

/** Anybody can write a link: only what a text may have is taken from it. */
function checkedSource(value: unknown): Source {
  const { kind, content, title, written } = (value ?? {}) as Record<string, unknown>;
  if (kind !== 'text' && kind !== 'html') throw new Error('the link has no text');
  if (typeof content !== 'string') throw new Error('the link has no text');
  const day = typeof written === 'string' ? dayOf(written) : undefined;
  return { kind, content, ...(typeof title === 'string' && { title }), ...(day && { written: day }) };
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array> {
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // Where this fails, reading fails as well, and says why.
  written.catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A few bytes may say that they are gigabytes.
    if (length > 8 * LONGEST_TEXT) {
      await reader.cancel();
      throw new Error('the text in the link is too long');
    }
    chunks.push(value);
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function base64url(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
