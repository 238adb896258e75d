/** Who is named together with whom. */
import { mount as mountGraph, type GraphContent } from '../../../pictures/graph.js';
import type { PageModel, PageState } from '../model.js';
import { currentOf, showEntity } from './pictures/reading.js';
import './pictures/pictures.css';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  const content = (state: PageState): GraphContent => ({
    members: state.entities,
    mentions: state.mentions,
    text: state.text,
    current: currentOf(state),
  });
  const graph = mountGraph(element, content(model.state), {
    show: (id) => showEntity(model, id),
    showMention: (position) => model.select(position, { scroll: true, focus: true }),
  });
  const following = model.subscribe((state, before) => {
    if (state.entities !== before.entities || state.selected !== before.selected) graph.update(content(state));
  });
  return {
    dispose: () => {
      following.dispose();
      graph.dispose();
    },
  };
}
