/**
 * What the pointer means: resting on a mention makes it current, leaving both it and the card ends
 * that, a click or a tap keeps it. The delays tell intent from passing by; nothing else waits for time.
 */
import { originOf } from './live.js';
import { eachPage } from './pages.js';
import type { View } from './view.js';

const OPEN_AFTER = 150;
const CLOSE_AFTER = 300;
const OWN_PURPOSE = 'a, button, input, label, select, summary, textarea, [role="button"]';

export interface PointerTarget {
  readonly host: Element;
  /** True while the card was opened on purpose, so that moving the pointer does not close it. */
  readonly held: boolean;
  close(): void;
}

/** Watches until `signal` is aborted. */
export function watchPointer(view: View, card: PointerTarget, signal: AbortSignal): void {
  let awaited: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    awaited = null;
  };
  const after = (delay: number, act: () => void): void => {
    timer = setTimeout(() => {
      stop();
      act();
    }, delay);
  };

  const rest = (index: number): void => {
    if (index === awaited) return;
    stop();
    if (index === view.current) return;
    awaited = index;
    after(OPEN_AFTER, () => view.select(index, { passing: true }));
  };
  const leave = (): void => {
    if (awaited !== null) stop();
    if (view.current === null || card.held || timer !== undefined) return;
    after(CLOSE_AFTER, () => card.close());
  };

  /** Points in a frame are those of the frame. */
  const mentionAt = ({ clientX, clientY }: MouseEvent, page: Document): number | undefined => {
    const { x, y } = originOf(page);
    return view.mentionAt(clientX + x, clientY + y);
  };

  // What the page's own code makes up is no wish of the reader's.
  const move = (event: PointerEvent, page: Document): void => {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0 || card.held) return;
    const path = event.composedPath();
    if (path.includes(card.host)) return stop();
    const inRoot = page !== document || path.includes(view.root);
    if (!inRoot && view.current === null && awaited === null) return;
    const index = inRoot ? mentionAt(event, page) : undefined;
    if (index === undefined) leave();
    else rest(index);
  };

  const click = (event: MouseEvent, page: Document): void => {
    if (!event.isTrusted || event.defaultPrevented || hasOwnPurpose(event)) return;
    if (page.getSelection()?.isCollapsed === false) return;
    const index = mentionAt(event, page);
    if (index === undefined) return;
    stop();
    view.select(index);
  };

  // A control elsewhere may be there to change what the card shows, so using it leaves the card.
  const press = (event: PointerEvent, page: Document): void => {
    if (view.current === null || event.composedPath().includes(card.host)) return;
    if (hasOwnPurpose(event)) return;
    if (mentionAt(event, page) === undefined) card.close();
  };

  signal.addEventListener('abort', stop);
  eachPage(view, signal, (page) => {
    page.addEventListener('pointermove', (event) => move(event, page), { signal, passive: true });
    page.addEventListener('pointerdown', (event) => press(event, page), { signal, passive: true });
    page.documentElement.addEventListener('pointerleave', leave, { signal });
    const clickable: EventTarget = page === document ? view.root : page;
    clickable.addEventListener('click', (event) => click(event as MouseEvent, page), { signal });
  });
}

function hasOwnPurpose(event: Event): boolean {
  return event.composedPath().some((at) => 'matches' in at && (at as Element).matches(OWN_PURPOSE));
}
