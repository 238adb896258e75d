/** Namelight's fold and search alone. */
import { engineOf } from './engine.js';

export { outside, prepare, spans } from './engine.js';

export const reads = 'pack';

// With `candidates` in the place of `annotate` this is 'all'.
export const finds = 'mentions';

export async function build(pack) {
  const engine = await engineOf(pack);
  return (text) => engine.annotate(text);
}
