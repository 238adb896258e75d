/** The comparison: every way in turn, each in a worker of its own, given up where it takes too long. */
import { ask, type Loaded, type Order, type Timed } from './work.js';

export interface Row {
  name: string;
  timed: Timed | undefined;
  fault: 'given-up' | 'failed' | undefined;
}

export interface Comparison {
  rows: readonly Row[];
  nameCount: number;
  textBytes: number;
  /** The way under way. */
  running: string | undefined;
}

export const GIVEN_UP = 25_000;

const ORDER = [
  'namelight-whole',
  'namelight',
  'filtered-trie',
  'word-trie',
  'flashtext',
  'expression',
  'monyone',
  'fastscan',
  'ahocorasick',
];

/** Texts are repeated until they are this long: a short one says little. */
const LENGTH = 100_000;

/** Runs all ways; `show` is called whenever there is more to show. */
export async function compare(
  loaded: Loaded,
  text: string,
  show: (comparison: Comparison) => void,
  signal: AbortSignal,
): Promise<void> {
  const long = text.length >= LENGTH ? text : `${text}\u2029`.repeat(Math.ceil(LENGTH / Math.max(1, text.length)));
  const textBytes = new TextEncoder().encode(long).length;
  const rows: Row[] = [];
  const answer = await ask({ kind: 'names', loaded }, signal);
  if (!('names' in answer)) throw new Error('fault' in answer ? answer.fault : '');
  const { names } = answer;
  for (const name of ORDER) {
    show({ rows: [...rows], nameCount: names.length, textBytes, running: name });
    rows.push({ name, ...(await measured(name, names, loaded, long, signal)) });
  }
  show({ rows, nameCount: names.length, textBytes, running: undefined });
}

async function measured(
  name: string,
  names: readonly string[],
  loaded: Loaded,
  text: string,
  signal: AbortSignal,
): Promise<Omit<Row, 'name'>> {
  const limit = AbortSignal.timeout(GIVEN_UP);
  try {
    const answer = await ask(orderOf(name, names, loaded, text), AbortSignal.any([signal, limit]));
    return 'timed' in answer ? { timed: answer.timed, fault: undefined } : { timed: undefined, fault: 'failed' };
  } catch (cause) {
    if (signal.aborted) throw cause;
    return { timed: undefined, fault: 'given-up' };
  }
}

function orderOf(name: string, names: readonly string[], loaded: Loaded, text: string): Order {
  if (name === 'namelight-whole') return { kind: 'whole', loaded, text };
  if (name === 'namelight') return { kind: 'search', wasm: loaded.wasm, names, text };
  return { kind: 'way', name, names, text };
}
