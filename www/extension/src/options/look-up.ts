/** Who or what could be meant by a name: a selection that no page could show, or what is typed. Any of it can be muted. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { addressesOf } from '../../../src/links.js';
import type { EntityDetails } from '../../../src/types.js';
import { ask } from '../protocol.js';
import type { Context, Section } from './section.js';

export const lookUp: Section = (context) => {
  const { say } = context;
  let text = '';
  let found: EntityDetails[] | undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement).get('text') as string;
    location.hash = `look-up=${encodeURIComponent(typed.trim())}`;
  };
  return {
    opened: (argument) => {
      text = argument;
      found = undefined;
      context.redraw();
      if (argument === '') return;
      void context.attempt(async () => {
        const { entities } = await ask('look-up', { text: argument });
        // Something else may have been asked for since.
        if (text === argument) found = entities;
      });
    },
    draw: () => html`
      <h2>${text === '' ? say('lookUp') : html`<bdi>${text}</bdi>`}</h2>
      <form class="row" role="search" @submit=${submit}>
        <label class="field grow">
          <span>${say('mutes_text')}</span>
          <input name="text" type="text" required pattern=".*\\S.*" .value=${text} />
        </label>
        <button>${say('lookUp')}</button>
      </form>
      ${found === undefined
        ? nothing
        : found.length > 0
          ? html`<ul class="things" role="list">${repeat(found, ({ id }) => id, (entity) => item(entity, context))}</ul>`
          : html`<p class="lead">${say('lookUp_none')}</p>
              <p><a class="button" href="#add=${encodeURIComponent(text)}">${say('own_add')}</a></p>`}
    `,
  };
};

function item({ id, name, type, role, roles, links }: EntityDetails, context: Context): TemplateResult {
  const { say, strings } = context;
  return html`<li>
    <div>
      <h3><bdi>${name}</bdi></h3>
      <p class="quiet">${strings.types[type] ?? type}</p>
      <p dir="auto">${role?.title ?? (roles.length > 0 ? say('card_roleUnknown') : nothing)}</p>
      <p class="row">
        ${addressesOf(links).map(
          ({ source, address }) => html`<a href=${address} target="_blank" rel="noopener noreferrer">${strings[source]}</a>`,
        )}
      </p>
    </div>
    ${muting(id, name, context)}
  </li>`;
}

/** Leaves an entity alone on all pages, or no more. */
function muting(entity: string, name: string, { say, settings: { mutes }, write }: Context): TemplateResult {
  const others = mutes.filter((mute) => mute.entity !== entity);
  return mutes.length > others.length
    ? html`<button class="plain" type="button" aria-label=${say('mutes_endFor', name)} @click=${() => void write({ mutes: others })}>
        ${say('mutes_end')}
      </button>`
    : html`<button
        class="plain"
        type="button"
        aria-label=${say('mutes_addFor', name)}
        @click=${() => void write({ mutes: [...mutes, { entity, name }] })}
      >
        ${say('mutes_add')}
      </button>`;
}
