/** What the card says of one mention, as a template. It holds no state and asks nobody. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { BACK, CROSS, icon, ON } from './icon.js';
import { addressesOf } from './links.js';
import type { Strings } from './strings.js';
import type { EntityDetails, Links, Mention, Role } from './types.js';
import { dateInWords, monthInWords } from './wording.js';

export interface CardContent {
  mention: Mention;
  entity: EntityDetails;
  /** True where the text leaves open who or what is meant. */
  open: boolean;
  /** Who or what else the mention could stand for, best first. */
  others: EntityDetails[];
  /** The date at which the role is read. */
  date: string;
  /** The day on which the pack's facts were checked. */
  checked: string;
  /** For how many months they have not been checked, once that is long. */
  unchecked: number | undefined;
  /** The mention's position among those of its entity, from 1, and their number. */
  number: number;
  count: number;
  /** What the foot has beside its own. */
  more?: Part | undefined;
}

export interface CardActions {
  close(): void;
  /** Goes to the following or preceding mention of the same entity. */
  step(by: 1 | -1): void;
  /** Hides the entity on this page; not offered for what the text leaves open. */
  mute?(): void;
}

export type Part = TemplateResult | typeof nothing;

export function cardTemplate(
  content: CardContent,
  strings: Strings,
  actions: CardActions,
): TemplateResult {
  const { mention, entity, others } = content;
  if (content.open) return openTemplate(content, strings, actions);
  const type = strings.types[entity.type] ?? strings.kinds[entity.kind];
  return html`
    ${heading(entity.name, type, strings, actions)}
    <div id="said">${roles(content, strings)}</div>
    ${facts(entity, strings)} ${choice(mention, others, strings)} ${links(entity.links, strings)}
    ${foot(content, strings, actions)}
  `;
}

/** Where nothing decided, all who could be meant stand side by side, and none is shown as the one. */
function openTemplate(
  content: CardContent,
  strings: Strings,
  { close, step }: CardActions,
): TemplateResult {
  const { mention, entity, others } = content;
  return html`
    ${heading(mention.text, strings.open, strings, { close })}
    <section id="said">
      <p class="why">${strings.rules[mention.why]}</p>
      ${list([entity, ...others], strings)}
    </section>
    ${foot(content, strings, { step })}
  `;
}

function heading(
  name: string,
  type: string,
  strings: Strings,
  { close }: Pick<CardActions, 'close'>,
): Part {
  return html`<header>
    <p class="type">${type}</p>
    <h2 id="name" dir="auto">${name}</h2>
    <button class="close" type="button" aria-label=${strings.close} @click=${close}>
      ${icon(CROSS)}
    </button>
  </header>`;
}

/** What the entity was on the date, and what it is now. A date stands above what can change only. */
function roles({ entity, date, checked }: CardContent, strings: Strings): Part {
  const { role } = entity;
  if (!role && entity.roles.length === 0) return nothing;
  const changes = !role || role.from || role.to || role.now;
  const day = dateInWords(date, strings.locale);
  return html`<section class="role">
      ${changes && date ? html`<h3>${strings.onDate(day)}</h3>` : nothing}
      ${role
        ? html`<p class="title" dir="auto">${role.title}</p>
            ${period(role, strings)}`
        : html`<p class="period">${strings.roleUnknown}</p>`}
    </section>
    ${role?.now ? now(role.now, checked, strings) : nothing}`;
}

function now(role: NonNullable<Role['now']>, checked: string, strings: Strings): Part {
  return html`<section class="now">
    <h3>${strings.asOf(monthInWords(checked, strings.locale))}</h3>
    <p class="title" dir="auto">${role.title}</p>
    ${period(role, strings)}
  </section>`;
}

function period({ from, to }: { from?: string; to?: string }, strings: Strings): Part {
  const words = (date: string): string => dateInWords(date, strings.locale);
  if (!from && !to) return nothing;
  const text =
    from && to
      ? strings.period(words(from), words(to))
      : from
        ? strings.since(words(from))
        : strings.until(words(to ?? ''));
  return html`<p class="period">${text}</p>`;
}

function facts({ role, in: containers, population }: EntityDetails, strings: Strings): Part {
  const affiliation = role?.ofName && !role.title.includes(role.ofName) ? role.ofName : '';
  const rows: [string, string][] = [
    [strings.affiliation, affiliation],
    [strings.within, containers.map(({ name }) => name).join(', ')],
    [strings.population, population ? population.toLocaleString(strings.locale) : ''],
  ];
  const known = rows.filter(([, value]) => value !== '');
  if (known.length === 0) return nothing;
  return html`<section class="facts">
    <dl>${known.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
  </section>`;
}

function choice(
  { form, why, confidence }: Mention,
  others: readonly EntityDetails[],
  strings: Strings,
): Part {
  const reasons = [
    form === 'name' ? '' : strings.forms[form],
    confidence === 'likely' ? strings.likely : '',
    strings.rules[why],
  ].filter(Boolean);
  if (reasons.length === 0 && others.length === 0) return nothing;
  return html`<section class="choice">
    <h3>${strings.why}</h3>
    <p class="why">${reasons.join(' ')}</p>
    ${others.length === 0
      ? nothing
      : html`<h3 class="also">${strings.candidates}</h3>
          ${list(others, strings)}`}
  </section>`;
}

function list(entities: readonly EntityDetails[], { types }: Strings): Part {
  return html`<ul class="candidates">
    ${entities.map(
      ({ name, role, type }) =>
        html`<li><bdi>${name}</bdi> <span dir="auto">${role?.title ?? types[type]}</span></li>`,
    )}
  </ul>`;
}

function links(all: Links, strings: Strings): Part {
  const safe = addressesOf(all);
  if (safe.length === 0) return nothing;
  return html`<section class="more">
    <ul class="links" aria-label=${strings.links}>
      ${safe.map(({ source, address }) => link(strings[source], address, strings))}
    </ul>
  </section>`;
}

function link(label: string, address: string, { opensElsewhere }: Strings): TemplateResult {
  return html`<li>
    <a href=${address} target="_blank" rel="noopener noreferrer"
      >${label}<span class="unseen">, ${opensElsewhere}</span></a
    >
  </li>`;
}

/** Which mention this is, how old the facts are, and what can be done with both. */
function foot(
  { number, count, entity, open, checked, unchecked, more }: CardContent,
  strings: Strings,
  { step, mute }: Pick<CardActions, 'step' | 'mute'>,
): Part {
  const nowIsSaid = !open && entity.role?.now;
  const lines = [
    // Said above already where the role known last stands beside the one on the date.
    checked && !nowIsSaid ? strings.known(monthInWords(checked, strings.locale)) : '',
    unchecked === undefined ? '' : strings.old(unchecked),
  ].filter(Boolean);
  const isOne = count > 1 && number > 0;
  if (lines.length === 0 && !isOne && !mute && !more) return nothing;
  const button = (label: string, by: 1 | -1, path: string): TemplateResult =>
    html`<button class="step" type="button" aria-label=${label} @click=${() => step(by)}>
      ${icon(path)}
    </button>`;
  return html`<footer>
    ${isOne
      ? html`<div class="steps">
          <p>${strings.position(number, count)}</p>
          ${button(strings.previous, -1, BACK)} ${button(strings.next, 1, ON)}
        </div>`
      : nothing}
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${mute
      ? html`<button class="plain mute" type="button" @click=${mute}>${strings.mute}</button>`
      : nothing}
    ${more}
  </footer>`;
}
