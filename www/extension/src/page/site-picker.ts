/** The list of well-known outlets to choose from: by region, with a search, and a box for a whole region. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { outlets, regions, type Outlet, type Region } from '../outlets.js';
import { counted, type MessageKey, type Words } from '../words.js';

export interface SiteChoice {
  chosen: ReadonlySet<Outlet>;
  find: string;
}

export const NOTHING_CHOSEN: SiteChoice = { chosen: new Set(), find: '' };

export function sitePicker(
  choice: SiteChoice,
  say: Words,
  change: (choice: SiteChoice) => void,
): TemplateResult {
  const shown = outlets.filter((outlet) => fits(outlet, choice.find));
  const groups = regions.map((region) => shown.filter((outlet) => outlet.region === region));
  return html`<div class="picker">
    <label class="field">
      <span>${say('sites_find')}</span>
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${live(choice.find)}
        @input=${({ target }: Event) => change({ ...choice, find: (target as HTMLInputElement).value })}
      />
    </label>
    <p class="quiet" role="status">
      ${choice.find.trim() === '' ? nothing : counted(say, 'sites_found', shown.length)}
    </p>
    <div class="regions" tabindex="0" role="region" aria-label=${say('sites_list')}>
      ${groups.map((group) => (group[0] ? regionTemplate(group[0].region, group, choice, say, change) : nothing))}
    </div>
  </div>`;
}

/** What the button says that asks the browser for what was chosen. */
export const allowLabel = ({ chosen }: SiteChoice, say: Words): string =>
  chosen.size === 0 ? say('sites_choose') : counted(say, 'welcome_allow', chosen.size);

function regionTemplate(
  region: Region,
  shown: readonly Outlet[],
  { chosen, find }: SiteChoice,
  say: Words,
  change: (choice: SiteChoice) => void,
): TemplateResult {
  const count = shown.filter((outlet) => chosen.has(outlet)).length;
  const set = (those: readonly Outlet[], on: boolean): void => {
    const next = new Set(chosen);
    for (const outlet of those) {
      if (on) next.add(outlet);
      else next.delete(outlet);
    }
    change({ chosen: next, find });
  };
  const isOn = ({ target }: Event): boolean => (target as HTMLInputElement).checked;
  const name = say(`region_${region}` as MessageKey);
  return html`<fieldset>
    <legend class="unseen">${name}</legend>
    <label class="region">
      <input
        type="checkbox"
        .checked=${live(count === shown.length)}
        .indeterminate=${live(count > 0 && count < shown.length)}
        @change=${(event: Event) => set(shown, isOn(event))}
      />
      <span>${name}</span>
      <span class="quiet">${say('sites_all')}</span>
    </label>
    <ul role="list">
      ${shown.map(
        (outlet) => html`<li>
          <label>
            <input
              type="checkbox"
              .checked=${live(chosen.has(outlet))}
              @change=${(event: Event) => set([outlet], isOn(event))}
            />
            <span><bdi>${outlet.name}</bdi> <bdi class="quiet">${outlet.domains[0]}</bdi></span>
          </label>
        </li>`,
      )}
    </ul>
  </fieldset>`;
}

function fits({ name, domains }: Outlet, find: string): boolean {
  const wanted = plain(find.trim());
  return wanted === '' || [name, ...domains].some((text) => plain(text).includes(wanted));
}

/** Letters without case and marks, as people type them. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
