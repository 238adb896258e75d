/**
 * The cast of a page, as a list: an entry of the package of its own, `namelight/cast-list`. It is the way
 * of the keyboard and of screen readers to the mentions, which highlights do not show to them.
 */
import { openNames, type CastContent } from './cast-list-choice.js';
import { createCastList, type CastListOptions } from './cast-list-panel.js';
import type { View } from './view.js';

export { openNames } from './cast-list-choice.js';
export type { CastContent, CastOrder, OpenName } from './cast-list-choice.js';
export { createCastList } from './cast-list-panel.js';
export type { CastList, CastListOptions } from './cast-list-panel.js';
export type { CastActions } from './cast-list-template.js';

/** A cast list that follows a view. */
export interface Attached {
  /** Takes the list out of its container; the view goes on. */
  dispose(): void;
}

/** Puts a view's cast into `container` and keeps it as the view is, until one of them is disposed. */
export function attachCastList(
  view: View,
  container: Element,
  options: CastListOptions = {},
): Attached {
  const end = new AbortController();
  const { signal } = end;
  const list = createCastList(
    container,
    {
      go: (position, focus) => view.select(position, { scroll: true, focus }),
      unmute: (id) => void view.mute(id, false),
    },
    options,
  );
  const dispose = (): void => {
    end.abort();
    list.dispose();
  };
  const show = (): void => list.show(castOf(view));
  view.addEventListener('annotate', show, { signal });
  view.addEventListener('select', show, { signal });
  view.addEventListener('dispose', dispose, { signal });
  show();
  return { dispose };
}

function castOf(view: View): CastContent {
  const { mentions, entities, muted, date, info, current } = view;
  return {
    mentions,
    members: entities,
    open: openNames(mentions, (id) => view.entity(id)),
    muted,
    date: date ?? info.checked,
    checked: info.checked,
    current,
  };
}
