/**
 * What the pointer means: resting on a mention makes it current, leaving both it and the card ends
 * that, a click or a tap keeps it. The delays tell intent from passing by; nothing else waits for time.
 */
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

  // What the page's own code makes up is no wish of the reader's.
  const move = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0 || card.held) return;
    const path = event.composedPath();
    if (path.includes(card.host)) return stop();
    const inRoot = path.includes(view.root);
    if (!inRoot && view.current === null && awaited === null) return;
    const index = inRoot ? view.mentionAt(event.clientX, event.clientY) : undefined;
    if (index === undefined) leave();
    else rest(index);
  };

  const click = (event: Event): void => {
    if (!(event instanceof MouseEvent) || !event.isTrusted || event.defaultPrevented) return;
    if (hasOwnPurpose(event)) return;
    if (getSelection()?.isCollapsed === false) return;
    const index = view.mentionAt(event.clientX, event.clientY);
    if (index === undefined) return;
    stop();
    view.select(index);
  };

  // A control elsewhere may be there to change what the card shows, so using it leaves the card.
  const press = (event: PointerEvent): void => {
    if (view.current === null || event.composedPath().includes(card.host)) return;
    if (hasOwnPurpose(event)) return;
    if (view.mentionAt(event.clientX, event.clientY) === undefined) card.close();
  };

  signal.addEventListener('abort', stop);
  document.addEventListener('pointermove', move, { signal, passive: true });
  document.addEventListener('pointerdown', press, { signal, passive: true });
  document.documentElement.addEventListener('pointerleave', leave, { signal });
  view.root.addEventListener('click', click, { signal });
}

function hasOwnPurpose(event: Event): boolean {
  return event.composedPath().some((at) => at instanceof Element && at.matches(OWN_PURPOSE));
}
