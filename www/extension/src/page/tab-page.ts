/**
 * A view of the tab that the reader looks at: its state, its controls and its cast list. The popup and the side panel
 * put it into their own frames.
 */
import { createCastList, type CastList } from 'namelight/cast-list';
import { countsKey } from '../badge.js';
import { stringsOf } from '../card-strings.js';
import { ask } from '../protocol.js';
import { readSettings, watchSettings } from '../settings.js';
import type { Words } from '../words.js';
import type { JoinedPage } from './joined-page.js';
import { hostOf, isEverywhere, ruleOf, setRule, type SiteRule } from './site.js';
import type { TabActions, TabState } from './tab-controls.js';
import { TabLink } from './tab-link.js';

export class TabPage implements TabActions {
  readonly link = new TabLink();
  state: TabState = {
    host: undefined,
    page: undefined,
    starting: false,
    rule: 'click',
    everywhere: false,
    fault: '',
  };
  tab: number | undefined;
  readonly #say: Words;
  readonly #draw: () => void;
  #list: CastList | undefined;

  /** `draw` is called after each change of the state. */
  constructor(say: Words, draw: () => void) {
    this.#say = say;
    this.#draw = draw;
    this.link.addEventListener('change', () => this.#take(this.link.page));
    // Something begins in the tab after all, by a key or from the popup.
    chrome.storage.session.onChanged.addListener((changes) => {
      const { tab } = this;
      if (tab !== undefined && !this.state.page && countsKey(tab) in changes) this.link.connect(tab);
    });
    watchSettings((changed) => {
      if (changed.has('sites')) void this.#readRule();
    });
  }

  /** Shows another tab. */
  async open({ id, url }: chrome.tabs.Tab): Promise<void> {
    this.tab = id;
    this.link.dispose();
    this.#set({ host: hostOf(url), page: undefined, starting: false, fault: '' });
    if (id !== undefined) this.link.connect(id);
    await this.#readRule();
  }

  /** Draws the cast of the page into a container, from now on. */
  listIn(container: Element): void {
    this.#list = createCastList(
      container,
      {
        go: (position, focus) => this.link.go(position, focus),
        mute: (id) => this.link.mute(id, true),
        unmute: (id) => this.link.mute(id, false),
      },
      { strings: stringsOf(this.#say), headingLevel: 2 },
    );
    this.#show();
  }

  turn(on: boolean): void {
    const { tab } = this;
    if (tab === undefined) return;
    this.#set({ starting: on, fault: '' });
    ask(on ? 'turn-on' : 'turn-off', { tab }).then(
      (answer) => {
        if (answer.on) this.link.connect(tab);
        const fault = on && !answer.on ? this.#say('tab_failed') : '';
        this.#set({ starting: answer.on && this.state.page === undefined, fault });
      },
      () => this.#set({ starting: false, fault: this.#say('tab_failed') }),
    );
  }

  setRule(rule: SiteRule): void {
    const { host } = this.state;
    if (host === undefined) return;
    // Asked at once: browsers show their question only while the click is being handled.
    setRule(host, rule).then(
      (done) => {
        if (done && rule === 'always' && !this.state.page) this.turn(true);
        if (done && rule === 'never' && this.state.page) this.turn(false);
        return this.#readRule();
      },
      () => this.#set({ fault: this.#say('tab_ruleFailed') }),
    );
  }

  setDate(date: string | undefined): void {
    this.link.setDate(date);
  }

  /** A page that runs tells its address, which the browser keeps from a panel that was granted nothing. */
  #take(page: JoinedPage | undefined): void {
    if (!page) return this.#set({ page });
    const { host = hostOf(page.main.address) } = this.state;
    const known = this.state.host !== undefined;
    this.#set({ page, host, starting: false });
    if (!known) void this.#readRule();
  }

  async #readRule(): Promise<void> {
    const { host } = this.state;
    if (host === undefined) return;
    const { sites } = await readSettings();
    const [rule, everywhere] = await Promise.all([ruleOf(host, sites), isEverywhere()]);
    this.#set({ rule, everywhere });
  }

  #set(change: Partial<TabState>): void {
    this.state = { ...this.state, ...change };
    this.#show();
    this.#draw();
  }

  #show(): void {
    if (this.state.page) this.#list?.show(this.state.page);
  }
}
