/** The cast of the report: who and where, in which role on the date, how often, and what changed since. */
import type { CastMember, Kind, View } from 'namelight';
import { dateInWords, english } from 'namelight/strings';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { element } from './element.js';

const HEADINGS: Record<Kind, string> = { actor: 'Actors', place: 'Places' };

export function showCast(view: View): void {
  const groups = (['actor', 'place'] as const).map((kind) => group(view, kind));
  element('waiting').hidden = true;
  render(groups, element('cast'));
  element('changes').textContent = changes(view);
}

function group(view: View, kind: Kind): TemplateResult {
  const members = view.entities.filter(({ entity }) => entity.kind === kind);
  const sorted = members.toSorted((a, b) => b.mentions.length - a.mentions.length);
  return html`<section class=${kind} aria-labelledby="cast-${kind}">
    <h3 id="cast-${kind}"><span class="mark ${kind}">${HEADINGS[kind]}</span> ${members.length}</h3>
    <ul>
      ${sorted.map((member) => item(view, member))}
    </ul>
  </section>`;
}

function item(view: View, { entity, mentions }: CastMember): TemplateResult {
  const times = mentions.length === 1 ? 'mentioned once' : `mentioned ${mentions.length} times`;
  // The keyboard goes to the mention; a pointer stays where it is.
  const jump = ({ detail }: MouseEvent): void => {
    view.select(mentions[0] ?? null, { scroll: true, focus: detail === 0 });
  };
  const type = english.types[entity.type] ?? entity.type;
  const title = entity.role?.title ?? '';
  // "City in north-western Syria" says itself that it is a city.
  const typeIsSaid = title.toLowerCase().includes(type.toLowerCase());
  return html`<li data-entity=${entity.id}>
    <button class="name" type="button" @click=${jump}>
      ${entity.name}<span class="unseen">, ${times}</span>
    </button>
    <span class="count" aria-hidden="true">${mentions.length}</span>
    <p class="role">
      ${typeIsSaid ? nothing : html`<span class="type">${type}</span>`}
      <span class="title">${title}</span>
    </p>
    ${entity.role?.now ? now(entity.role.now) : nothing}
  </li>`;
}

function now({ title, from }: { title: string; from?: string }): TemplateResult {
  const since = from ? `, ${english.since(dateInWords(from, english.locale))}` : '';
  return html`<p class="now"><span class="label">Now</span> ${title}${since}</p>`;
}

function changes({ entities }: View): string {
  const changed = entities.filter(({ entity }) => entity.role?.now);
  if (changed.length === 0) return 'Nothing here is known to have changed since then.';
  const names = new Intl.ListFormat(english.locale).format(changed.map(({ entity }) => entity.name));
  return `Changed since then: ${names}.`;
}
