/** The form in which an entry of the reader's own is written. */
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { entityTypes } from '../card-strings.js';
import type { OwnEntry } from '../settings.js';
import type { Context } from './section.js';

export const emptyEntry = (): OwnEntry => ({
  id: `own-${crypto.randomUUID()}`,
  name: '',
  type: 'person',
  names: [],
  note: '',
  website: '',
  muted: false,
});

interface FormActions {
  change(entry: OwnEntry): void;
  keep(entry: OwnEntry): void;
  cancel(): void;
}

export function entryForm(
  entry: OwnEntry,
  { say, strings }: Context,
  { change, keep, cancel }: FormActions,
): TemplateResult {
  const value = ({ target }: Event): string => (target as HTMLInputElement).value;
  const submit = (event: Event): void => {
    event.preventDefault();
    const names = entry.names.map((name) => name.trim()).filter((name) => name !== '');
    keep({ ...entry, name: entry.name.trim(), names, note: entry.note.trim(), website: entry.website.trim() });
  };
  return html`<form class="entry" @submit=${submit}>
    <label class="field">
      <span>${say('own_name')}</span>
      <input
        name="name"
        type="text"
        required
        pattern=".*\\S.*"
        .value=${live(entry.name)}
        @input=${(event: Event) => change({ ...entry, name: value(event) })}
      />
    </label>
    <label class="field">
      <span>${say('own_type')}</span>
      <select name="type" @change=${(event: Event) => change({ ...entry, type: value(event) })}>
        ${entityTypes.map(
          (type) => html`<option value=${type} ?selected=${type === entry.type}>${strings.types[type] ?? type}</option>`,
        )}
      </select>
    </label>
    <label class="field">
      <span>${say('own_note')}</span>
      <input
        name="note"
        type="text"
        .value=${live(entry.note)}
        @input=${(event: Event) => change({ ...entry, note: value(event) })}
      />
    </label>
    <label class="field">
      <span>${say('own_website')}</span>
      <input
        name="website"
        type="url"
        dir="ltr"
        pattern="https://.*"
        placeholder="https://"
        .value=${live(entry.website)}
        @input=${(event: Event) => change({ ...entry, website: value(event) })}
      />
    </label>
    <label class="field wide">
      <span>${say('own_names')}</span>
      <textarea
        name="names"
        rows="3"
        .value=${live(entry.names.join('\n'))}
        @input=${(event: Event) => change({ ...entry, names: value(event).split('\n') })}
      ></textarea>
    </label>
    <div class="row wide">
      <button class="main">${say('own_keep')}</button>
      <button class="plain" type="button" @click=${cancel}>${say('cancel')}</button>
    </div>
  </form>`;
}
