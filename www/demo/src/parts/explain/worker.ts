/** The worker that explains: opens the gazetteers once, then answers for one text after another. */
import { Explainer, Importer, initSync } from '../../../../generated/importer.js';
import type { Answer, Explanation, Order, Overlays } from './asking.js';

interface Scope {
  postMessage(message: Answer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Order>) => void): void;
}

const scope = self as unknown as Scope;
let opened: Promise<Explainer> | undefined;

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'open') {
    opened = open(data.wasm, data.pack, data.overlays);
    // Whoever asks learns of a failed start.
    opened.catch(() => undefined);
    return;
  }
  void answer(data).then((message) => scope.postMessage(message));
});

async function open(wasm: string, pack: string, overlays: Overlays): Promise<Explainer> {
  const [module, base] = await Promise.all([
    WebAssembly.compileStreaming(fetch(wasm)),
    fetch(pack).then((response) => response.arrayBuffer()),
  ]);
  initSync({ module });
  return new Explainer([new Uint8Array(base), ...overlays.map(packOf)]);
}

/** Gazetteers that are written in the page are compiled here. */
function packOf(overlay: Overlays[number]): Uint8Array {
  if (overlay instanceof Uint8Array) return overlay;
  const importer = new Importer('json', {}, [], () => undefined);
  const file = { ...overlay, entities: overlay.entities.map(linked) };
  importer.read('own.json', new TextEncoder().encode(JSON.stringify(file)));
  return importer.finish('own').pack();
}

/** Files must have a link for each entity, which what is written in the page need not have, and explanations do not show. */
const linked = (entity: object): object => ({ links: { website: 'https://none.invalid/' }, ...entity });

async function answer({ number, text, from, to }: Order & { kind: 'explain' }): Promise<Answer> {
  try {
    const explainer = await opened;
    if (!explainer) throw new Error('nothing is open');
    const { words, forms } = explainer.explain(text) as Explanation;
    const within = ({ start, end }: { start: number; end: number }): boolean => start < to && end > from;
    return { number, explanation: { words: words.filter(within), forms: forms.filter(within) } };
  } catch (cause) {
    return { number, fault: cause instanceof Error ? cause.message : String(cause) };
  }
}
