/** The card's element and what stands in its shadow root before any mention is shown. */
import { html, render } from 'lit-html';
import { CARD_RULES } from './card-styles.js';
import type { Strings } from './strings.js';
import { directionOf } from './wording.js';

export interface CardShell {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Lies over the current mention and takes the focus for it. */
  frame: HTMLButtonElement;
  card: HTMLElement;
  notice: HTMLElement;
  status: HTMLElement;
}

/** A closed shadow root keeps what the card says from the page's own code. */
export function createShell({ region, locale }: Strings, mode: ShadowRootMode): CardShell {
  const host = document.createElement('namelight-card');
  const shadow = host.attachShadow({ mode });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_RULES);
  shadow.adoptedStyleSheets = [sheet];
  render(
    html`<section class="shell" aria-label=${region} lang=${locale} dir=${directionOf(locale)}>
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
      <div class="notice" part="notice" popover="manual"></div>
      <p class="unseen" role="status"></p>
    </section>`,
    shadow,
  );
  return {
    host,
    shadow,
    frame: find(shadow, '.frame'),
    card: find(shadow, '.card'),
    notice: find(shadow, '.notice'),
    status: find(shadow, '[role="status"]'),
  };
}

/** What the template above has. */
const find = <E extends Element>(shadow: ShadowRoot, selector: string): E =>
  shadow.querySelector(selector) as E;
