/** The state of a page and of its site, and what can be changed about both: for the popup and the side panel. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { dateInWords } from 'namelight/strings';
import type { PageState } from '../protocol.js';
import { counted, type MessageKey, type Words } from '../words.js';
import type { JoinedPage } from './joined-page.js';
import type { SiteRule } from './site.js';

export interface TabState {
  /** The host of the page; undefined where no extension may read it, or none is granted to know it. */
  host: string | undefined;
  page: JoinedPage | undefined;
  /** Turned on, and nothing reported yet. */
  starting: boolean;
  rule: SiteRule;
  /** It runs everywhere, so that a click is needed nowhere. */
  everywhere: boolean;
  /** Why it could not be turned on. */
  fault: string;
}

export interface TabActions {
  turn(on: boolean): void;
  setRule(rule: SiteRule): void;
  setDate(date: string | undefined): void;
}

export function tabControls(state: TabState, say: Words, actions: TabActions): TemplateResult {
  const { host, page, starting, rule, fault } = state;
  const on = page !== undefined || starting;
  const barred = (host === undefined && !on) || (rule === 'never' && !on);
  return html`<section class="state" aria-label=${say('tab_thisPage')}>
    <label class="switch">
      <span>
        <bdi class="host">${host ?? say('tab_thisPage')}</bdi>
        <span class="quiet" role="status">${summary(state, say)}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label=${say('tab_turn')}
        .checked=${live(on)}
        ?disabled=${barred}
        @change=${({ target }: Event) => actions.turn((target as HTMLInputElement).checked)}
      />
    </label>
    ${fault === '' ? nothing : html`<p class="note wrong" role="alert">${fault}</p>`}
    ${host === undefined ? nothing : site(state, say, actions)}
    ${page ? date(page.main, say, actions) : nothing}
  </section>`;
}

/** What there is to say of the page, in a line. */
function summary({ host, page, starting, rule }: TabState, say: Words): string {
  if (page) {
    const of = (kind: string): number => page.members.filter(({ entity }) => entity.kind === kind).length;
    if (page.mentions.length === 0) return say('list_none');
    return say('list_count', counted(say, 'countActors', of('actor')), counted(say, 'countPlaces', of('place')));
  }
  if (starting) return say('tab_starting');
  if (host === undefined) return say('tab_unreadable');
  return say(rule === 'never' ? 'tab_never' : 'tab_off');
}

function site({ rule, everywhere }: TabState, say: Words, actions: TabActions): TemplateResult {
  const rules: readonly SiteRule[] = everywhere ? ['always', 'never'] : ['always', 'click', 'never'];
  return html`<fieldset class="rules">
    <legend>${say('tab_site')}</legend>
    <div>
      ${rules.map(
        (each) => html`<label>
          <input
            type="radio"
            name="rule"
            value=${each}
            .checked=${live(each === rule)}
            @change=${() => actions.setRule(each)}
          />
          <span>${say(`rule_site_${each}` as MessageKey)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

/** The day at which roles are read, where it comes from, and the way back to it. */
function date({ date, found, chosen, checked }: PageState, say: Words, actions: TabActions): TemplateResult {
  const from = chosen
    ? found
      ? say('date_articleSays', dateInWords(found.date, say.locale))
      : say('date_chosen')
    : found
      ? say(`date_from_${found.from.replace('-', '_')}` as MessageKey)
      : say('date_unknown');
  return html`<div class="as-of">
    <label class="field">
      <span>${say('date_label')}</span>
      <input
        type="date"
        .value=${live(date)}
        max=${checked > date ? checked : date}
        @change=${({ target }: Event) => actions.setDate((target as HTMLInputElement).value || undefined)}
      />
    </label>
    <p class="quiet">${from}</p>
    ${chosen
      ? html`<button class="plain" type="button" @click=${() => actions.setDate(undefined)}>${say('date_reset')}</button>`
      : nothing}
  </div>`;
}
