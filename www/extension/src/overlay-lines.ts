/** Where the lines of names lie on the screen, and whether they are to be seen or something lies over them. */
import { liveRange } from '../../src/hit-test.js';
import type { Place } from '../../src/text-map.js';

/** What was found of elements; good for as long as nothing moves. */
export class Sight {
  readonly #covers = new Map<Element, boolean>();
  readonly #light = new Map<Element, boolean>();

  /** The rectangles of a name, in the coordinates of the viewport, those left out that something covers. */
  lines(place: Place): DOMRect[] {
    const element = place.startContainer.parentElement;
    if (!element) return [];
    const range = liveRange(new StaticRange(place));
    const frame = frameOf(element.ownerDocument);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .filter((rect) => this.#isSeen(element, rect))
      .map((rect) => (frame ? new DOMRect(rect.x + frame.x, rect.y + frame.y, rect.width, rect.height) : rect));
  }

  /** True where letters are light, as they are on dark ground. */
  isLight(element: Element): boolean {
    let light = this.#light.get(element);
    if (light === undefined) {
      const [red = 0, green = 0, blue = 0] = getComputedStyle(element).color.match(/[\d.]+/g)?.map(Number) ?? [];
      light = 0.3 * red + 0.6 * green + 0.1 * blue > 140;
      this.#light.set(element, light);
    }
    return light;
  }

  /** Beyond the viewport nothing can be asked, and nothing is seen either. */
  #isSeen(element: Element, { left, top, width, height }: DOMRect): boolean {
    const x = left + width / 2;
    const y = top + height / 2;
    const { defaultView } = element.ownerDocument;
    if (x < 0 || y < 0 || x >= (defaultView?.innerWidth ?? 0) || y >= (defaultView?.innerHeight ?? 0)) return true;
    const root = element.getRootNode() as Document | ShadowRoot;
    for (const above of root.elementsFromPoint(x, y)) {
      if (above.contains(element) || element.contains(above)) return true;
      if (this.#isGround(above)) return false;
    }
    // Cut off by what it scrolls in.
    return false;
  }

  /** True for what nothing shines through. */
  #isGround(element: Element): boolean {
    let covers = this.#covers.get(element);
    if (covers === undefined) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const clear = /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) && backgroundImage === 'none';
      covers = opacity !== '0' && (!clear || /^(canvas|iframe|img|picture|svg|video)$/.test(element.localName));
      this.#covers.set(element, covers);
    }
    return covers;
  }
}

/** Where the document of a frame begins in the page; undefined for the page itself. */
function frameOf(inner: Document): { x: number; y: number } | undefined {
  const frame = inner.defaultView?.frameElement;
  if (!frame || inner === document) return undefined;
  const { x, y } = frame.getBoundingClientRect();
  const outer = frameOf(frame.ownerDocument) ?? { x: 0, y: 0 };
  return { x: outer.x + x + frame.clientLeft, y: outer.y + y + frame.clientTop };
}
