/**
 * A cast list in a container, from plain data: it draws what it is shown into a shadow root, keeps the
 * reader's choice of filters and the keyboard's place, and says politely when the list has changed.
 */
import { html, render } from 'lit-html';
import { chosen, type CastChoice, type CastContent, type CastOrder } from './cast-list-choice.js';
import { CAST_LIST_RULES } from './cast-list-styles.js';
import { castTemplate, type CastActions } from './cast-list-template.js';
import { english, type Strings } from './strings.js';
import { directionOf } from './wording.js';

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
    const controls = { ...this.#actions, choose: this.#choose, go: this.#go };
    const focused = this.#shadow.activeElement;
    render(
      html`<div class="list" part="list" lang=${locale} dir=${directionOf(locale)}>
        ${castTemplate(content, this.#choice, this.#level, this.#strings, controls)}
        <p class="unseen" role="status"></p>
      </div>`,
      this.#shadow,
    );
    // Moving an element to another place in the list takes the focus from it.
    if (focused !== this.#shadow.activeElement && focused instanceof HTMLElement) focused.focus();
    this.#tellCounts(content);
  }

  readonly #choose = (change: Partial<CastChoice>): void => {
    this.#choice = { ...this.#choice, ...change };
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
    const member = content.members.find(({ mentions }) => mentions.includes(position));
    if (!member) return;
    const { entity, mentions } = member;
    const type = this.#strings.types[entity.type] ?? entity.type;
    const number = mentions.indexOf(position) + 1;
    this.#tell(this.#strings.mention(entity.name, type, number, mentions.length));
  };

  /** Says how many are listed when that has changed; not when the list is new. */
  #tellCounts(content: CastContent): void {
    const count = (kind: 'actor' | 'place'): number =>
      chosen(content, kind, this.#choice, this.#strings.locale).length;
    const counts = this.#strings.list.count(count('actor'), count('place'));
    if (this.#said !== '' && this.#said !== counts) this.#tell(counts);
    this.#said = counts;
  }

  #tell(words: string): void {
    const status = this.#shadow.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }

  /** Arrow keys go from name to name, however many controls lie between. */
  #travel(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!(target instanceof HTMLElement) || !target.matches('.name')) return;
    const names = [...this.#shadow.querySelectorAll<HTMLElement>('.name')];
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
