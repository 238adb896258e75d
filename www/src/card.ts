/**
 * The card and the keyboard's way to it, in one shadow root at the end of the page. Highlights cannot
 * take the focus, so one transparent button, the frame, lies over the current mention: it is a single
 * tab stop, focus opens the card, arrow keys go from mention to mention, Enter goes into the card.
 */
import { html, render } from 'lit-html';
import { monthsUnchecked } from './age.js';
import { homeFor, homeOf, watchDialogs } from './card-home.js';
import { hideNotice, showNotice, type Write } from './card-notice.js';
import { createShell } from './card-shell.js';
import { cardTemplate, type CardContent, type Part } from './card-template.js';
import { rectOf } from './live.js';
import { eachPage } from './pages.js';
import { directionAt, followRange } from './placing.js';
import { watchPointer, type PointerTarget } from './pointer.js';
import { english, type Strings } from './strings.js';
import type { Selection, View } from './view.js';

export interface CardOptions {
  /** What the card's foot has beside its own, for a mention by its position; `again` renders it anew. */
  foot?: (index: number, again: () => void) => Part;
  /** Keeps what the card says from the page's own code: in a closed shadow root, and written by this. */
  closed?: Write;
}

/** Gives a view its card, which lives until the view is disposed. */
export function attachCard(view: View, strings: Partial<Strings>, options: CardOptions = {}): void {
  new Card(view, { ...english, ...strings }, options);
}

class Card implements PointerTarget {
  readonly host: HTMLElement;
  held = false;
  readonly #view: View;
  readonly #strings: Strings;
  readonly #foot: CardOptions['foot'];
  readonly #write: Write;
  readonly #shadow: ShadowRoot;
  readonly #frame: HTMLButtonElement;
  readonly #card: HTMLElement;
  readonly #status: HTMLElement;
  readonly #notice: HTMLElement;
  readonly #end = new AbortController();
  #unfollow: (() => void) | undefined;
  /** What had the focus before a mention was focused for it. */
  #returnTo: HTMLElement | undefined;
  /** While the frame is given the focus without a mention. */
  #silent = false;
  /** Where the frame goes when it is focused and no mention is current. */
  #last: number | undefined;

  constructor(view: View, strings: Strings, { foot, closed }: CardOptions) {
    this.#view = view;
    this.#strings = strings;
    this.#foot = foot;
    this.#write = closed ?? render;
    const { host, shadow, frame, card, notice, status } = createShell(strings, closed ? 'closed' : 'open');
    this.host = host;
    this.#shadow = shadow;
    this.#frame = frame;
    this.#card = card;
    this.#notice = notice;
    this.#status = status;
    this.#frame.hidden = view.count === 0;
    homeFor(view).append(this.host);
    this.#listen();
  }

  /** Closes the card and gives the focus back to where it was, if the card had it. */
  close(): void {
    const inside = this.#focused() !== null;
    this.#view.select(null);
    if (inside) this.#goBack();
    this.#returnTo = undefined;
  }

  /** The focus goes to where it was before it came here, or else to the frame, which stays silent. */
  #goBack(): void {
    if (this.#returnTo?.isConnected) {
      this.#returnTo.focus();
      return;
    }
    this.#silent = true;
    this.#frame.focus({ preventScroll: true });
    this.#silent = false;
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
    eachPage(this.#view, signal, (page) => {
      page.addEventListener('keydown', (event) => this.#dismiss(event), { signal });
    });
    watchDialogs(() => this.#settle(), signal);
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
      this.#frame.ariaExpanded = 'false';
      return;
    }
    this.#move(homeOf(range.startContainer));
    hideNotice(this.#notice);
    this.#render(content);
    this.#last = index;
    this.#card.showPopover();
    this.#card.scrollTop = 0;
    this.#frame.ariaExpanded = 'true';
    this.#unfollow = followRange(range, this.#card, this.#frame);
    if (focus) this.#focus();
    // Whoever comes from elsewhere is told by the focus itself.
    if (moves) this.#say(this.#label(content, content.entity.role?.title));
  }

  /** Tells those who cannot see the page. */
  #say(text: string): void {
    this.#write(html`${text}`, this.#status);
  }

  #render(content: CardContent): void {
    this.#frame.ariaLabel = this.#label(content);
    this.#card.dataset['as'] = content.open ? 'ambiguous' : content.entity.kind;
    const actions = {
      close: (): void => this.close(),
      step: (by: 1 | -1): void => this.#step(content, by),
      mute: () => void this.#mute(content),
    };
    const { current } = this.#view;
    const again = (): void => {
      if (this.#view.current === current) this.#render(content);
    };
    const more = current === null ? undefined : this.#foot?.(current, again);
    this.#write(cardTemplate({ ...content, more }, this.#strings, actions), this.#card);
  }

  /** The mention in one line; what is said of its entity stands for the type where it is given. */
  #label({ mention, entity, open: isOpen, number, count }: CardContent, said?: string): string {
    const { open, types, mention: words } = this.#strings;
    if (isOpen) return `${mention.text}, ${open}`;
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
    const unchecked = monthsUnchecked(checked, Date.now());
    const count = positions.length;
    const open = mention.confidence === 'ambiguous';
    return { mention, entity, open, others, date, checked, unchecked, number, count };
  }

  #positions(id: string): readonly number[] {
    return this.#view.entities.find(({ entity }) => entity.id === id)?.mentions ?? [];
  }

  #step({ entity, number, count }: CardContent, by: 1 | -1): void {
    const index = this.#positions(entity.id)[(number - 1 + by + count) % count];
    if (index !== undefined) this.#view.select(index, { scroll: true });
  }

  /** Hides the entity on this page and offers to take that back. */
  async #mute({ entity: { id, name }, mention }: CardContent): Promise<void> {
    const inside = this.#focused() !== null;
    this.#view.select(null);
    await this.#view.mute(id);
    const actions = {
      undo: (): void => void this.#unmute(id, mention.start),
      close: (): void => this.#goBack(),
    };
    showNotice(this.#notice, name, this.#strings, actions, this.#write);
    this.#say(this.#strings.muted(name));
    if (inside) this.#notice.querySelector('button')?.focus();
  }

  /** Shows the entity again and goes back to the mention at which it was hidden. */
  async #unmute(id: string, start: number): Promise<void> {
    await this.#view.mute(id, false);
    const index = this.#view.mentions.findIndex((mention) => mention.start === start);
    if (index >= 0) this.#view.select(index, { scroll: true, focus: true });
  }

  #refresh(): void {
    this.#frame.hidden = this.#view.count === 0;
    this.#last = undefined;
    this.#settle();
  }

  /** Stands where the mentions can be reached, unless one is being read. */
  #settle(): void {
    const home = this.host.parentElement;
    const closed = home instanceof HTMLDialogElement && !home.matches(':modal');
    if (closed && this.#view.current !== null) this.#view.select(null);
    if (this.#view.current === null || !home) this.#move(homeFor(this.#view));
  }

  #move(home: Element): void {
    if (this.host.parentElement !== home) home.append(this.host);
  }

  #focus(): void {
    const active = activeElement();
    if (active instanceof HTMLElement && active.getRootNode() !== this.#shadow && active !== this.host) {
      this.#returnTo = active;
    }
    this.#frame.focus({ preventScroll: true });
  }

  /** The frame was reached with the Tab key: it goes to a mention that can be seen. */
  #enter(): void {
    if (this.#view.current !== null || this.#silent) return;
    const index = this.#last ?? this.#firstInSight();
    this.#view.select(index, { scroll: true });
  }

  #firstInSight(): number {
    const found = this.#view.mentions.findIndex((_, index) => {
      const range = this.#view.rangeOf(index);
      const { top, bottom } = range ? rectOf(range) : new DOMRect();
      return bottom > 0 && top < innerHeight && bottom > top && this.#isReachable(index);
    });
    return found < 0 ? this.#reach(0, 1) : found;
  }

  /** Whether a mention lies where the frame stands: outside of an open modal dialog all is inert. */
  #isReachable(index: number): boolean {
    const range = this.#view.rangeOf(index);
    return range !== undefined && homeOf(range.startContainer) === this.host.parentElement;
  }

  /** The first mention that is reachable from `from` on, round the page. */
  #reach(from: number, by: 1 | -1): number {
    const { count } = this.#view;
    for (let step = 0; step < count; step += 1) {
      const index = (from + by * step + 2 * count) % count;
      if (this.#isReachable(index)) return index;
    }
    return 0;
  }

  #goIn(): void {
    if (this.#view.current === null) this.#enter();
    else (this.#card.querySelector('a') ?? this.#card.querySelector('button'))?.focus();
  }

  #travel(event: KeyboardEvent): void {
    const at = this.#view.current ?? this.#last ?? 0;
    const range = this.#view.rangeOf(at);
    const backwards = range !== undefined && directionAt(range) === 'rtl';
    const on = (): number => this.#reach(at + 1, 1);
    const back = (): number => this.#reach(at - 1, -1);
    const keys: Record<string, () => number> = {
      ArrowRight: backwards ? back : on,
      ArrowDown: on,
      ArrowLeft: backwards ? on : back,
      ArrowUp: back,
      Home: () => this.#reach(0, 1),
      End: () => this.#reach(-1, -1),
    };
    const to = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (!to) return;
    event.preventDefault();
    this.#view.select(to(), { scroll: true });
  }

  #dismiss(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    if (this.#view.current !== null) this.close();
    else if (hideNotice(this.#notice)) this.#goBack();
  }

  #leave({ relatedTarget }: FocusEvent): void {
    const stays = relatedTarget === this.host || !document.hasFocus();
    if (stays || this.#view.current === null) return;
    this.#returnTo = undefined;
    this.#view.select(null);
  }

  #focused(): Element | null {
    return this.#shadow.activeElement;
  }

  #dispose(): void {
    this.#end.abort();
    this.#unfollow?.();
    this.host.remove();
  }
}

/** What has the focus, also within open shadow roots. */
function activeElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
