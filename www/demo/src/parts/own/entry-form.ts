/** The form in which an entity is written and edited, as a template. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { types } from './imports-template.js';
import { linesOf, namesOf, type OwnEntity, type OwnRole } from './own-entity.js';
import { WORDS } from './words.js';

export interface EntryState {
  title: string;
  /** All that can be chosen, and which one is. */
  entities: readonly OwnEntity[];
  entity: OwnEntity;
  /** What is told of the last change. */
  status: string;
  fault: string | undefined;
}

export interface EntryControls {
  choose(id: string): void;
  another(): void;
  takeSelection(): void;
  change(entity: OwnEntity): void;
  remove(): void;
}

const PLACES = new Set(['country', 'region', 'admin', 'city', 'district', 'site', 'water']);
/** Entities in the list to choose from: more than this, and the browser is slow. */
const LISTED = 1000;

export function entryTemplate(state: EntryState, controls: EntryControls): TemplateResult {
  const { entity, entities, title, fault, status } = state;
  const { change } = controls;
  const { roles = [], links = {}, at } = entity;
  const isNew = !entities.some(({ id }) => id === entity.id);
  const shownRoles = roles.length > 0 ? roles : [{ title: '' }];
  const changeRole = (number: number, part: Partial<OwnRole>): void =>
    change({ ...entity, roles: shownRoles.map((role, at) => (at === number ? { ...role, ...part } : role)) });
  return html`<h3>${WORDS.write}</h3>
    <p class="quiet">${WORDS.writeLead}</p>
    <form class="entry" @submit=${(event: Event) => event.preventDefault()}>
      <fieldset>
        <legend>${WORDS.editing(title)}</legend>
        <p class="tools">
          ${entities.length > 0
            ? html`<label class="field">
                <span>${WORDS.find}</span>
                <select .value=${live(entity.id)} @change=${(event: Event) => controls.choose(valueOf(event))}>
                  ${isNew ? html`<option value=${entity.id} selected>${WORDS.another}</option>` : nothing}
                  ${entities
                    .slice(0, LISTED)
                    .map(({ id, name }) => html`<option value=${id} ?selected=${id === entity.id}>${name || id}</option>`)}
                </select>
              </label>`
            : nothing}
          <button type="button" @click=${controls.another}>${WORDS.another}</button>
          <button type="button" @click=${controls.takeSelection}>${WORDS.selected}</button>
        </p>
        ${field(WORDS.name, 'name', entity.name, (name) => change({ ...entity, name }))}
        <label class="field type">
          <span>${WORDS.entityType}</span>
          <select .value=${live(entity.type)} @change=${(event: Event) => change({ ...entity, type: valueOf(event) })}>
            ${types(entity.type)}
          </select>
        </label>
        <label class="field wide">
          <span>${WORDS.otherNames}</span>
          <textarea
            rows="3"
            .value=${live(linesOf(entity.names))}
            @change=${(event: Event) => change({ ...entity, names: namesOf(valueOf(event), entity.names) })}
          ></textarea>
        </label>
        ${shownRoles.map(
          (role, number) => html`<div class="role wide">
            ${field(WORDS.role, 'title', role.title, (title) => changeRole(number, { title }))}
            ${field(WORDS.from, 'from', role.from ?? '', (from) => changeRole(number, { from }), DATE)}
            ${field(WORDS.to, 'to', role.to ?? '', (to) => changeRole(number, { to }), DATE)}
          </div>`,
        )}
        <p class="tools wide">
          <button type="button" @click=${() => change({ ...entity, roles: [...shownRoles, { title: '' }] })}>
            ${WORDS.addRole}
          </button>
          ${roles.length > 1
            ? html`<button type="button" @click=${() => change({ ...entity, roles: roles.slice(0, -1) })}>
                ${WORDS.removeRole}
              </button>`
            : nothing}
        </p>
        ${field(WORDS.website, 'website', links.website ?? '', (website) => change({ ...entity, links: { ...links, website } }), { type: 'url' })}
        ${PLACES.has(entity.type) ? position(at, (next) => change({ ...entity, at: next })) : nothing}
        <p class="tools wide">
          <button type="button" @click=${controls.remove} ?disabled=${isNew}>${WORDS.remove}</button>
        </p>
      </fieldset>
      <p class="status" role="status">${status}</p>
      ${fault ? html`<p class="fault" role="alert">${WORDS.refused(fault)}</p>` : nothing}
    </form>`;
}

const DATE = { pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?', placeholder: '2024-12-08' };

/** A field tells of what was typed once it is valid. */
function field(
  label: string,
  name: string,
  value: string,
  change: (value: string) => void,
  { type = 'text', pattern = '', placeholder = '' } = {},
): TemplateResult {
  return html`<label class=${`field for-${name}`}>
    <span>${label}</span>
    <input
      name=${name}
      type=${type}
      pattern=${pattern || nothing}
      placeholder=${placeholder || nothing}
      autocomplete="off"
      .value=${live(value)}
      @input=${(event: Event) => {
        const { validity, value: typed } = event.target as HTMLInputElement;
        if (validity.valid) change(typed);
      }}
    />
  </label>`;
}

function position(at: OwnEntity['at'], change: (at: [number, number]) => void): TemplateResult {
  const [latitude = NaN, longitude = NaN] = at ?? [];
  const written = (value: number): string => (Number.isFinite(value) ? String(value) : '');
  const numeric = { type: 'number' };
  return html`${field(WORDS.latitude, 'latitude', written(latitude), (value) => change([parseFloat(value), longitude]), numeric)}
  ${field(WORDS.longitude, 'longitude', written(longitude), (value) => change([latitude, parseFloat(value)]), numeric)}`;
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;
