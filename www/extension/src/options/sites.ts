/** On which sites names are lit by themselves, and on which never: what the browser was granted, and the reader's list. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { entryOf, outlets } from '../outlets.js';
import { allow, domainOf, EVERYWHERE, grant, grantedSites, hostOf, isEverywhere } from '../page/site.js';
import { allowLabel, NOTHING_CHOSEN, sitePicker, type SiteChoice } from '../page/site-picker.js';
import type { Context, Section } from './section.js';

interface Granted {
  everywhere: boolean;
  sites: ReadonlyMap<string, readonly string[]>;
}

export const sites: Section = (context) => {
  const { say } = context;
  let granted: Granted = { everywhere: false, sites: new Map() };
  let choice: SiteChoice = NOTHING_CHOSEN;
  let typed = { always: '', never: '' };
  let outcome = '';

  const look = (): Promise<void> =>
    context.attempt(async () => {
      const [everywhere, sites] = await Promise.all([isEverywhere(), grantedSites()]);
      granted = { everywhere, sites };
      context.redraw();
    });
  chrome.permissions.onAdded.addListener(() => void look());
  chrome.permissions.onRemoved.addListener(() => void look());
  void look();

  /** Asked in the very click: `work` begins with the browser's own question. */
  const ask = (work: () => Promise<boolean>): void => {
    void context.attempt(async () => {
      const given = await work();
      outcome = say(given ? 'sites_done' : 'welcome_declined');
      if (given) choice = NOTHING_CHOSEN;
      await look();
    });
  };
  const takeBack = (domain: string): void => {
    ask(() => chrome.permissions.remove({ origins: [...(granted.sites.get(domain) ?? [])] }));
  };
  const setNever = (never: string[]): void => {
    void context.write({ sites: { ...context.settings.sites, never } });
  };
  const everywhere = ({ target }: Event): void => {
    const on = (target as HTMLInputElement).checked;
    ask(() => (on ? allow('everywhere') : chrome.permissions.remove({ origins: [EVERYWHERE] })));
  };
  const add = (list: 'always' | 'never') => (event: Event): void => {
    event.preventDefault();
    const domain = domainIn(typed[list]);
    if (domain === undefined) {
      outcome = say('sites_noDomain');
      context.redraw();
      return;
    }
    typed = { ...typed, [list]: '' };
    outcome = '';
    if (list === 'always') ask(() => grant([domain]));
    else setNever([...new Set([...context.settings.sites.never, entryOf(domain)])]);
  };
  const adder = (list: 'always' | 'never'): TemplateResult => html`<form class="row" @submit=${add(list)}>
    <label class="field grow">
      <span>${say('sites_domain')}</span>
      <input
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck="false"
        placeholder="example.org"
        dir="ltr"
        .value=${live(typed[list])}
        @input=${({ target }: Event) => {
          typed = { ...typed, [list]: (target as HTMLInputElement).value };
        }}
      />
    </label>
    <button>${say('add')}</button>
  </form>`;

  const draw = (): TemplateResult => html`
    <h2>${say('sites')}</h2>
    <p class="lead">${say('sites_lead')}</p>
    <label class="switch wide">
      <span><strong>${say('sites_everywhere')}</strong> <span class="quiet">${say('sites_everywhereMeans')}</span></span>
      <input type="checkbox" role="switch" .checked=${live(granted.everywhere)} @change=${everywhere} />
    </label>
    <div role="status">${outcome === '' ? nothing : html`<p class="note">${outcome}</p>`}</div>
    <section aria-labelledby="always">
      <h3 id="always">${say('sites_always')}</h3>
      ${list([...granted.sites.keys()], say('sites_none'), context, takeBack)} ${adder('always')}
    </section>
    <section aria-labelledby="never">
      <h3 id="never">${say('sites_never')}</h3>
      ${list(context.settings.sites.never, say('sites_none'), context, (gone) =>
        setNever(context.settings.sites.never.filter((host) => host !== gone)),
      )}
      ${adder('never')}
    </section>
    <section aria-labelledby="outlets">
      <h3 id="outlets">${say('sites_outlets')}</h3>
      ${sitePicker(choice, say, (next) => {
        choice = next;
        context.redraw();
      })}
      <p>
        <button
          class="main"
          type="button"
          ?disabled=${choice.chosen.size === 0}
          @click=${() => ask(() => grant([...choice.chosen].flatMap(({ domains }) => domains)))}
        >
          ${allowLabel(choice, say)}
        </button>
      </p>
    </section>
  `;
  return { draw };
};

function list(
  hosts: readonly string[],
  none: string,
  { say }: Context,
  remove: (host: string) => void,
): TemplateResult {
  if (hosts.length === 0) return html`<p class="quiet">${none}</p>`;
  const named = new Map(outlets.flatMap(({ name, domains }) => domains.map((domain) => [domain, name] as const)));
  return html`<ul class="hosts" role="list">
    ${hosts.map((host) => {
      const shown = host.replace(/^\*\./, '');
      return html`<li>
        <span><bdi>${shown}</bdi> <bdi class="quiet">${named.get(shown)}</bdi></span>
        <button class="plain" type="button" aria-label=${say('sites_removeFor', shown)} @click=${() => remove(host)}>
          ${say('remove')}
        </button>
      </li>`;
    })}
  </ul>`;
}

/** The domain of what was typed: a host, or an address. */
function domainIn(text: string): string | undefined {
  const wanted = text.trim().replace(/^\*\./, '');
  const host = hostOf(wanted.includes('://') ? wanted : `https://${wanted}`);
  return host?.includes('.') ? domainOf(host) : undefined;
}
