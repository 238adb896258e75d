/**
 * The registered highlights of the classes, which the views of a document share: one registry for each
 * document, that of the frame for text in a frame.
 */
import type { HighlightClass } from './painter.js';

type Registry = Pick<Map<string, Highlight>, 'get' | 'set' | 'delete'>;

/** The highlights that hold ranges of a painter, by name. */
export type UsedHighlights = Map<Registry, Map<string, Highlight>>;

export class SharedHighlights {
  readonly used: UsedHighlights = new Map();

  add(range: StaticRange, as: HighlightClass): void {
    const [registry, used, name] = this.#find(range, as);
    let highlight = used.get(name);
    if (!highlight) {
      highlight = registry.get(name) ?? new Highlight();
      highlight.priority = as === 'current' ? 2 : 1;
      registry.set(name, highlight);
      used.set(name, highlight);
    }
    highlight.add(range);
  }

  remove(range: StaticRange, as: HighlightClass): void {
    const [registry, used, name] = this.#find(range, as);
    const highlight = used.get(name);
    highlight?.delete(range);
    if (highlight?.size !== 0) return;
    used.delete(name);
    if (registry.get(name) === highlight) registry.delete(name);
  }

  #find({ startContainer }: StaticRange, as: HighlightClass): [Registry, Map<string, Highlight>, string] {
    const view = (startContainer.ownerDocument?.defaultView ?? window) as typeof globalThis & Window;
    const registry = view.CSS.highlights as unknown as Registry;
    let used = this.used.get(registry);
    if (!used) this.used.set(registry, (used = new Map<string, Highlight>()));
    return [registry, used, `namelight-${as}`];
  }
}
