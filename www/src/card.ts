/**
 * The card and the keyboard's way to it, in one shadow root at the end of the page. Highlights cannot
 * take the focus, so one transparent button, the frame, lies over the current mention: it is a single
 * tab stop, focus opens the card, arrow keys go from mention to mention, Enter goes into the card.
 */
import { html, render, type TemplateResult } from 'lit-html';
import { CARD_RULES } from './card-styles.js';
import { cardTemplate, type CardContent } from './card-template.js';
import { liveRange } from './hit-test.js';
import { classOf } from './painter.js';
import { followRange } from './placing.js';
import { watchPointer, type PointerTarget } from './pointer.js';
import { english, type Strings } from './strings.js';
import type { Selection, View } from './view.js';

/** Gives a view its card, which lives until the view is disposed. */
export function attachCard(view: View, strings: Partial<Strings>): void {
  new Card(view, { ...english, ...strings });
}

class Card implements PointerTarget {
  readonly host = document.createElement('namelight-card');
  held = false;
  readonly #view: View;
  readonly #strings: Strings;
  readonly #frame: HTMLButtonElement;
  readonly #card: HTMLElement;
  readonly #status: HTMLElement;
  readonly #end = new AbortController();
  #unfollow: (() => void) | undefined;
  /** What had the focus before a mention was focused for it. */
  #returnTo: HTMLElement | undefined;
  /** Where the frame goes when it is focused and no mention is current. */
  #last: number | undefined;

  constructor(view: View, strings: Strings) {
    this.#view = view;
    this.#strings = strings;
    const shadow = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_RULES);
    shadow.adoptedStyleSheets = [sheet];
    render(shell(strings), shadow);
    this.#frame = find(shadow, '.frame');
    this.#card = find(shadow, '.card');
    this.#status = find(shadow, '[role="status"]');
    this.#frame.hidden = view.mentions.length === 0;
    document.body.append(this.host);
    this.#listen();
  }

  /** Closes the card and gives the focus back to where it was, if the card had it. */
  close(): void {
    const inside = this.#focused();
    const returnTo = this.#returnTo;
    this.#returnTo = undefined;
    this.#view.select(null);
    if (!inside) return;
    if (returnTo?.isConnected) returnTo.focus();
    else if (inside !== this.#frame) this.#frame.blur();
  }

  #listen(): void {
    const { signal } = this.#end;
    this.#view.addEventListener('select', ({ detail }) => this.#select(detail), { signal });
    this.#view.addEventListener('annotate', () => this.#refresh(), { signal });
    this.#view.addEventListener('dispose', () => this.#dispose(), { signal });
    this.#frame.addEventListener('focus', () => this.#enter(), { signal });
    this.#frame.addEventListener('click', () => this.#goIn(), { signal });
    this.#frame.addEventListener('keydown', (event) => this.#travel(event), { signal });
    this.host.addEventListener('focusout', (event) => this.#leave(event), { signal });
    document.addEventListener('keydown', (event) => this.#dismiss(event), { signal });
    watchPointer(this.#view, this, signal);
  }

  #select({ index, focus = false, passing = false }: Selection): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.held = index !== null && !passing;
    const moves = this.#focused() !== null;
    const range = index === null ? undefined : this.#view.rangeOf(index);
    const content = index === null ? undefined : this.#content(index);
    if (index === null || !range || !content) {
      this.#card.hidePopover();
      this.#frame.setAttribute('aria-expanded', 'false');
      return;
    }
    this.#render(content);
    this.#last = index;
    this.#card.showPopover();
    this.#card.scrollTop = 0;
    this.#frame.setAttribute('aria-expanded', 'true');
    this.#unfollow = followRange(range, this.#card, this.#frame);
    if (focus) this.#focus();
    // Whoever comes from elsewhere is told by the focus itself.
    if (moves) this.#status.textContent = this.#label(content, content.entity.role?.title);
  }

  #render(content: CardContent): void {
    this.#frame.ariaLabel = this.#label(content);
    this.#card.dataset['as'] = classOf(content.mention);
    const close = (): void => this.close();
    const step = (by: 1 | -1): void => this.#step(content, by);
    render(cardTemplate(content, this.#strings, { close, step }), this.#card);
  }

  /** The mention in one line; what is said of its entity stands for the type where it is given. */
  #label({ mention, entity, number, count }: CardContent, said?: string): string {
    const { open, types, mention: words } = this.#strings;
    if (mention.confidence === 'ambiguous') return `${mention.text}, ${open}`;
    return words(entity.name, said ?? types[entity.type] ?? entity.type, number, count);
  }

  #content(index: number): CardContent | undefined {
    const mention = this.#view.mentions[index];
    const entity = mention && this.#view.entity(mention.entity);
    if (!entity) return undefined;
    const others = mention.candidates.flatMap((candidate) => this.#view.entity(candidate.entity) ?? []);
    const { checked } = this.#view.info;
    const positions = this.#positions(entity.id);
    const number = positions.indexOf(index) + 1;
    const date = this.#view.date ?? checked;
    return { mention, entity, others, date, checked, number, count: positions.length };
  }

  #positions(id: string): readonly number[] {
    return this.#view.entities.find(({ entity }) => entity.id === id)?.mentions ?? [];
  }

  #step({ entity, number, count }: CardContent, by: 1 | -1): void {
    const index = this.#positions(entity.id)[(number - 1 + by + count) % count];
    if (index !== undefined) this.#view.select(index, { scroll: true });
  }

  #refresh(): void {
    this.#frame.hidden = this.#view.mentions.length === 0;
    this.#last = undefined;
  }

  #focus(): void {
    const { activeElement } = document;
    if (activeElement !== this.host && activeElement instanceof HTMLElement) {
      this.#returnTo = activeElement;
    }
    this.#frame.focus({ preventScroll: true });
  }

  /** The frame was reached with the Tab key: it goes to a mention that can be seen. */
  #enter(): void {
    if (this.#view.current !== null) return;
    const index = this.#last ?? this.#firstInSight();
    this.#view.select(index, { scroll: true });
  }

  #firstInSight(): number {
    const found = this.#view.mentions.findIndex((_, index) => {
      const range = this.#view.rangeOf(index);
      const { top, bottom } = range ? liveRange(range).getBoundingClientRect() : new DOMRect();
      return bottom > 0 && top < innerHeight && bottom > top;
    });
    return Math.max(found, 0);
  }

  #goIn(): void {
    if (this.#view.current === null) this.#enter();
    else (this.#card.querySelector('a') ?? this.#card.querySelector('button'))?.focus();
  }

  #travel(event: KeyboardEvent): void {
    const keys: Record<string, () => void> = {
      ArrowRight: () => this.#view.next(),
      ArrowDown: () => this.#view.next(),
      ArrowLeft: () => this.#view.previous(),
      ArrowUp: () => this.#view.previous(),
      Home: () => this.#view.select(0, { scroll: true }),
      End: () => this.#view.select(this.#view.mentions.length - 1, { scroll: true }),
    };
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #dismiss(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#view.current !== null) this.close();
  }

  #leave({ relatedTarget }: FocusEvent): void {
    const stays = relatedTarget === this.host || !document.hasFocus();
    if (stays || this.#view.current === null) return;
    this.#returnTo = undefined;
    this.#view.select(null);
  }

  #focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  #dispose(): void {
    this.#end.abort();
    this.#unfollow?.();
    this.host.remove();
  }
}

function shell({ region }: Strings): TemplateResult {
  return html`<section aria-label=${region}>
    <button
      class="frame"
      part="frame"
      type="button"
      aria-label=${region}
      aria-describedby="said"
      aria-haspopup="dialog"
      aria-expanded="false"
    ></button>
    <div
      class="card"
      part="card"
      popover="manual"
      role="dialog"
      aria-labelledby="name"
      tabindex="-1"
    ></div>
    <p class="unseen" role="status"></p>
  </section>`;
}

function find<E extends Element>(shadow: ShadowRoot, selector: string): E {
  const element = shadow.querySelector<E>(selector);
  if (!element) throw new Error(`the card has no ${selector}`);
  return element;
}
