/** What the cast list says of a page, as a template. It holds no state and asks nobody. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { CastChoice, CastContent, Chosen, OpenName } from './cast-list-choice.js';
import { filters } from './cast-list-filters.js';
import { BACK, HIDE, icon, ON } from './icon.js';
import type { Strings } from './strings.js';
import type { EntityDetails, Kind } from './types.js';
import type { CastMember } from './view.js';
import { dateInWords, monthInWords } from './wording.js';

/** What the list can ask for. */
export interface CastActions {
  /** Makes a mention current; `focus` asks that the keyboard's focus goes there too. */
  go(position: number, focus: boolean): void;
  /** Hides an entity; without it, rows offer none. */
  mute?(id: string): void;
  /** Shows an entity again that was hidden. */
  unmute?(id: string): void;
}

/** What the template tells of its own controls. */
export interface CastControls extends CastActions {
  choose(change: Partial<CastChoice>): void;
  /** Goes to the following or preceding one of some mentions. */
  step(mentions: readonly number[], by: 1 | -1): void;
}

type Part = TemplateResult | typeof nothing;


/** What is drawn: a page's names, the reader's choice, and what passes it. */
export interface CastDrawing {
  content: CastContent;
  choice: CastChoice;
  chosen: Chosen;
  /** So many rows are drawn, of actors first. */
  limit: number;
  /** The level of the headings. */
  level: number;
  /** For how many months the facts have not been checked, once that is long. */
  unchecked: number | undefined;
}

export function castTemplate(
  { content, choice, chosen: { members, open }, limit, level, unchecked }: CastDrawing,
  strings: Strings,
  controls: CastControls,
): TemplateResult {
  const { list } = strings;
  const { format } = new Intl.NumberFormat(strings.locale);
  const row: Row = { content, level, format, strings, controls };
  const showAll = (): void => controls.choose({ show: 'all', find: '' });
  const empty = open.length + members.actor.length + members.place.length === 0;
  const all = content.members.length + content.open.length;
  return html`
    ${all > 1 ? filters(content.members, choice, strings, controls.choose) : nothing}
    ${content.members.length > 0 && content.date
      ? html`<p class="date">${strings.onDate(dateInWords(content.date, strings.locale))}</p>`
      : nothing}
    ${group('actor', members.actor, limit, row)}
    ${group('place', members.place, limit - members.actor.length, row)} ${openGroup(open, row)}
    ${all === 0 ? html`<p class="none">${list.none}</p>` : nothing}
    ${empty && all > 0
      ? html`<p class="none">
          ${list.noneShown}
          <button class="plain" type="button" @click=${showAll}>${list.showAll}</button>
        </p>`
      : nothing}
    ${mutedGroup(row)} ${content.checked ? age(content.checked, unchecked, strings) : nothing}
  `;
}

/** How old the facts are. */
function age(checked: string, unchecked: number | undefined, strings: Strings): TemplateResult {
  const old = unchecked === undefined ? '' : strings.old(unchecked);
  return html`<p class="date">${strings.known(monthInWords(checked, strings.locale))}. ${old}</p>`;
}

/** What every row needs besides its entity. */
interface Row {
  content: CastContent;
  level: number;
  /** Writes a number. */
  format(count: number): string;
  strings: Strings;
  controls: CastControls;
}

function heading(id: string, label: string, count: number, { level, format }: Row): TemplateResult {
  return html`<h3 id=${id} aria-level=${level} part="heading">
    <span class="mark">${label}</span>
    <span class="number">${format(count)}</span>
  </h3>`;
}

function group(kind: Kind, members: CastMember[], limit: number, row: Row): Part {
  if (members.length === 0) return nothing;
  return html`<section class=${kind} part="section ${kind}" aria-labelledby=${`list-${kind}`}>
    ${heading(`list-${kind}`, row.strings.list.kinds[kind], members.length, row)}
    <ul role="list">
      ${repeat(
        members.slice(0, Math.max(limit, 0)),
        ({ entity }) => entity.id,
        (member) => item(member, row),
      )}
    </ul>
  </section>`;
}

/** A row is drawn anew only when it would say something else; a page may have hundreds. */
function item(member: CastMember, row: Row): TemplateResult {
  const { entity, mentions } = member;
  const { list } = row.strings;
  // A name may be broken into lines in the page's source.
  const first = (row.content.mentions[mentions[0] ?? -1]?.text ?? entity.name).replaceAll(/\s+/g, ' ');
  const at = positionOf(mentions, row);
  const draw = (): TemplateResult => html`${name(entity.name, mentions, row)}
    ${steps(entity.name, mentions, row)} ${hide(entity, row)}
    ${role(entity, row.strings)} ${entity.role?.now ? now(entity.role.now, row.strings) : nothing}
    ${first === entity.name ? nothing : html`<p class="first">${list.firstAs(first)}</p>`}`;
  return html`<li part="item" data-entity=${entity.id} ?data-current=${at >= 0}>
    ${guard([member, first, at], draw)}
  </li>`;
}

/** Goes to the first mention: with the keyboard's focus where the keyboard was used. */
function name(text: string, mentions: readonly number[], row: Row): TemplateResult {
  const { strings, controls } = row;
  return html`<button
    class="name"
    part="name"
    type="button"
    aria-current=${positionOf(mentions, row) < 0 ? nothing : 'true'}
    @click=${({ detail }: MouseEvent) => controls.go(mentions[0] ?? -1, detail === 0)}
  >
    <bdi>${text}</bdi><span class="unseen">, ${strings.list.mentioned(mentions.length)}</span>
  </button>`;
}

/** The number of mentions, and the way through several of them; the focus stays here. */
function steps(
  text: string,
  mentions: readonly number[],
  row: Row,
): Part {
  const { list } = row.strings;
  const count = row.format(mentions.length);
  if (mentions.length < 2) return html`<p class="count" aria-hidden="true">${count}</p>`;
  const at = positionOf(mentions, row);
  const button = (label: string, by: 1 | -1, path: string): TemplateResult => html`<button
    class="step"
    part="step"
    type="button"
    data-by=${by}
    aria-label=${label}
    @click=${() => row.controls.step(mentions, by)}
  >
    ${icon(path)}
  </button>`;
  return html`<div class="steps">
    ${button(list.previous(text), -1, BACK)}
    <p class="count" aria-hidden="true">
      ${at < 0 ? count : list.position(at + 1, mentions.length)}
    </p>
    ${button(list.next(text), 1, ON)}
  </div>`;
}

function hide({ id, name }: EntityDetails, { strings, controls }: Row): Part {
  if (!controls.mute) return nothing;
  return html`<button
    class="step mute"
    part="step"
    type="button"
    aria-label=${strings.list.mute(name)}
    @click=${() => controls.mute?.(id)}
  >
    ${icon(HIDE)}
  </button>`;
}

function role({ role, roles, type }: EntityDetails, { types, roleUnknown }: Strings): TemplateResult {
  const label = types[type] ?? type;
  const title = role?.title ?? (roles.length > 0 ? roleUnknown : '');
  // "City in north-western Syria" says itself that it is a city.
  const isSaid = title.toLowerCase().includes(label.toLowerCase());
  return html`<p class="role">
    ${isSaid ? nothing : html`<span class="type">${label}</span>`}
    <span class="title" dir="auto">${title}</span>
  </p>`;
}

function now({ title, from }: { title: string; from?: string }, strings: Strings): TemplateResult {
  const since = from ? `, ${strings.since(dateInWords(from, strings.locale))}` : '';
  return html`<p class="now"><span class="label">${strings.list.now}</span> <bdi>${title}</bdi>${since}</p>`;
}

function openGroup(names: readonly OpenName[], row: Row): Part {
  if (names.length === 0) return nothing;
  const { list, types } = row.strings;
  return html`<section class="open" part="section open" aria-labelledby="list-open">
    ${heading('list-open', list.open, names.length, row)}
    <ul role="list">
      ${repeat(
        names,
        ({ text, candidates }) => JSON.stringify([text, ...candidates.map(({ id }) => id)]),
        ({ text, mentions, candidates }) => html`<li
          part="item"
          ?data-current=${positionOf(mentions, row) >= 0}
        >
          ${name(text, mentions, row)} ${steps(text, mentions, row)}
          <p class="role">${list.couldBe}</p>
          <ul class="candidates" role="list">
            ${candidates.map(
              ({ name, role, type }) =>
                html`<li><bdi>${name}</bdi> <span>${role?.title ?? types[type]}</span></li>`,
            )}
          </ul>
        </li>`,
      )}
    </ul>
  </section>`;
}

function mutedGroup(row: Row): Part {
  const { content, strings, controls } = row;
  const muted = content.muted ?? [];
  if (muted.length === 0) return nothing;
  return html`<section class="muted" part="section muted" aria-labelledby="list-muted">
    ${heading('list-muted', strings.list.muted, muted.length, row)}
    <ul role="list">
      ${repeat(
        muted,
        ({ id }) => id,
        ({ id, name }) => html`<li part="item">
          <button class="plain" type="button" @click=${() => controls.unmute?.(id)}>
            ${strings.list.unmute(name)}
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** Where the current mention stands among these, or -1. */
const positionOf = (mentions: readonly number[], { content: { current } }: Row): number =>
  current === null ? -1 : mentions.indexOf(current);
