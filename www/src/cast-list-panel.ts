/**
 * A cast list in a container, from plain data: it draws what it is shown into a shadow root, keeps the
 * reader's choice of filters and the keyboard's place, and says politely when the list has changed.
 */
import { html, render } from 'lit-html';
import { monthsUnchecked } from './age.js';
import {
  chosenOf,
  stepFrom,
  type CastChoice,
  type CastContent,
  type CastOrder,
  type Chosen,
} from './cast-list-choice.js';
import { CAST_LIST_RULES } from './cast-list-styles.js';
import { castTemplate, type CastActions } from './cast-list-template.js';
import { english, type Strings } from './strings.js';
import { directionOf } from './wording.js';

/** How a cast list speaks, and what it shows at first. */
export interface CastListOptions {
  /** Replaces the wording. */
  strings?: Partial<Strings>;
  /** The level of the sections' headings, 3 when left out. */
  headingLevel?: number;
  /** The order at first; as in the text when left out. */
  order?: CastOrder;
}

/** A list in its container. */
export interface CastList {
  /** Draws a page's names; they are drawn together with whatever else changes in the same frame. */
  show(content: CastContent): void;
  /** Takes the list out of its container. */
  dispose(): void;
}

/** Rows that are drawn in one frame: a long list is drawn in several, each of them short. */
const ROWS = 100;

/** Puts a list into `container`; it is empty until it is shown something. */
export function createCastList(
  container: Element,
  actions: CastActions,
  options: CastListOptions = {},
): CastList {
  return new Panel(container, actions, options);
}

class Panel implements CastList {
  readonly #host = document.createElement('namelight-cast');
  readonly #shadow = this.#host.attachShadow({ mode: 'open' });
  readonly #actions: CastActions;
  readonly #strings: Strings;
  readonly #level: number;
  #choice: CastChoice;
  #content: CastContent | undefined;
  #limit = ROWS;
  #said = '';
  #frame: number | undefined;

  constructor(container: Element, actions: CastActions, options: CastListOptions) {
    const { strings, headingLevel = 3, order = 'text' } = options;
    this.#actions = actions;
    this.#strings = { ...english, ...strings };
    this.#level = headingLevel;
    this.#choice = { show: 'all', order, find: '' };
    // The list is no text of the page.
    this.#host.dataset['namelight'] = 'off';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CAST_LIST_RULES);
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#shadow.addEventListener('keydown', (event) => this.#travel(event as KeyboardEvent));
    container.append(this.#host);
  }

  show(content: CastContent): void {
    this.#content = content;
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  dispose(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#content = undefined;
    this.#host.remove();
  }

  #draw(): void {
    this.#frame = undefined;
    const content = this.#content;
    if (!content) return;
    const { locale } = this.#strings;
    const controls = {
      ...this.#actions,
      choose: this.#choose,
      go: this.#go,
      step: this.#step,
    };
    const chosen = chosenOf(content, this.#choice, locale);
    const drawing = {
      content,
      choice: this.#choice,
      chosen,
      limit: this.#limit,
      level: this.#level,
      unchecked: monthsUnchecked(content.checked, Date.now()),
    };
    const focused = this.#shadow.activeElement;
    const row = this.#names().findIndex((name) => name.closest('li') === focused?.closest('li'));
    render(
      html`<div class="list" part="list" lang=${locale} dir=${directionOf(locale)}>
        ${castTemplate(drawing, this.#strings, controls)}
        <p class="unseen" role="status"></p>
      </div>`,
      this.#shadow,
    );
    // Moving an element to another place in the list takes the focus from it.
    if (focused !== this.#shadow.activeElement && focused instanceof HTMLElement) focused.focus();
    // Its row is gone: the one that stands there now has it.
    if (row >= 0 && !focused?.isConnected) (this.#names()[row] ?? this.#names().at(-1))?.focus();
    this.#tellCounts(chosen);
    const { actor, place } = chosen.members;
    if (actor.length + place.length <= this.#limit) return;
    this.#limit += ROWS;
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  readonly #choose = (change: Partial<CastChoice>): void => {
    this.#choice = { ...this.#choice, ...change };
    this.#limit = ROWS;
    // The button that shows all is gone once all is shown; the focus goes to the field that it changed.
    const lost = this.#shadow.activeElement?.matches('.none .plain');
    this.#draw();
    if (lost) this.#shadow.querySelector<HTMLElement>('.show')?.focus();
  };

  readonly #go = (position: number, focus: boolean): void => {
    this.#actions.go(position, focus);
    const content = this.#content;
    if (focus || !content) return;
    // The focus stays here, so the place gone to is told.
    const { mention: words, open, types } = this.#strings;
    const listed = [
      ...content.members.map(({ entity: { name, type }, mentions }) => ({ name, type, mentions })),
      ...content.open.map(({ text, mentions }) => ({ name: text, type: '', mentions })),
    ].find(({ mentions }) => mentions.includes(position));
    if (!listed) return;
    const { name, type, mentions } = listed;
    const what = type === '' ? open : (types[type] ?? type);
    this.#tell(words(name, what, mentions.indexOf(position) + 1, mentions.length));
  };

  readonly #step = (mentions: readonly number[], by: 1 | -1): void => {
    const position = stepFrom(this.#content?.current ?? null, mentions, by);
    if (position !== undefined) this.#go(position, false);
  };

  /** Says how many are listed when that has changed; not when the list is new. */
  #tellCounts({ members: { actor, place } }: Chosen): void {
    const counts = this.#strings.list.count(actor.length, place.length);
    if (this.#said !== '' && this.#said !== counts) this.#tell(counts);
    this.#said = counts;
  }

  #tell(words: string): void {
    const status = this.#shadow.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }

  #names(): HTMLElement[] {
    return [...this.#shadow.querySelectorAll<HTMLElement>('.name')];
  }

  /** Arrow keys go from name to name, however many controls lie between. */
  #travel(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(target instanceof HTMLElement) || !target.matches('.name')) return;
    const names = this.#names();
    const at = names.indexOf(target);
    const next: Record<string, HTMLElement | undefined> = {
      ArrowDown: names[at + 1],
      ArrowUp: names[at - 1],
      Home: names[0],
      End: names.at(-1),
    };
    if (!(key in next)) return;
    event.preventDefault();
    next[key]?.focus();
  }
}
