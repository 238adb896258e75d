/** A timeline of the roles of those whom a text names, with the day of the text and the day as of which it is read. */
import { html, render } from 'lit-html';
import { directionOf } from '../src/wording.js';
import { textMeasure } from './labels.js';
import type { Member, Picture, PictureActions } from './members.js';
import { PICTURE_RULES } from './picture-styles.js';
import { travel } from './roving.js';
import { stageIn, type Stage } from './shadow.js';
import { layTimeline, type TimelineLayout } from './timeline-layout.js';
import { dateOf, dayOf, nearSpan, rowsOf, wholeSpan, type Row } from './timeline-rows.js';
import { english, type TimelineStrings } from './timeline-strings.js';
import { TIMELINE_RULES } from './timeline-styles.js';
import { timelineTemplate, type TimelineControls } from './timeline-template.js';

export type { TimelineStrings } from './timeline-strings.js';

export interface TimelineContent {
  members: readonly Member[];
  /** The day as of which the text is read, `YYYY-MM-DD`. */
  date: string;
  /** The day on which it was written. */
  written: string;
  /** The day on which the roles were checked: nothing is known beyond. */
  checked: string;
}

export interface TimelineActions extends PictureActions {
  /** Reads the text as of another day. */
  asOf(date: string): void;
}

export interface TimelineOptions {
  strings?: Partial<TimelineStrings>;
}

export function mount(
  element: Element,
  content: TimelineContent,
  actions: TimelineActions,
  options: TimelineOptions = {},
): Picture<TimelineContent> {
  return new Timeline(element, content, actions, options);
}

/** Rows at first. */
const ROWS = 8;

class Timeline implements Picture<TimelineContent> {
  readonly #stage: Stage;
  readonly #strings: TimelineStrings;
  readonly #actions: TimelineActions;
  readonly #measure = textMeasure();
  readonly #resized: ResizeObserver;
  #content: TimelineContent;
  #rows: Row[];
  #layout: TimelineLayout | undefined;
  #width = 0;
  #whole = false;
  #most = ROWS;
  #chosen: string | undefined;
  #stop: string | undefined;

  constructor(element: Element, content: TimelineContent, actions: TimelineActions, { strings }: TimelineOptions) {
    this.#strings = { ...english, ...strings };
    this.#actions = actions;
    this.#content = content;
    this.#rows = rowsOf(content.members);
    this.#stage = stageIn(element, PICTURE_RULES + TIMELINE_RULES, () => this.#draw());
    this.#resized = new ResizeObserver(([entry]) => {
      this.#width = Math.round(entry?.contentRect.width ?? 0);
      this.#stage.redraw();
    });
    this.#resized.observe(this.#stage.root.host);
  }

  update(content: TimelineContent): void {
    if (content.written !== this.#content.written) this.#most = ROWS;
    this.#content = content;
    this.#rows = rowsOf(content.members);
    this.#stage.redraw();
  }

  dispose(): void {
    this.#resized.disconnect();
    this.#stage.dispose();
  }

  readonly #controls: TimelineControls = {
    show: (id) => this.#actions.show(id),
    asOf: (date) => this.#actions.asOf(date),
    choose: (key) => {
      this.#chosen = this.#chosen === key ? undefined : key;
      this.#stop = key;
      this.#stage.redraw();
    },
    showWhole: (whole) => {
      this.#whole = whole;
      this.#stage.redraw();
    },
    showMore: () => {
      this.#most += ROWS;
      this.#stage.redraw();
    },
    travel: (event) => {
      this.#stop = travel(event, this.#stage.root, '.bar')?.dataset['bar'] ?? this.#stop;
      this.#stage.redraw();
    },
    point: (event) => this.#point(event),
  };

  /** A point in time, by a point in the picture. */
  #point({ clientX, currentTarget }: MouseEvent): void {
    const layout = this.#layout;
    if (!layout || !(currentTarget instanceof Element)) return;
    const box = currentTarget.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * layout.width;
    if (x < layout.left) return;
    const last = Math.max(dayOf(this.#content.written), dayOf(this.#content.checked));
    this.#actions.asOf(dateOf(Math.min(last, Math.round(layout.dayAt(x)))));
  }

  #draw(): void {
    if (this.#width === 0) return;
    const { date, written, checked } = this.#content;
    const [writtenDay, last] = [dayOf(written), dayOf(checked)];
    const span = this.#whole ? wholeSpan(this.#rows, writtenDay, last) : nearSpan(writtenDay, last);
    const { fontFamily } = getComputedStyle(this.#stage.root.host);
    const font = `600 12px ${fontFamily}`;
    const rows = this.#rows.slice(0, this.#most);
    const layout = layTimeline(rows, span, this.#width, (text) => this.#measure(text, font));
    this.#layout = layout;
    const keys = layout.rows.flatMap(({ bars }) => bars.map(({ key }) => key));
    if (!this.#stop || !keys.includes(this.#stop)) this.#stop = keys[0];
    const { locale } = this.#strings;
    const state = {
      layout,
      rows: this.#rows,
      date,
      written,
      whole: this.#whole,
      chosen: this.#chosen,
      stop: this.#stop,
      measure: (words: string) => this.#measure(words, `600 11px ${fontFamily}`),
    };
    render(
      html`<div lang=${locale} dir=${directionOf(locale)}>
        ${timelineTemplate(state, this.#strings, this.#controls)}
      </div>`,
      this.#stage.root,
    );
  }
}
