/** The page after installing: where to light names up. Nothing is asked of any site before a choice is made here. */
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { outlets } from '../outlets.js';
import { openPage } from '../page/open-page.js';
import { sentence } from '../page/sentence.js';
import { allow, grantedSites, isEverywhere } from '../page/site.js';
import { allowLabel, NOTHING_CHOSEN, sitePicker, type SiteChoice } from '../page/site-picker.js';
import type { MessageKey } from '../words.js';

const WAYS = ['click', 'chosen', 'everywhere'] as const;
type Way = (typeof WAYS)[number];

const { say } = await openPage('welcome_title');
const granted = await grantedSites();
let way: Way = (await isEverywhere()) ? 'everywhere' : granted.size > 0 ? 'chosen' : 'click';
let choice: SiteChoice = {
  ...NOTHING_CHOSEN,
  chosen: new Set(outlets.filter(({ domains }) => domains.every((domain) => granted.has(domain)))),
};
let outcome = '';
draw();

function draw(): void {
  render(page(), document.body);
}

function page(): TemplateResult {
  return html`<header>
      <p class="wordmark">Namelight</p>
      <h1>${say('welcome_heading')}</h1>
      <p class="lead">${say('welcome_lead')}</p>
      <p class="specimen">${specimen()}</p>
    </header>
    <main>
      <form @submit=${submit}>
        <fieldset class="ways">
          <legend>${say('welcome_where')}</legend>
          ${WAYS.map(wayTemplate)}
        </fieldset>
        ${way === 'chosen' ? sitePicker(choice, say, choose) : nothing}
        <div class="row act">
          <button class="main" ?disabled=${way === 'chosen' && choice.chosen.size === 0}>${label()}</button>
          <p class="hint">${say(`welcome_${way}_asks`)}</p>
        </div>
        <div role="status">
          ${outcome === '' ? nothing : html`<p class="note">${outcome}</p>`}
        </div>
      </form>
      <section class="promise" aria-labelledby="promise">
        <h2 id="promise">${say('welcome_privacy')}</h2>
        <ul role="list">
          ${(['welcome_private1', 'welcome_private2', 'welcome_private3'] as const).map(
            (key) => html`<li>${say(key)}</li>`,
          )}
        </ul>
        <p><a href="options.html">${say('welcome_options')}</a></p>
      </section>
    </main>`;
}

function specimen(): (string | TemplateResult)[] {
  const mark = (as: string, key: MessageKey): TemplateResult => html`<span class="mark ${as}">${say(key)}</span>`;
  return sentence(say('sample_sentence'), {
    actor: mark('actor', 'sample_actor'),
    place: mark('place', 'sample_place'),
    open: mark('ambiguous', 'sample_ambiguous'),
  });
}

function wayTemplate(each: Way): TemplateResult {
  return html`<label class="way">
    <input
      type="radio"
      name="way"
      value=${each}
      .checked=${live(way === each)}
      @change=${() => {
        way = each;
        outcome = '';
        draw();
      }}
    />
    <span>
      <strong>${say(`welcome_${each}`)}</strong>
      <span class="quiet">${say(`welcome_${each}_means`)}</span>
    </span>
  </label>`;
}

function label(): string {
  if (way === 'click') return say('welcome_start');
  if (way === 'everywhere') return say('welcome_allowEverywhere');
  return allowLabel(choice, say);
}

function choose(next: SiteChoice): void {
  choice = next;
  outcome = '';
  draw();
}

/** The browser is asked in the very click, before anything is waited for. */
function submit(event: Event): void {
  event.preventDefault();
  const domains = way === 'chosen' ? [...choice.chosen].flatMap((outlet) => outlet.domains) : [];
  const done = way === 'click' ? 'welcome_ready' : 'welcome_granted';
  allow(way === 'everywhere' ? 'everywhere' : domains).then(
    (given) => tell(say(given ? done : 'welcome_declined')),
    () => tell(say('welcome_declined')),
  );
}

function tell(words: string): void {
  outcome = words;
  draw();
}
