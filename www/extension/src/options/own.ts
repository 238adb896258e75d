/** The reader's own entries, and what is not to be lit anywhere: add, edit, mute, delete. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { icon, iconButton } from '../page/icons.js';
import { ask } from '../protocol.js';
import type { Mute, OwnEntry } from '../settings.js';
import { emptyEntry, entryForm } from './own-form.js';
import type { Context, Section } from './section.js';

export const own: Section = (context) => {
  const { say } = context;
  let draft: OwnEntry | undefined;
  let text = '';

  const edit = (entry: OwnEntry | undefined): void => {
    draft = entry;
    context.redraw();
    document.querySelector<HTMLElement>(entry ? '.entry [name="name"]' : '.own-add')?.focus();
  };
  const change = (entry: OwnEntry): void => {
    draft = entry;
    context.redraw();
  };
  /** What could not be loaded is not kept, and stays in the form with the reason. */
  const keep = (entry: OwnEntry): Promise<void> =>
    context.attempt(async () => {
      await ask('check-own', { entry });
      const { own } = context.settings;
      const known = own.some(({ id }) => id === entry.id);
      const next = known ? own.map((one) => (one.id === entry.id ? entry : one)) : [...own, entry];
      await context.write({ own: next });
      context.tell(say('own_kept', entry.name));
      edit(undefined);
    });
  const drop = (entry: OwnEntry): void => {
    void context.write({ own: context.settings.own.filter(({ id }) => id !== entry.id) });
    edit(undefined);
  };
  const mute = (event: Event): void => {
    event.preventDefault();
    const wanted = text.trim();
    const { mutes } = context.settings;
    if (wanted === '' || mutes.some((one) => one.text === wanted)) return;
    text = '';
    void context.write({ mutes: [...mutes, { text: wanted, name: wanted }] });
  };

  return {
    opened: (argument) => {
      if (argument !== '') edit({ ...emptyEntry(), name: argument });
    },
    draw: () => html`
      <h2>${say('own')}</h2>
      <p class="lead">${say('own_lead')}</p>
      ${draft
        ? entryForm(draft, context, { change, keep: (entry) => void keep(entry), cancel: () => edit(undefined) })
        : html`<p>
            <button class="main own-add" type="button" @click=${() => edit(emptyEntry())}>
              ${icon('add')} ${say('own_add')}
            </button>
          </p>`}
      ${entries(context, edit, drop)}
      <section aria-labelledby="mutes">
        <h3 id="mutes">${say('mutes')}</h3>
        <p class="hint">${say('mutes_lead')}</p>
        <form class="row" @submit=${mute}>
          <label class="field grow">
            <span>${say('mutes_text')}</span>
            <input
              type="text"
              .value=${live(text)}
              @input=${({ target }: Event) => {
                text = (target as HTMLInputElement).value;
              }}
            />
          </label>
          <button>${say('mutes_add')}</button>
        </form>
        <p class="hint"><a href="#look-up=">${say('mutes_lookUp')}</a></p>
        ${mutes(context)}
      </section>
    `,
  };
};

function entries(
  { say, strings, settings: { own }, write }: Context,
  edit: (entry: OwnEntry) => void,
  drop: (entry: OwnEntry) => void,
): TemplateResult {
  if (own.length === 0) return html`<p class="quiet empty">${say('own_none')}</p>`;
  const { compare } = new Intl.Collator(say.locale);
  const mute = (entry: OwnEntry): void =>
    void write({ own: own.map((one) => (one.id === entry.id ? { ...one, muted: !one.muted } : one)) });
  return html`<ul class="things" role="list">
    ${repeat(
      own.toSorted((a, b) => compare(a.name, b.name)),
      ({ id }) => id,
      (entry) => html`<li data-entry=${entry.id}>
        <div>
          <h3><bdi>${entry.name}</bdi></h3>
          <p class="quiet">
            ${strings.types[entry.type] ?? entry.type}${entry.note === '' ? nothing : html` · <bdi>${entry.note}</bdi>`}
          </p>
          ${entry.names.length > 0
            ? html`<p class="quiet">${say('own_also')} <bdi>${entry.names.join(', ')}</bdi></p>`
            : nothing}
        </div>
        <label class="box">
          <input type="checkbox" .checked=${live(entry.muted)} @change=${() => mute(entry)} />
          <span>${say('own_muted')}</span>
        </label>
        <div class="tools">
          ${iconButton('edit', say('own_edit', entry.name), () => edit(entry))}
          ${iconButton('bin', say('own_delete', entry.name), () => drop(entry))}
        </div>
      </li>`,
    )}
  </ul>`;
}

function mutes({ say, settings: { mutes: all }, write }: Context): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const end = (gone: Mute): void => void write({ mutes: all.filter((mute) => mute !== gone) });
  return html`<ul class="things" role="list">
    ${all.map(
      (mute) => html`<li>
        <bdi>${mute.name}</bdi>
        <button class="plain" type="button" aria-label=${say('mutes_endFor', mute.name)} @click=${() => end(mute)}>
          ${say('mutes_end')}
        </button>
      </li>`,
    )}
  </ul>`;
}
