/** The version, the keys, and where what is private is written down. */
import { html, type TemplateResult } from 'lit-html';
import type { MessageKey } from '../words.js';
import type { Section } from './section.js';

/** Firefox's own page for keys, which the types of Chromium do not know. */
interface WithShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

export const about: Section = (context) => {
  const { say, attempt } = context;
  let commands: chrome.commands.Command[] = [];
  const look = (): Promise<void> =>
    attempt(async () => {
      commands = (await chrome.commands.getAll()).filter(({ description }) => description);
      context.redraw();
    });
  void look();
  const change = (): Promise<void> =>
    attempt(async () => {
      const { openShortcutSettings } = chrome.commands as unknown as WithShortcutSettings;
      if (openShortcutSettings) await openShortcutSettings();
      else await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
    });
  // The browser describes them in its own language, which need not be the reader's.
  const row = ({ name, shortcut }: chrome.commands.Command): TemplateResult =>
    html`<dt>${say(`command_${name}` as MessageKey)}</dt>
      <dd>${shortcut ? html`<kbd dir="ltr">${shortcut}</kbd>` : html`<span class="quiet">${say('keys_none')}</span>`}</dd>`;
  return {
    draw: () => html`
      <h2>${say('about')}</h2>
      <section aria-labelledby="keys">
        <h3 id="keys">${say('keys')}</h3>
        <dl class="keys">${commands.map(row)}</dl>
        <p><button type="button" @click=${() => void change()}>${say('keys_change')}</button></p>
      </section>
      <section aria-labelledby="private">
        <h3 id="private">${say('welcome_privacy')}</h3>
        <ul class="plainly">
          <li>${say('welcome_private1')}</li>
          <li>${say('welcome_private2')}</li>
          <li>${say('welcome_private3')}</li>
          <li>${say('about_pagesSee')}</li>
        </ul>
      </section>
      <p class="quiet">${say('about_version', chrome.runtime.getManifest().version)}</p>
      <p><a href="welcome.html">${say('about_welcome')}</a></p>
    `,
  };
};
