/** All that the reader has set and added, as one file: saved, and put back. */
import { html, nothing } from 'lit-html';
import { dateInWords } from 'namelight/strings';
import { makeBackup, readBackup, restoreBackup, type Backup } from '../backup.js';
import { saveFile, today } from '../page/save-file.js';
import { counted } from '../words.js';
import type { Section } from './section.js';

export const backup: Section = (context) => {
  const { say, attempt } = context;
  let waiting: Backup | undefined;
  let outcome = '';

  const save = (): Promise<void> =>
    attempt(async () => saveFile(`namelight-${today()}.json`, await makeBackup(), 'application/json'));
  const read = ({ target }: Event): Promise<void> =>
    attempt(async () => {
      const input = target as HTMLInputElement;
      const [file] = input.files ?? [];
      waiting = undefined;
      outcome = '';
      if (!file) return;
      waiting = await readBackup(file);
      input.value = '';
    });
  const restore = (from: Backup): Promise<void> =>
    attempt(async () => {
      await restoreBackup(from);
      waiting = undefined;
      outcome = say('backup_restored');
    });
  const leave = (): void => {
    waiting = undefined;
    context.redraw();
  };
  return {
    draw: () => html`
      <h2>${say('backup')}</h2>
      <p class="lead">${say('backup_lead')}</p>
      <p><button class="main" type="button" @click=${() => void save()}>${say('backup_save')}</button></p>
      <section aria-labelledby="restore">
        <h3 id="restore">${say('backup_restore')}</h3>
        <p class="hint">${say('backup_restoreMeans')}</p>
        <label class="drop">
          <span class="button" aria-hidden="true">${say('backup_choose')}</span>
          <input
            class="unseen"
            type="file"
            accept=".json,application/json"
            aria-label=${say('backup_choose')}
            @change=${(event: Event) => void read(event)}
          />
        </label>
        ${waiting
          ? html`<div class="note">
              <p>
                ${say('backup_of', dateInWords(waiting.made.slice(0, 10), say.locale))}
                ${counted(say, 'backup_gazetteers', waiting.settings.gazetteers.length)}
                ${counted(say, 'backup_entries', waiting.settings.own.length)}
              </p>
              <div class="row">
                <button class="main" type="button" @click=${() => waiting && void restore(waiting)}>
                  ${say('backup_replace')}
                </button>
                <button class="plain" type="button" @click=${leave}>${say('cancel')}</button>
              </div>
            </div>`
          : nothing}
        <div role="status">${outcome === '' ? nothing : html`<p class="note">${outcome}</p>`}</div>
      </section>
    `,
  };
};
