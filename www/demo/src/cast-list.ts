/** The cast of the report, as the package lists it. */
import type { View } from 'namelight';
import { attachCastList } from 'namelight/cast-list';
import { element } from './element.js';
import type { PageModel } from './model.js';

/** Keeps the list as the model's view is; each text has a view of its own. */
export function showCast(model: PageModel): void {
  let shown: { view: View; list: { dispose(): void } } | undefined;
  const show = (): void => {
    const { view } = model;
    if (view === shown?.view) return;
    shown?.list.dispose();
    shown = view && { view, list: attachCastList(view, element('cast'), { order: 'count' }) };
    element('waiting').hidden = view !== undefined || model.state.phase === 'failed';
  };
  model.subscribe(show);
  show();
}
