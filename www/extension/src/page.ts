/**
 * A page as the extension sees it: whether names are lit in it, for how long, and who is told. All that it knows of
 * settings are its orders, which it asks for again whenever it is told that something changed.
 */
import { articleDate, type ArticleDate } from './article-date.js';
import { BackgroundEngine } from './background-engine.js';
import { removeLeftovers } from './leftovers.js';
import { lightUp } from './light-up.js';
import { PageChannels } from './page-channels.js';
import { ask, type Notice, type PageOrders } from './protocol.js';
import { selectedMention } from './selected.js';
import type { View } from '../../src/view.js';

export class Page {
  view: View | undefined;
  /** The day the article says, and the one that the reader has chosen instead. */
  found: ArticleDate | undefined;
  chosen: string | undefined;
  readonly #channels = new PageChannels(this);
  readonly #engine = new BackgroundEngine();
  #orders: PageOrders | undefined;
  /** What the reader has chosen for this page alone. */
  #byHand: boolean | undefined;
  /** One after the other: orders may change while names are being lit. */
  #last: Promise<void> = Promise.resolve();
  #address = location.href;

  constructor() {
    chrome.runtime.onMessage.addListener(this.#onNotice);
    addEventListener('pageshow', this.#onShow);
    addEventListener('pagehide', this.#onHide);
    void this.#check();
  }

  /** Reads the page as of a day, or with none as of its own. */
  async readAsOf(date: string | undefined): Promise<void> {
    this.chosen = date;
    await this.view?.asOf(date ?? this.found?.date);
    this.#channels.report();
  }

  readonly #onNotice = (
    notice: Notice,
    sender: chrome.runtime.MessageSender,
    respond: (answer: boolean) => void,
  ): boolean => {
    if (sender.id !== chrome.runtime.id) return false;
    void this.#follow(notice).then(respond);
    return true;
  };

  /** A page that comes back as it was left may have missed something. */
  readonly #onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.#check();
  };

  /** The frame may be gone, or the tab show another page. */
  readonly #onHide = (): void => void count(undefined);

  async #follow(notice: Notice): Promise<boolean> {
    const { view } = this;
    switch (notice.notice) {
      case 'turn-on':
      case 'turn-off':
        this.#byHand = notice.notice === 'turn-on';
        await (this.#byHand ? this.#check() : this.#end());
        break;
      case 'check':
        await this.#check();
        break;
      case 'step':
        if (notice.by > 0) view?.next();
        else view?.previous();
        break;
      case 'card':
        if (view) toggleCard(view);
        break;
      case 'look-up': {
        const position = view && selectedMention(view);
        if (position === undefined) return false;
        view?.select(position, { scroll: true, focus: true });
      }
    }
    return this.view !== undefined;
  }

  /** Asks for orders and carries them out. */
  #check(): Promise<void> {
    return this.#after(async () => {
      const orders = await ask('hello', { byHand: this.#byHand === true });
      const before = this.#orders;
      this.#orders = orders;
      if (!before) this.#takeOver(orders.secret);
      if (!orders.run || this.#byHand === false) await this.#stop();
      else if (!this.view || !looksAs(before, orders)) await this.#start(orders);
      else if (before?.engine !== orders.engine) await this.view.refresh();
      else this.#tell();
    });
  }

  /**
   * Ends the page of an older version, which nobody else reaches any more, and lets a newer one end this. The event's
   * name is a secret of the extension, so that the page can neither hear nor send it.
   */
  #takeOver(secret: string): void {
    document.dispatchEvent(new Event(secret));
    removeLeftovers();
    document.addEventListener(secret, () => this.#leave(), { once: true });
  }

  /** Whatever the extension's own means are worth by now, the page is left as it was. */
  #leave(): void {
    removeEventListener('pageshow', this.#onShow);
    removeEventListener('pagehide', this.#onHide);
    this.view?.dispose();
    this.view = undefined;
    this.#engine.dispose();
  }

  #end(): Promise<void> {
    return this.#after(() => this.#stop());
  }

  async #start(orders: PageOrders): Promise<void> {
    this.view?.dispose();
    this.found = articleDate(document);
    const view = await lightUp(this.#engine, orders, this.chosen ?? this.found?.date);
    this.view = view;
    view.addEventListener('annotate', () => this.#annotated());
    view.addEventListener('select', () => this.#channels.report());
    this.#tell();
  }

  async #stop(): Promise<void> {
    if (!this.view) return;
    this.view.dispose();
    this.view = undefined;
    this.#tell();
  }

  #annotated(): void {
    if (location.href !== this.#address) this.#turnPage();
    this.#tell();
  }

  /** Another article on the same page: its day is another, and what the reader chose was for the one before. */
  #turnPage(): void {
    this.#address = location.href;
    const before = this.chosen ?? this.found?.date;
    this.chosen = undefined;
    this.found = articleDate(document);
    if (this.found?.date !== before) void this.view?.asOf(this.found?.date);
  }

  #tell(): void {
    this.#channels.report();
    void count(this.view?.entities.length);
  }

  #after(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(() => {
      // Another version of the extension takes over; this one is not heard any more. Else the next orders may do.
      if (!chrome.runtime?.id) this.#leave();
    });
    return this.#last;
  }
}

/** For the badge, without which all else goes on. */
async function count(count: number | undefined): Promise<void> {
  await ask('found', { count }).catch(() => undefined);
}

/** Opens the card of the mention that was current last or comes first, or closes it. */
function toggleCard(view: View): void {
  if (view.current !== null) view.select(null);
  else if (view.mentions.length > 0) view.select(0, { scroll: true, focus: true });
}

const looksAs = (before: PageOrders | undefined, { private: hidden, appearance, language }: PageOrders): boolean =>
  before !== undefined &&
  before.private === hidden &&
  before.language === language &&
  JSON.stringify(before.appearance) === JSON.stringify(appearance);
