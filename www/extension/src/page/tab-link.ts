/**
 * The channel to the page of a tab: what is lit in each of its frames, as one page, and what the reader asks of it.
 * A tab in which nothing runs has no end of the channel, which is then closed at once.
 */
import { PAGE_CHANNEL, type PageCommand, type PageReport, type PageState } from '../protocol.js';
import { joined, type JoinedPage } from './joined-page.js';

export class TabLink extends EventTarget {
  /** What the page has, or undefined while nothing runs in it or nothing was reported yet. */
  page: JoinedPage | undefined;
  readonly #states = new Map<string, PageState>();
  readonly #texts = new Map<string, (text: string) => void>();
  #port: chrome.runtime.Port | undefined;

  /** Connects to the frames of a tab that run now, anew when called again. Fires `change` on each report and at the end. */
  connect(tab: number): void {
    this.dispose();
    const port = chrome.tabs.connect(tab, { name: PAGE_CHANNEL });
    this.#port = port;
    port.onMessage.addListener((report: PageReport) => this.#take(report));
    port.onDisconnect.addListener(() => {
      // Asked for, so that the browser does not report it as an error.
      void chrome.runtime.lastError;
      if (port === this.#port) this.#end();
    });
  }

  /** Makes a mention current, in whichever frame it stands. */
  go(position: number, focus: boolean): void {
    const place = this.page?.placeOf(position);
    if (place) this.#send({ frame: place.frame, command: { do: 'go', position: place.position, focus } });
  }

  setDate(date: string | undefined): void {
    this.#send({ command: { do: 'date', date } });
  }

  mute(id: string, muted: boolean): void {
    this.#send({ command: { do: 'mute', id, muted } });
  }

  /** The text that the frame's mentions count their positions in. */
  text(frame: string): Promise<string> {
    return new Promise((resolve) => {
      this.#texts.set(frame, resolve);
      this.#send({ frame, command: { do: 'text' } });
    });
  }

  dispose(): void {
    const port = this.#port;
    this.#port = undefined;
    this.#states.clear();
    this.#texts.clear();
    this.page = undefined;
    port?.disconnect();
  }

  #take(report: PageReport): void {
    if ('text' in report) {
      this.#texts.get(report.frame)?.(report.text);
      this.#texts.delete(report.frame);
      return;
    }
    if ('state' in report) this.#states.set(report.state.frame, report.state);
    else this.#states.delete(report.gone);
    this.page = joined([...this.#states.values()]);
    this.dispatchEvent(new Event('change'));
  }

  #end(): void {
    this.dispose();
    this.dispatchEvent(new Event('change'));
  }

  #send(command: PageCommand): void {
    this.#port?.postMessage(command);
  }
}
