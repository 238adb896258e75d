/** The control of the date at which the report is read: slider, date field and two shortcuts. */
import { dateInWords, english } from 'namelight/strings';
import { html, render } from 'lit-html';
import { dateOf, dayNumber } from './days.js';
import { element } from './element.js';

export interface AsOfRange {
  /** Where the slider begins and ends. The date field reaches further back, to where its HTML says. */
  first: string;
  last: string;
  /** The day of the report, where the control begins. */
  written: string;
}

/** Tells of every change of its `date` with a `change` event. */
export class AsOf extends EventTarget {
  readonly #range: AsOfRange;
  readonly #slider = element<HTMLInputElement>('as-of-slider');
  readonly #field = element<HTMLInputElement>('as-of-date');
  readonly #written = element<HTMLButtonElement>('as-of-written');
  readonly #known = element<HTMLButtonElement>('as-of-known');
  readonly #output = element('as-of-day');
  #date: string;

  constructor(range: AsOfRange) {
    super();
    this.#range = range;
    this.#date = range.written;
    const { first, last, written } = range;
    this.#slider.min = String(dayNumber(first));
    this.#slider.max = String(dayNumber(last));
    this.#field.max = last;
    element('as-of-start').textContent = words(first.slice(0, 7));
    element('as-of-end').textContent = words(last.slice(0, 7));
    this.#slider.addEventListener('input', () => this.#set(dateOf(this.#slider.valueAsNumber)));
    this.#field.addEventListener('change', () => {
      if (this.#field.validity.valid && this.#field.value) this.#set(this.#field.value);
    });
    this.#written.addEventListener('click', () => this.#set(written));
    this.#known.addEventListener('click', () => this.#set(last));
    element('as-of').addEventListener('submit', (event) => event.preventDefault());
    for (const control of [this.#slider, this.#field, this.#written, this.#known]) {
      control.disabled = false;
    }
    this.#show();
  }

  get date(): string {
    return this.#date;
  }

  /** Marks the day of the report and other days on the slider's track. */
  mark(days: Iterable<string>): void {
    const { first, last, written } = this.#range;
    const inside = [...days].filter((day) => dayNumber(day) >= dayNumber(first) && day <= last);
    const marks = [...inside.map((day) => ({ day, kind: 'turn' })), { day: written, kind: 'written' }];
    const track = element('as-of-marks');
    render(marks.map(({ kind }) => html`<span class=${kind}></span>`), track);
    const span = dayNumber(last) - dayNumber(first);
    marks.forEach(({ day }, number) => {
      const share = (dayNumber(day) - dayNumber(first)) / span;
      (track.children[number] as HTMLElement).style.setProperty('--at', share.toFixed(4));
    });
  }

  #set(date: string): void {
    if (date === this.#date) return;
    this.#date = date;
    this.#show();
    this.dispatchEvent(new Event('change'));
  }

  #show(): void {
    const { written, last } = this.#range;
    this.#slider.value = String(dayNumber(this.#date));
    this.#slider.setAttribute('aria-valuetext', words(this.#date));
    this.#field.value = this.#date;
    this.#output.textContent = words(this.#date);
    this.#written.ariaPressed = String(this.#date === written);
    this.#known.ariaPressed = String(this.#date === last);
  }
}

const words = (date: string): string => dateInWords(date, english.locale);

