/** How the current mention was recognised, stage by stage. */
import { html, render } from 'lit-html';
import type { PageModel } from '../model.js';
import { Asking } from './explain/asking.js';
import './explain/explain.css';
import { passageOf, stagesOf, supportsOf, type Stages } from './explain/stages.js';
import { explainTemplate } from './explain/template.js';

/** Of a longer text the paragraph alone is asked about: the answer would come late. */
const LONG = 200_000;

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  let asking: Asking | undefined;
  let stages: Stages | undefined;
  let fault: string | undefined;
  /** The question that an answer must belong to. */
  let question = 0;

  const draw = (): void => {
    const { mentions, selected, entities, date } = model.state;
    const mention = selected === null ? undefined : mentions[selected];
    const supports = mention ? supportsOf(mention, mentions, model.entity(mention.entity), entities) : [];
    const select = (position: number): void => model.select(position);
    const step = (by: 1 | -1): void => {
      const count = model.state.mentions.length;
      select(((model.state.selected ?? 0) + by + count) % count);
    };
    render(explainTemplate({ mention, mentions, stages, supports, date, fault }, { select, step }), element);
  };

  async function explain(): Promise<void> {
    const { mentions, selected, text, overlays } = model.state;
    const mention = selected === null ? undefined : mentions[selected];
    const asked = (question += 1);
    fault = undefined;
    stages = undefined;
    draw();
    if (!mention) return;
    const passage = passageOf(text, mention);
    const end = passage.start + passage.text.length;
    const long = text.length > LONG;
    const offset = long ? passage.start : 0;
    try {
      asking ??= new Asking(overlays.map(({ source }) => source));
      const told = await asking.explain(long ? passage.text : text, passage.start - offset, end - offset);
      const moved = <P extends { start: number; end: number }>(part: P): P => ({
        ...part,
        start: part.start + offset,
        end: part.end + offset,
      });
      if (asked !== question) return;
      stages = stagesOf(mention, mentions, passage, { words: told.words.map(moved), forms: told.forms.map(moved) });
    } catch (cause) {
      if (asked !== question) return;
      fault = cause instanceof Error ? cause.message : String(cause);
    }
    draw();
  }

  const following = model.subscribe((state, before) => {
    if (state.overlays !== before.overlays) {
      asking?.dispose();
      asking = undefined;
    }
    if (state.selected !== before.selected || state.mentions !== before.mentions) void explain();
  });
  void explain();
  return {
    dispose: () => {
      question += 1;
      following.dispose();
      asking?.dispose();
      render(html``, element);
    },
  };
}
