/** Who or what a selection is, where the context menu asked for what no page could show. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { addressesOf } from '../../../src/links.js';
import type { EntityDetails } from '../../../src/types.js';
import { ask } from '../protocol.js';
import type { Context, Section } from './section.js';

export const lookUp: Section = (context) => {
  const { say } = context;
  let text = '';
  let found: EntityDetails[] | undefined;
  return {
    opened: (argument) => {
      text = argument;
      found = undefined;
      void context.attempt(async () => {
        found = (await ask('look-up', { text })).entities;
      });
    },
    draw: () => html`
      <h2><bdi>${text}</bdi></h2>
      ${found === undefined
        ? nothing
        : found.length > 0
          ? html`<ul class="things" role="list">${found.map((entity) => item(entity, context))}</ul>`
          : html`<p class="lead">${say('lookUp_none')}</p>
              <p><a class="button" href="#add=${encodeURIComponent(text)}">${say('own_add')}</a></p>`}
    `,
  };
};

function item({ name, type, role, roles, links }: EntityDetails, { say, strings }: Context): TemplateResult {
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
  </li>`;
}
