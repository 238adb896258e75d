/** The package as a page uses it, with all rules, from a pack. */
import { createHighlighter } from '/dist/package/index.js';
import { createLocalEngine } from '/dist/package/local-engine.js';
import { allLit, light as lightFirst } from '/www/bench/page/first-names.js';

export const reads = 'pack';

export const finds = 'mentions';

const NOTHING = { title: 'nothing', entities: [] };

let memory;
let highlighter;

/** Fetches and starts the module, as the peers' code is loaded before they are measured. */
export async function prepare() {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    const made = new Instance(...given);
    memory = made.exports.memory;
    return made;
  };
  const engine = await createLocalEngine({ pack: NOTHING });
  engine.dispose();
  WebAssembly.Instance = Instance;
}

/** Bytes that are kept outside of JavaScript's heap. The module's memory never shrinks, so this is its peak, too. */
export const outside = () => memory.buffer.byteLength;

export async function build(pack) {
  const engine = await createLocalEngine({ pack });
  highlighter = createHighlighter({ engine });
  return (text) => engine.annotate(text);
}

export const spans = (mentions) => mentions.map(({ start, end }) => [start, end]);

/** Until the first names are lit, which are those in sight and more. */
export async function light(root, _, painted) {
  const view = await lightFirst(highlighter, root, {}, painted);
  return { painted: view.mentions.length, undo: () => view.dispose() };
}

/** Until all are lit, idle moments and all. */
export async function lightAll(root) {
  const view = await lightFirst(highlighter, root, {}, () => {});
  await allLit(view);
  return { painted: view.mentions.length, undo: () => view.dispose() };
}
