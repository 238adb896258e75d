/** What the cast list says of a page, as a template. It holds no state and asks nobody. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import {
  chosen,
  chosenOpen,
  stepFrom,
  type CastChoice,
  type CastContent,
  type OpenName,
} from './cast-list-choice.js';
import { filters } from './cast-list-filters.js';
import { BACK, icon, ON } from './icon.js';
import type { Strings } from './strings.js';
import type { EntityDetails, Kind } from './types.js';
import type { CastMember } from './view.js';
import { dateInWords } from './wording.js';

/** What the list can ask for. */
export interface CastActions {
  /** Makes a mention current; `focus` asks that the keyboard's focus goes there too. */
  go(position: number, focus: boolean): void;
  /** Shows an entity again that was hidden. */
  unmute?(id: string): void;
}

/** What the template tells of its own controls. */
export interface CastControls extends CastActions {
  choose(change: Partial<CastChoice>): void;
}

type Part = TemplateResult | typeof nothing;

const KINDS = ['actor', 'place'] as const;

export function castTemplate(
  content: CastContent,
  choice: CastChoice,
  level: number,
  strings: Strings,
  controls: CastControls,
): TemplateResult {
  const { list } = strings;
  const row: Row = { content, level, strings, controls };
  const groups = KINDS.map((kind) => ({
    kind,
    members: chosen(content, kind, choice, strings.locale),
  }));
  const open = chosenOpen(content, choice);
  const empty = open.length === 0 && groups.every(({ members }) => members.length === 0);
  const all = content.members.length + content.open.length;
  return html`
    ${all > 1 ? filters(content.members, choice, strings, controls.choose) : nothing}
    ${content.members.length > 0 && content.date
      ? html`<p class="date">${strings.onDate(dateInWords(content.date, strings.locale))}</p>`
      : nothing}
    ${groups.map(({ kind, members }) => group(kind, members, row))} ${openGroup(open, row)}
    ${all === 0 ? html`<p class="none">${list.none}</p>` : nothing}
    ${empty && all > 0
      ? html`<p class="none">
          ${list.noneShown}
          <button class="plain" type="button" @click=${() => controls.choose({ show: 'all', find: '' })}>
            ${list.showAll}
          </button>
        </p>`
      : nothing}
    ${mutedGroup(row)}
  `;
}

/** What every row needs besides its entity. */
interface Row {
  content: CastContent;
  level: number;
  strings: Strings;
  controls: CastControls;
}

function heading(id: string, label: string, count: number, { level, strings }: Row): TemplateResult {
  return html`<h3 id=${id} aria-level=${level} part="heading">
    <span class="mark">${label}</span> <span class="number">${count.toLocaleString(strings.locale)}</span>
  </h3>`;
}

function group(kind: Kind, members: CastMember[], row: Row): Part {
  if (members.length === 0) return nothing;
  return html`<section class=${kind} part="section ${kind}" aria-labelledby=${`list-${kind}`}>
    ${heading(`list-${kind}`, row.strings.list.kinds[kind], members.length, row)}
    <ul role="list">
      ${repeat(
        members,
        ({ entity }) => entity.id,
        (member) => item(member, row),
      )}
    </ul>
  </section>`;
}

function item({ entity, mentions }: CastMember, row: Row): TemplateResult {
  const { list } = row.strings;
  const first = row.content.mentions[mentions[0] ?? -1]?.text ?? entity.name;
  return html`<li part="item" data-entity=${entity.id} ?data-current=${isCurrent(mentions, row)}>
    ${name(entity.name, mentions, row)} ${steps(entity.name, mentions, row)}
    ${role(entity, row.strings)} ${entity.role?.now ? now(entity.role.now, row.strings) : nothing}
    ${first === entity.name ? nothing : html`<p class="first">${list.firstAs(first)}</p>`}
  </li>`;
}

/** Goes to the first mention: with the keyboard's focus where the keyboard was used. */
function name(text: string, mentions: readonly number[], row: Row): TemplateResult {
  const { strings, controls } = row;
  return html`<button
    class="name"
    part="name"
    type="button"
    aria-current=${isCurrent(mentions, row) ? 'true' : nothing}
    @click=${({ detail }: MouseEvent) => controls.go(mentions[0] ?? -1, detail === 0)}
  >
    <bdi>${text}</bdi><span class="unseen">, ${strings.list.mentioned(mentions.length)}</span>
  </button>`;
}

/** The number of mentions, and from one to the next where there are several; the focus stays here. */
function steps(text: string, mentions: readonly number[], { content, strings, controls }: Row): Part {
  const { list, locale } = strings;
  const count = mentions.length.toLocaleString(locale);
  if (mentions.length < 2) return html`<p class="count" aria-hidden="true">${count}</p>`;
  const at = mentions.indexOf(content.current ?? -1);
  const button = (label: string, by: 1 | -1, path: string): TemplateResult => html`<button
    class="step"
    part="step"
    type="button"
    data-by=${by}
    aria-label=${label}
    @click=${() => controls.go(stepFrom(content.current, mentions, by) ?? -1, false)}
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
  return html`<p class="now"><span class="label">${strings.list.now}</span> ${title}${since}</p>`;
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
          ?data-current=${isCurrent(mentions, row)}
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

const isCurrent = (mentions: readonly number[], { content }: Row): boolean =>
  content.current !== null && mentions.includes(content.current);
