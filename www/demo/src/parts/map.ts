/** Where the places of the text lie. */
import { mount as mountMap, type MapContent } from '../../../pictures/map.js';
import type { PageModel, PageState } from '../model.js';
import { currentOf, showEntity } from './pictures/reading.js';
import './pictures/pictures.css';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  const content = (state: PageState): MapContent => ({ members: state.entities, current: currentOf(state) });
  const map = mountMap(element, content(model.state), { show: (id) => showEntity(model, id) });
  const following = model.subscribe((state, before) => {
    if (state.entities !== before.entities || state.selected !== before.selected) map.update(content(state));
  });
  return {
    dispose: () => {
      following.dispose();
      map.dispose();
    },
  };
}
