/** Namelight's fold and search alone. */
import { engineOf } from './engine.js';

export { outside, prepare, spans } from './engine.js';

export const reads = 'pack';

export const finds = 'cased';

export async function build(pack) {
  const engine = await engineOf(pack);
  return (text) => engine.candidates(text);
}
