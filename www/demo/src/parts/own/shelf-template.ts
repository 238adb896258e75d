/** The gazetteers that are laid over, as a template. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Conflict } from 'namelight';
import type { Volume } from './shelf.js';
import { WORDS } from './words.js';

export interface ShelfControls {
  edit(volume: Volume): void;
  lift(volume: Volume): void;
  saveJson(volume: Volume): void;
  savePack(volume: Volume): void;
}

const LISTED = 30;

/** `inText` counts the mentions of a gazetteer's entities. */
export function shelfTemplate(
  volumes: readonly Volume[],
  inText: (volume: Volume) => number | undefined,
  controls: ShelfControls,
): TemplateResult {
  return html`<h3>${WORDS.shelf}</h3>
    ${volumes.length === 0 ? html`<p class="quiet">${WORDS.none}</p>` : nothing}
    <ul class="shelf" role="list">
      ${volumes.map((volume) => html`<li data-volume=${volume.id}>${volumeTemplate(volume, inText(volume), controls)}</li>`)}
    </ul>`;
}

function volumeTemplate(volume: Volume, count: number | undefined, controls: ShelfControls): TemplateResult {
  const { title, gazetteer, nameCount, conflicts, fault } = volume;
  const button = (words: string, label: string, act: (volume: Volume) => void): TemplateResult =>
    html`<button type="button" aria-label=${label} @click=${() => act(volume)}>${words}</button>`;
  const facts = [
    gazetteer && WORDS.size(gazetteer.entities.length, nameCount),
    count === undefined ? undefined : WORDS.inText(count),
  ].filter((part) => part !== undefined);
  return html`<p class="title">${title}</p>
    <p class="quiet">${facts.join('; ')}</p>
    <p class="tools">
      ${gazetteer
        ? html`${button(WORDS.edit, WORDS.editOf(title), controls.edit)}
          ${button(WORDS.saveJson, WORDS.saveOf(title, '.json'), controls.saveJson)}`
        : nothing}
      ${button(WORDS.savePack, WORDS.saveOf(title, WORDS.pack), controls.savePack)}
      ${button(WORDS.lift, WORDS.liftOf(title), controls.lift)}
    </p>
    ${fault ? html`<p class="fault" role="alert">${WORDS.unsaved(fault)}</p>` : nothing}
    ${conflicts.length > 0 ? conflictsTemplate(conflicts) : nothing}`;
}

function conflictsTemplate(conflicts: readonly Conflict[]): TemplateResult {
  return html`<details>
    <summary>${WORDS.conflicts} (${WORDS.number(conflicts.length)})</summary>
    <ul class="quiet">
      ${conflicts.slice(0, LISTED).map((conflict) => html`<li>${conflictWords(conflict)}</li>`)}
      ${conflicts.length > LISTED ? html`<li>${WORDS.moreFindings(conflicts.length - LISTED)}</li>` : nothing}
    </ul>
  </details>`;
}

function conflictWords({ kind, entity = '', text = '', other = '' }: Conflict): string {
  if (kind === 'replaced') return WORDS.replaced(entity);
  return kind === 'shared-name' ? WORDS.sharedName(text, entity, other) : WORDS.mutesNothing;
}
