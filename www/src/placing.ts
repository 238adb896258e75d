/** Keeps the card beside a range, and the keyboard's frame over it, while the page scrolls or changes. */
import {
  computePosition,
  flip,
  offset,
  size,
  type Middleware,
  type Platform,
  type VirtualElement,
} from '@floating-ui/core';
import { liveRange, originOf } from './live.js';
import { watchMoves } from './moves.js';

/** Pixels between the card and the edges of the viewport; its size leaves room for as many. */
const MARGIN = 16;
/** Pixels between the card and the name. */
const GAP = 8;

/** Nothing but the viewport clips the card, as it lies above the page; all lengths are those of the viewport. */
const platform: Platform = {
  getClippingRect: () => {
    const { offsetLeft: x, offsetTop: y, width, height } = visualViewport as VisualViewport;
    return { x, y, width, height };
  },
  getDimensions: (card: Element) => card.getBoundingClientRect(),
  getElementRects: ({ reference, floating }: { reference: VirtualElement; floating: Element }) => {
    const { width, height } = floating.getBoundingClientRect();
    return { reference: reference.getBoundingClientRect(), floating: { x: 0, y: 0, width, height } };
  },
};

/** Follows `range` until the function returned is called. */
export function followRange(range: StaticRange, card: HTMLElement, frame: HTMLElement): () => void {
  const live = liveRange(range);
  const seen = ({ x, y, width, height }: DOMRect): DOMRect => {
    const origin = originOf(live.startContainer.ownerDocument);
    return new DOMRect(x + origin.x, y + origin.y, width, height);
  };
  const reference = { getBoundingClientRect: () => seen(live.getBoundingClientRect()) };
  // The card begins where the name begins, in the direction of the text, not of the card's own words.
  const placement = directionAt(range) === 'rtl' ? 'bottom-end' : 'bottom-start';
  // What the page's `zoom` multiplies is divided by it.
  const set = (element: HTMLElement, property: string, length: number): void =>
    element.style.setProperty(property, `${length / zoomOf(element)}px`);
  card.style.removeProperty('--room');
  card.style.setProperty('--zoom', String(zoomOf(card)));
  const place = async (): Promise<void> => {
    const { left, top, width, height } = reference.getBoundingClientRect();
    // The frame is placed within its host, so it scrolls along.
    const origin = frame.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    set(frame, 'left', left - origin.left);
    set(frame, 'top', top - origin.top);
    set(frame, 'width', width);
    set(frame, 'height', height);
    const { x, y } = await computePosition(reference, card, {
      platform,
      placement,
      middleware: [
        besideLine(() => [...live.getClientRects()].map(seen)),
        offset(GAP),
        flip({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => set(card, '--room', Math.floor(availableHeight)),
        }),
        within,
      ],
    });
    set(card, '--x', Math.round(x));
    set(card, '--y', Math.round(y));
  };
  return watchMoves(live.startContainer, card, () => void place());
}

/**
 * Where there is room neither below nor above, the card lies over the name rather than outside of the viewport; but
 * it leaves the viewport with the name.
 */
const within: Middleware = {
  name: 'within',
  fn: async (state) => {
    const { x, y, platform: own, rects: { reference: name, floating } } = state;
    const { left, right, top, bottom } = await own.detectOverflow(state, { padding: MARGIN });
    const inside = (at: number, before: number, after: number): number =>
      Math.max(at + before, Math.min(at, at - after));
    const beside = Math.min(inside(y, top, bottom), name.y + name.height + GAP);
    return { x: inside(x, left, right), y: Math.max(name.y - floating.height - GAP, beside) };
  },
};

/** Of a name that is broken between lines, the line on the card's side is what the card stands beside. */
const besideLine = (rectsOf: () => DOMRect[]): Middleware => ({
  name: 'line',
  fn: ({ placement, rects }) => {
    const all = rectsOf();
    const edge = all.at(placement.startsWith('top') ? 0 : -1);
    if (!edge) return {};
    const line = all.filter(({ top, bottom }) => top < edge.bottom && bottom > edge.top);
    const x = Math.min(...line.map(({ left }) => left));
    const width = Math.max(...line.map(({ right }) => right)) - x;
    const { y, height } = edge;
    const { reference } = rects;
    const isThere = reference.x === x && reference.y === y && reference.width === width;
    return isThere ? {} : { reset: { rects: { ...rects, reference: { x, y, width, height } } } };
  },
});

/** The direction of the text in which a range begins. */
export function directionAt({ startContainer }: AbstractRange): string {
  return startContainer.parentElement ? getComputedStyle(startContainer.parentElement).direction : 'ltr';
}

/** How much larger than its own lengths an element is drawn; not all browsers tell. */
const zoomOf = ({ currentCSSZoom = 1 }: Element & { currentCSSZoom?: number }): number => currentCSSZoom || 1;
