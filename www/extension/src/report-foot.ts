/** The card's question whether a name was recognised wrongly; the answer copies a report, and says so. */
import { html, type TemplateResult } from 'lit-html';
import type { Words } from './words.js';

/** What the card's foot has for a mention. `report` tells whether it could be copied. */
export function reportFoot(
  report: (index: number) => Promise<boolean>,
  say: Words,
): (index: number, again: () => void) => TemplateResult {
  let told: { index: number; words: string } | undefined;
  return (index, again) => {
    const ask = async (): Promise<void> => {
      const words = say((await report(index)) ? 'card_wrongCopied' : 'card_wrongFailed');
      told = { index, words };
      again();
    };
    return html`<button class="plain report" type="button" @click=${ask}>${say('card_wrong')}</button>
      <p role="status">${told?.index === index ? told.words : ''}</p>`;
  };
}
