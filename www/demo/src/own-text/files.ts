/** Files as texts: which kind they are by their names, and their letters by what they say of themselves. */
import type { Source } from './source.js';

const KINDS: Record<string, Source['kind']> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
};

/** The ends of names that are taken, for a file field. */
export const ACCEPTED = `${Object.keys(KINDS)
  .map((end) => `.${end}`)
  .join(',')},text/plain,text/html,text/markdown`;

/** What a file is read as; undefined where it is no text. */
export function kindOf({ name, type }: File): Source['kind'] | undefined {
  const end = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (end in KINDS) return KINDS[end];
  if (type === 'text/html') return 'html';
  if (type === 'text/markdown') return 'markdown';
  return type === 'text/plain' && end === '' ? 'text' : undefined;
}

export async function sourceOfFile(file: File, kind: Source['kind']): Promise<Source> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { kind, content: decoded(bytes, kind) };
}

/** As its byte order mark says, or a page's declaration, or else UTF-8; of what is not, the letters of western Europe. */
function decoded(bytes: Uint8Array, kind: Source['kind']): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = kind === 'html' ? declaredIn(bytes) : undefined;
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: declared === undefined }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
}
