/** The cast list's own controls: which entities it shows, in which order, and a field to find one. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { typesOf, type CastChoice, type CastOrder } from './cast-list-choice.js';
import type { Strings } from './strings.js';
import type { Kind } from './types.js';
import type { CastMember } from './view.js';

/** A list longer than this can be searched. */
const LONG = 15;

/** The fields that choose; the one for searching only where the list is long. */
export function filters(
  members: readonly CastMember[],
  { show, order, find }: CastChoice,
  { list, types, locale }: Strings,
  choose: (change: Partial<CastChoice>) => void,
): TemplateResult {
  const option = (value: string, label: string, chosenValue: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosenValue}>${label}</option>`;
  const kindOptions = (kind: Kind): TemplateResult | typeof nothing => {
    const found = typesOf(members, kind);
    if (found.length === 0) return nothing;
    return html`<optgroup label=${list.kinds[kind]}>
      ${option(kind, list.allOf[kind], show)}
      ${found.map(([type, count]) =>
        option(type, `${types[type] ?? type} (${count.toLocaleString(locale)})`, show),
      )}
    </optgroup>`;
  };
  const value = ({ target }: Event): string => (target as HTMLSelectElement | HTMLInputElement).value;
  const setOrder = (event: Event): void => choose({ order: value(event) as CastOrder });
  return html`<form
    class="filters"
    part="filters"
    role="search"
    @submit=${(event: Event) => event.preventDefault()}
  >
    ${members.length > LONG || find !== ''
      ? html`<label class="find">
          <span>${list.find}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${find}
            @input=${(event: Event) => choose({ find: value(event) })}
          />
        </label>`
      : nothing}
    <label>
      <span>${list.show}</span>
      <select class="show" @change=${(event: Event) => choose({ show: value(event) })}>
        ${option('all', list.everything, show)} ${(['actor', 'place'] as const).map(kindOptions)}
      </select>
    </label>
    <label>
      <span>${list.order}</span>
      <select class="order" @change=${setOrder}>
        ${(['text', 'count', 'name'] as const).map((key) => option(key, list.orders[key], order))}
      </select>
    </label>
  </form>`;
}
