/** Who held which role when. */
import { mount as mountTimeline, type TimelineContent } from '../../../pictures/timeline.js';
import type { PageModel, PageState } from '../model.js';
import { showEntity } from './pictures/reading.js';
import './pictures/pictures.css';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  const content = ({ entities, date, story, info }: PageState): TimelineContent => ({
    members: entities,
    date,
    written: story.written,
    checked: info?.checked ?? story.written,
  });
  const timeline = mountTimeline(element, content(model.state), {
    show: (id) => showEntity(model, id),
    asOf: (date) => void model.setDate(date),
  });
  const following = model.subscribe((state, before) => {
    if (state.entities !== before.entities || state.date !== before.date) timeline.update(content(state));
  });
  return {
    dispose: () => {
      following.dispose();
      timeline.dispose();
    },
  };
}
