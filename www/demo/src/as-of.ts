/** The control of the date as of which the text is read: slider, date field and two shortcuts. */
import { html, render } from 'lit-html';
import { dateOf, dayInWords, dayNumber, monthInWords } from './days.js';
import { element } from './element.js';
import type { PageModel, PageState } from './model.js';

/** Where the slider begins and ends; the date field reaches further back, to where its HTML says. */
interface Span {
  first: string;
  last: string;
}

export function showAsOf(model: PageModel): void {
  const asOf = new AsOf(model);
  model.subscribe((state, before) => {
    if (state.phase === 'read') asOf.follow(state, before);
  });
  if (model.state.phase === 'read') asOf.follow(model.state, undefined);
}

class AsOf {
  readonly #model: PageModel;
  readonly #slider = element<HTMLInputElement>('as-of-slider');
  readonly #field = element<HTMLInputElement>('as-of-date');
  readonly #written = element<HTMLButtonElement>('as-of-written');
  readonly #known = element<HTMLButtonElement>('as-of-known');
  readonly #output = element('as-of-day');
  /** The story and the state of what is loaded that the span is for. */
  #for: unknown[] = [];
  #span: Span = { first: '', last: '' };

  constructor(model: PageModel) {
    this.#model = model;
    this.#slider.addEventListener('input', () => this.#ask(dateOf(this.#slider.valueAsNumber)));
    this.#field.addEventListener('change', () => {
      if (this.#field.validity.valid && this.#field.value) this.#ask(this.#field.value);
    });
    this.#written.addEventListener('click', () => this.#ask(model.state.story.written));
    this.#known.addEventListener('click', () => this.#ask(this.#span.last));
    element('as-of').addEventListener('submit', (event) => event.preventDefault());
  }

  follow(state: PageState, before: PageState | undefined): void {
    const { story, info, date, entities } = state;
    const reset = this.#for[0] !== story || this.#for[1] !== info?.checked;
    if (reset && info) {
      this.#for = [story, info.checked];
      this.#measure(story.written, info.checked);
    }
    if (reset || date !== before?.date) this.#show(date);
    if (reset || entities !== before?.entities) this.#mark(state);
  }

  #measure(written: string, checked: string): void {
    const last = written > checked ? written : checked;
    const first = `${written.slice(0, 4)}-01-01`;
    this.#span = { first, last };
    this.#slider.min = String(dayNumber(first));
    this.#slider.max = String(dayNumber(last));
    this.#field.max = last;
    element('as-of-start').textContent = monthInWords(first);
    element('as-of-end').textContent = monthInWords(last);
    for (const control of [this.#slider, this.#field, this.#written, this.#known]) control.disabled = false;
  }

  /** Shows the day at once, and its roles when they have been read. */
  #ask(date: string): void {
    this.#show(date);
    void this.#model.setDate(date);
  }

  #show(date: string): void {
    this.#slider.value = String(dayNumber(date));
    this.#slider.setAttribute('aria-valuetext', dayInWords(date));
    this.#field.value = date;
    this.#output.textContent = dayInWords(date);
    this.#written.ariaPressed = String(date === this.#model.state.story.written);
    this.#known.ariaPressed = String(date === this.#span.last);
  }

  /** Marks the day of the report, and the days at which somebody in it began or ceased to be something. */
  #mark({ entities, story: { written } }: PageState): void {
    const { first, last } = this.#span;
    const roles = entities.flatMap(({ entity }) => entity.roles);
    const turns = new Set(roles.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined));
    const inside = [...turns].filter((day) => dayNumber(day) >= dayNumber(first) && day <= last);
    const marks = [...inside.map((day) => ({ day, kind: 'turn' })), { day: written, kind: 'written' }];
    const track = element('as-of-marks');
    render(marks.map(({ kind }) => html`<span class=${kind}></span>`), track);
    const span = Math.max(dayNumber(last) - dayNumber(first), 1);
    marks.forEach(({ day }, number) => {
      const share = (dayNumber(day) - dayNumber(first)) / span;
      (track.children[number] as HTMLElement).style.setProperty('--at', share.toFixed(4));
    });
  }
}
