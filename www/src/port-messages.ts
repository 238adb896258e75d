/**
 * The messages between an engine and its users: plain values, which survive a structured clone and JSON alike.
 * What comes in is read with care, since it may come from anywhere.
 */
import type { Names } from './flat.js';
import type { EntityDetails, Gazetteer } from './types.js';

/** What is asked of an engine. */
export type Call =
  | { call: 'info' }
  | { call: 'flat'; text: string; date?: string | undefined; withEntities: boolean }
  | { call: 'entity'; id: string; date?: string | undefined }
  | { call: 'load'; source: SentSource; progress: boolean }
  | { call: 'conflicts'; first: number };

/** A pack by its address or as bytes, or a gazetteer. */
export type SentSource =
  | { address: string }
  | { bytes: Uint8Array<ArrayBuffer> }
  | { gazetteer: Gazetteer };

/** To the engine: a call with its number, or the end of the call with that number. */
export type Request = { number: number; call: Call } | { number: number; abort: true };

/** From the engine, about the call with that number. */
export type Answer =
  | { number: number; value: unknown }
  | { number: number; error: SentError }
  | { number: number; progress: [loadedBytes: number, totalBytes: number] };

export interface SentError {
  code: string;
  message: string;
}

/** The value of a `flat` call. The names stand in the first of a connection, and hold for all that follow. */
export interface SentFlat {
  words: Uint32Array;
  entities: EntityDetails[];
  names?: Names;
}

export function sentError(cause: unknown): SentError {
  const { code, message } = fieldsOf(cause);
  return {
    code: typeof code === 'string' ? code : 'engine-failed',
    message: typeof message === 'string' ? message : String(cause),
  };
}

/** The number of a message to an engine, and what it asks; undefined for what no client of ours has sent. */
export function readRequest(
  data: unknown,
): { number: number; call: Call | undefined; abort: boolean } | undefined {
  const { number, call, abort } = fieldsOf(data);
  if (typeof number !== 'number') return undefined;
  return { number, call: readCall(call), abort: abort === true };
}

/** An answer; where it is none, one to no call. An engine is trusted in what it says. */
export function readAnswer(data: unknown): Answer {
  const { number, ...answer } = fieldsOf(data);
  return { ...(answer as { value: unknown }), number: typeof number === 'number' ? number : 0 };
}

/** The flat array and what belongs to it. */
export function readFlat(value: unknown): SentFlat {
  const { words, entities, names } = fieldsOf(value) as unknown as SentFlat;
  const numbers = words instanceof Uint32Array ? words : Uint32Array.from(numbersOf(words));
  return { words: numbers, entities, ...(names && { names }) };
}

function readCall(value: unknown): Call | undefined {
  const { call, text, date, withEntities, id, source, progress, first } = fieldsOf(value);
  // JSON has no undefined.
  const day = typeof date === 'string' ? date : undefined;
  if (call === 'info') return { call };
  if (call === 'flat' && typeof text === 'string') {
    return { call, text, date: day, withEntities: withEntities === true };
  }
  if (call === 'entity' && typeof id === 'string') return { call, id, date: day };
  if (call === 'conflicts' && typeof first === 'number') return { call, first };
  const sent = readSource(source);
  return call === 'load' && sent ? { call, source: sent, progress: progress === true } : undefined;
}

function readSource(value: unknown): SentSource | undefined {
  const { address, bytes, gazetteer } = fieldsOf(value);
  if (typeof address === 'string') return { address };
  if (bytes instanceof Uint8Array) return { bytes: bytes as Uint8Array<ArrayBuffer> };
  if (typeof bytes === 'object' && bytes !== null) {
    return { bytes: Uint8Array.from(numbersOf(bytes)) };
  }
  return gazetteer === undefined ? undefined : { gazetteer: gazetteer as Gazetteer };
}

/** The numbers of a typed array that came as an array, or as the object that JSON makes of it. */
const numbersOf = (value: object): number[] => Object.values(value) as number[];

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
