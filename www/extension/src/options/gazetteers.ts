/** The gazetteers: which are there, in which order, switched on or off, shown to pages or not; and adding more. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { dateInWords } from 'namelight/strings';
import { monthsUnchecked } from '../../../src/age.js';
import { deletePack, getPack } from '../packs.js';
import { iconButton } from '../page/icons.js';
import { fileNameOf, saveFile } from '../page/save-file.js';
import { ask, type EngineStatus } from '../protocol.js';
import type { GazetteerItem } from '../settings.js';
import { counted } from '../words.js';
import { ImportView } from './import-view.js';
import type { Context, Section } from './section.js';

export const gazetteers: Section = (context) => {
  const { say } = context;
  const importing = new ImportView(context);
  let status: EngineStatus | undefined;
  let asked: unknown;
  let leaving = '';

  /** What is loaded is asked for anew whenever the list has changed. */
  const look = (): void => {
    const { gazetteers: list, own } = context.settings;
    const now = JSON.stringify([list, own]);
    if (asked === now) return;
    asked = now;
    void context.attempt(async () => {
      status = await ask('status', {});
      context.redraw();
    });
  };

  const remove = (id: string): Promise<void> =>
    context.attempt(async () => {
      leaving = '';
      const gazetteers = context.settings.gazetteers.filter((item) => item.id !== id);
      await context.write({ gazetteers });
      await deletePack(id);
    });

  const draw = (): TemplateResult => {
    look();
    // The list begins with what wins; the settings have the lowest layer first.
    const shown = context.settings.gazetteers.toReversed();
    const choose = (id: string): void => {
      leaving = id;
      context.redraw();
    };
    const part: Row = { context, status, leaving, choose, remove };
    return html`
      <h2>${say('gazetteers')}</h2>
      <p class="lead">${say('gazetteers_lead')}</p>
      <ol class="layers" role="list">
        ${repeat(shown, ({ id }) => id, (item) => row(item, part))}
      </ol>
      ${importing.draw()}
    `;
  };
  return { draw };
};

interface Row {
  context: Context;
  status: EngineStatus | undefined;
  /** The gazetteer that is about to be deleted, once that is confirmed. */
  leaving: string;
  choose(id: string): void;
  remove(id: string): Promise<void>;
}

function row(item: GazetteerItem, part: Row): TemplateResult {
  const { context, status } = part;
  const { say } = context;
  const fault = status?.faults.find(({ id }) => id === item.id);
  const change = (to: Partial<GazetteerItem>): void => {
    const gazetteers = context.settings.gazetteers.map((one) => (one.id === item.id ? { ...one, ...to } : one));
    void context.write({ gazetteers });
  };
  const isOn = ({ target }: Event): boolean => (target as HTMLInputElement).checked;
  return html`<li data-gazetteer=${item.id}>
    <div class="about">
      <h3><bdi>${titleOf(item, context)}</bdi></h3>
      <p class="quiet">${facts(item, part)}</p>
      ${fault
        ? html`<p class="note wrong">${say('gazetteers_fault')} <bdi lang="en">${fault.message}</bdi></p>`
        : nothing}
      ${age(item, part)}
    </div>
    <label class="switch">
      <span class="unseen">${say('gazetteers_use', titleOf(item, context))}</span>
      <input
        type="checkbox"
        role="switch"
        .checked=${live(item.on)}
        @change=${(event: Event) => change({ on: isOn(event) })}
      />
    </label>
    ${item.id === 'base'
      ? nothing
      : html`<label class="private">
          <input
            type="checkbox"
            .checked=${live(item.private)}
            @change=${(event: Event) => change({ private: isOn(event) })}
          />
          <span>${say('gazetteers_private')} <span class="quiet">${say('gazetteers_privateMeans')}</span></span>
        </label>`}
    ${tools(item, part)}
  </li>`;
}

function tools(item: GazetteerItem, { context, leaving, choose, remove }: Row): TemplateResult | typeof nothing {
  const { say, settings } = context;
  const { gazetteers } = settings;
  const at = gazetteers.findIndex(({ id }) => id === item.id);
  const title = titleOf(item, context);
  const move = (by: 1 | -1): void => {
    const next = gazetteers.toSpliced(at, 1).toSpliced(at + by, 0, item);
    void context.write({ gazetteers: next }).then(() => context.tell(say('gazetteers_moved', title)));
  };
  if (item.id === 'base') return nothing;
  if (leaving === item.id) {
    return html`<div class="row confirm" role="group" aria-label=${say('gazetteers_delete', title)}>
      <p>${say('gazetteers_deleteSure', title)}</p>
      <button type="button" @click=${() => void remove(item.id)}>${say('delete')}</button>
      <button class="plain" type="button" @click=${() => choose('')}>${say('cancel')}</button>
    </div>`;
  }
  return html`<div class="tools">
    ${iconButton('up', say('gazetteers_up', title), () => move(1), at < gazetteers.length - 1)}
    ${iconButton('down', say('gazetteers_down', title), () => move(-1), at > 1)}
    ${iconButton('save', say('gazetteers_export', title), () => void save(item, context))}
    ${iconButton('bin', say('gazetteers_delete', title), () => choose(item.id))}
  </div>`;
}

function save(item: GazetteerItem, context: Context): Promise<void> {
  return context.attempt(async () => {
    const pack = await getPack(item.id);
    if (pack) saveFile(`${fileNameOf(item.title)}.nlpack`, pack, 'application/octet-stream');
  });
}

const titleOf = ({ id, title }: GazetteerItem, { say }: Context): string =>
  id === 'base' ? say('gazetteers_base') : title;

/** How many entities and names, and as of when. What the base pack has the engine tells. */
function facts(item: GazetteerItem, { context: { say }, status }: Row): string {
  const base = item.id === 'base';
  const entities = base ? (status?.entityCount ?? 0) : item.entityCount;
  const names = base ? 0 : item.nameCount;
  const checked = base ? (status?.checked ?? '') : item.checked;
  return [
    base ? say('gazetteers_builtIn') : say('gazetteers_yours'),
    entities > 0 ? counted(say, 'countEntities', entities) : '',
    names > 0 ? counted(say, 'countNames', names) : '',
    checked === '' ? '' : say('gazetteers_checked', dateInWords(checked, say.locale)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A word of caution where the facts are old. */
function age({ id, checked }: GazetteerItem, { context: { say }, status }: Row): TemplateResult | typeof nothing {
  const day = id === 'base' ? (status?.checked ?? '') : checked;
  const months = day === '' ? undefined : monthsUnchecked(day, Date.now());
  if (months === undefined) return nothing;
  const newer = id === 'base' ? say('gazetteers_newer') : nothing;
  return html`<p class="note">${counted(say, 'card_old', months)} ${newer}</p>`;
}
