/** The options: sections of one page, one of them shown, named in the address behind `#`. */
import { html, render, type TemplateResult } from 'lit-html';
import { stringsOf } from '../card-strings.js';
import { openPage } from '../page/open-page.js';
import { readSettings, watchSettings, writeSettings } from '../settings.js';
import { about } from './about.js';
import { appearance } from './appearance.js';
import { backup } from './backup.js';
import { gazetteers } from './gazetteers.js';
import { language } from './language.js';
import { lookUp } from './look-up.js';
import { own } from './own.js';
import { sites } from './sites.js';
import type { Context, Section } from './section.js';

const { say, settings: first } = await openPage('options_title');
let settings = first;
let problem = '';
let told = '';

const context: Context = {
  say,
  strings: stringsOf(say),
  get settings() {
    return settings;
  },
  write: (changes) =>
    context.attempt(async () => {
      // What is drawn is what was chosen, also while it is written.
      settings = { ...settings, ...changes };
      draw();
      await writeSettings(changes);
    }),
  attempt: async (work) => {
    problem = '';
    try {
      await work();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      settings = await readSettings();
    }
    draw();
  },
  redraw: () => draw(),
  tell: (words) => {
    told = words;
    draw();
  },
};

const SECTIONS = { gazetteers, own, looks: appearance, sites, language, backup, about } satisfies Record<string, Section>;
type Name = keyof typeof SECTIONS | 'look-up';
const NAMES = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
const made = new Map<Name, ReturnType<Section>>();
let shown: Name = 'gazetteers';

watchSettings(() => {
  void readSettings().then((now) => {
    settings = now;
    draw();
  });
});
addEventListener('hashchange', () => route());
route();

/** `#sites`, or `#add=…` and `#look-up=…`, which the context menu opens. */
function route(): void {
  const asked = new URLSearchParams(location.hash.slice(1));
  const added = asked.get('add');
  const sought = asked.get('look-up');
  const name = [...asked.keys()][0] as (typeof NAMES)[number] | undefined;
  shown = added !== null ? 'own' : sought !== null ? 'look-up' : name && NAMES.includes(name) ? name : 'gazetteers';
  draw();
  sectionOf(shown).opened?.(added ?? sought ?? '');
  scrollTo(0, 0);
}

/** A section is made when it is first shown. */
function sectionOf(name: Name): ReturnType<Section> {
  const known = made.get(name);
  if (known) return known;
  const section = (name === 'look-up' ? lookUp : SECTIONS[name])(context);
  made.set(name, section);
  return section;
}

function draw(): void {
  render(page(), document.body);
}

function page(): TemplateResult {
  const link = (name: (typeof NAMES)[number]): TemplateResult => html`<li>
    <a href="#${name}" aria-current=${name === shown ? 'page' : 'false'}>${say(name === 'looks' ? 'looks_title' : name)}</a>
  </li>`;
  return html`<header>
      <p class="wordmark">Namelight</p>
      <h1>${say('options')}</h1>
    </header>
    <nav aria-label=${say('options_sections')}>
      <ul role="list">${NAMES.map(link)}</ul>
    </nav>
    <main>
      <div role="alert">${problem === '' ? '' : html`<p class="note wrong">${say('problem')} <bdi>${problem}</bdi></p>`}</div>
      ${sectionOf(shown).draw()}
      <p class="unseen" role="status">${told}</p>
    </main>`;
}
