/** The list of what differs between two days, and the choice of the other day. */
import { html, nothing, render } from 'lit-html';
import { dayInWords } from './days.js';
import { differencesTo, type Difference } from './differences.js';
import { element } from './element.js';
import type { PageModel } from './model.js';
import { words } from './words.js';

export function showDifferences(model: PageModel): void {
  const field = element<HTMLInputElement>('differences-date');
  const list = element('differences');
  let round = new AbortController();
  /** The day that the reader chose for this text. */
  let chosen: string | undefined;

  const show = async (): Promise<void> => {
    round.abort();
    round = new AbortController();
    const { signal } = round;
    const { date, story, info } = model.state;
    const other = chosen ?? (date === story.written ? (info?.checked ?? date) : story.written);
    field.value = other;
    field.max = info?.checked ?? '';
    field.disabled = false;
    element('differences-this').textContent = date === story.written ? words.dayOfReport : words.asOf(dayInWords(date));
    const found = await differencesTo(other, model, signal);
    if (!found) return;
    render(found.length === 0 ? html`<li class="none">${words.noDifference}</li>` : found.map((one) => item(one, model)), list);
    element('differences-count').textContent = words.differences(found.length);
  };

  field.addEventListener('change', () => {
    if (!field.validity.valid || !field.value) return;
    chosen = field.value;
    void show();
  });
  model.subscribe((state, before) => {
    if (state.story !== before.story) chosen = undefined;
    if (state.phase === 'read' && state.entities !== before.entities) void show();
  });
  if (model.state.phase === 'read') void show();
}

function item({ name, position, earlier, later, text }: Difference, model: PageModel): unknown {
  const go = ({ detail }: MouseEvent): void => model.select(position, { scroll: true, focus: detail === 0 });
  return html`<li>
    <button type="button" class="name" @click=${go}>${text ? words.meant(text) : html`<bdi>${name}</bdi>`}</button>
    <p>
      ${earlier ? html`<del>${earlier}</del>` : html`<del class="unknown">${words.roleUnknown}</del>`}
      ${later ? html`<ins>${later}</ins>` : html`<ins class="unknown">${words.roleUnknown}</ins>`}${nothing}
    </p>
  </li>`;
}
