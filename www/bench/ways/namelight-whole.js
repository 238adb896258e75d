/** Namelight with all its rules. */
import { engineOf } from './engine.js';

export { outside, prepare, spans } from './engine.js';

export const reads = 'pack';

export const finds = 'mentions';

export async function build(pack) {
  const engine = await engineOf(pack);
  return (text) => engine.annotate(text);
}
