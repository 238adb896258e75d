/** The channels from a page to the extension's popup and panel: what is in the page, and what is to be done in it. */
import { openNames } from '../../src/cast-list-choice.js';
import type { Page } from './page.js';
import { PAGE_CHANNEL, type PageAction, type PageCommand, type PageReport, type PageState } from './protocol.js';

type Port = chrome.runtime.Port;

export class PageChannels {
  readonly #page: Page;
  readonly #ports = new Set<Port>();
  // Pages without encryption have no `randomUUID`.
  readonly #frame = crypto.getRandomValues(new Uint32Array(4)).join('-');

  constructor(page: Page) {
    this.#page = page;
    chrome.runtime.onConnect.addListener((port) => this.#open(port));
  }

  /** Tells all that are connected what is there now. */
  report(): void {
    if (this.#ports.size === 0) return;
    const state = this.#state();
    for (const port of this.#ports) post(port, state ? { state } : { gone: this.#frame });
  }

  #open(port: Port): void {
    if (port.name !== PAGE_CHANNEL || port.sender?.id !== chrome.runtime.id) return;
    this.#ports.add(port);
    port.onDisconnect.addListener(() => this.#ports.delete(port));
    port.onMessage.addListener(({ frame, command }: PageCommand) => {
      if (frame === undefined || frame === this.#frame) void this.#do(command, port);
    });
    const state = this.#state();
    if (state) post(port, { state });
  }

  async #do(command: PageAction, port: Port): Promise<void> {
    const { view } = this.#page;
    if (!view) return;
    if (command.do === 'go') {
      view.select(command.position, { scroll: true, focus: command.focus ?? false });
    } else if (command.do === 'step') {
      if (command.by > 0) view.next();
      else view.previous();
    } else if (command.do === 'date') {
      await this.#page.readAsOf(command.date);
    } else if (command.do === 'mute') {
      await view.mute(command.id, command.muted);
    } else {
      post(port, { text: view.text, frame: this.#frame });
    }
  }

  #state(): PageState | undefined {
    const { view, found, chosen } = this.#page;
    if (!view) return undefined;
    const { info, mentions, entities, muted, date, current } = view;
    return {
      frame: this.#frame,
      top: window === window.top,
      title: document.title,
      address: location.href,
      lang: document.documentElement.lang,
      info,
      mentions,
      members: entities,
      open: openNames(mentions, (id) => view.entity(id)),
      muted,
      date: date ?? info.checked,
      checked: info.checked,
      current,
      found,
      chosen: chosen !== undefined,
    };
  }
}

const post = (port: Port, report: PageReport): void => port.postMessage(report);
