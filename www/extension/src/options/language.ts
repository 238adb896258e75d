/** The language of the interface, and what the browser may carry to the reader's other devices. */
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { share, type Sharing } from '../settings.js';
import { languages, type MessageKey } from '../words.js';
import type { Section } from './section.js';

const SHARED: readonly (keyof Sharing)[] = ['sites', 'mutes', 'own'];

export const language: Section = (context) => {
  const { say, write, attempt, redraw } = context;
  const choose = ({ target }: Event): void => void write({ language: (target as HTMLSelectElement).value });
  const box = (name: keyof Sharing): TemplateResult => html`<label class="switch">
    <span>${say(`sharing_${name}` as MessageKey)}</span>
    <input
      type="checkbox"
      role="switch"
      name=${name}
      aria-describedby="sharing-where"
      .checked=${live(context.settings.sharing[name])}
      @change=${({ target }: Event) =>
        void attempt(() => share(name, (target as HTMLInputElement).checked)).then(redraw)}
    />
  </label>`;
  return {
    draw: () => html`
      <h2>${say('language')}</h2>
      <label class="field narrow">
        <span>${say('language_of')}</span>
        <select @change=${choose}>
          <option value="" ?selected=${context.settings.language === ''}>${say('language_browser')}</option>
          ${Object.entries(languages).map(
            ([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === context.settings.language}>
              ${name}
            </option>`,
          )}
        </select>
      </label>
      <section aria-labelledby="sharing">
        <h3 id="sharing">${say('sharing')}</h3>
        <p class="hint">${say('sharing_always')}</p>
        <p class="note" id="sharing-where">${say('sharing_where')}</p>
        <div class="shared">${SHARED.map(box)}</div>
      </section>
    `,
  };
};
