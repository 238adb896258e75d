/** How the classes look: colour and line of each, with a preview on light and on dark ground. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import { DEFAULTS, type Line, type Look, type LookedClass } from '../settings.js';
import type { MessageKey } from '../words.js';
import { sentence } from '../page/sentence.js';
import { contrast } from './contrast.js';
import type { Context, Section } from './section.js';

const CLASSES: readonly LookedClass[] = ['actor', 'place', 'ambiguous'];
const LINES: readonly Line[] = ['solid', 'dashed', 'dotted', 'double', 'wavy', 'none'];
/** The colours where none is chosen, and the grounds that they stand on. */
const GROUNDS = {
  light: { ground: '#ffffff', ink: '#1d1b18', actor: '#a3341f', place: '#1f6076', ambiguous: '#1d1b18' },
  dark: { ground: '#171512', ink: '#e9e4da', actor: '#f0937c', place: '#79c3dd', ambiguous: '#e9e4da' },
} as const;
/** A line that is fainter than this against its ground is hard to see (WCAG 1.4.11). */
const LEGIBLE = 3;

export const appearance: Section = (context) => ({
  draw: () => html`
    <h2>${context.say('looks_title')}</h2>
    <p class="lead">${context.say('looks_lead')}</p>
    <div class="grounds">
      ${(['light', 'dark'] as const).map((ground) => preview(ground, context))}
    </div>
    ${CLASSES.map((as) => controls(as, context))}
    <p>
      <button type="button" @click=${() => context.write({ appearance: DEFAULTS.appearance })}>
        ${context.say('looks_reset')}
      </button>
    </p>
  `,
});

function preview(name: 'light' | 'dark', { say, settings }: Context): TemplateResult {
  const ground = GROUNDS[name];
  const look = (as: LookedClass) => (element?: Element) => {
    if (!(element instanceof HTMLElement)) return;
    const { line, colour } = settings.appearance[as];
    element.style.textDecoration = line === 'none' ? 'none' : `underline ${line} ${colour || ground[as]} 2px`;
  };
  const paint = (element?: Element): void => {
    if (!(element instanceof HTMLElement)) return;
    element.style.background = ground.ground;
    element.style.color = ground.ink;
  };
  const word = (as: LookedClass): TemplateResult =>
    html`<span class="sample" data-as=${as} ${ref(look(as))}>${say(`sample_${as}` as MessageKey)}</span>`;
  return html`<figure class="ground" data-ground=${name} ${ref(paint)}>
    <figcaption>${say(name === 'light' ? 'looks_light' : 'looks_dark')}</figcaption>
    <p>${sentence(say('sample_sentence'), { actor: word('actor'), place: word('place'), open: word('ambiguous') })}</p>
  </figure>`;
}

function controls(as: LookedClass, { say, settings, write }: Context): TemplateResult {
  const { appearance } = settings;
  const look = appearance[as];
  const set = (change: Partial<Look>): void =>
    void write({ appearance: { ...appearance, [as]: { ...look, ...change } } });
  const value = ({ target }: Event): string => (target as HTMLInputElement | HTMLSelectElement).value;
  const name = { actor: say('actors'), place: say('places'), ambiguous: say('leftOpen') }[as];
  const faint = look.colour === '' ? [] : (['light', 'dark'] as const).filter(
    (ground) => contrast(look.colour, GROUNDS[ground].ground) < LEGIBLE,
  );
  const remarks = [
    ...(look.line === 'none' ? [say('looks_invisible')] : []),
    ...faint.map((ground) => say(ground === 'light' ? 'looks_faintLight' : 'looks_faintDark')),
  ];
  return html`<fieldset class="look" data-class=${as}>
    <legend>${name}</legend>
    <label class="field">
      <span>${say('looks_line')}</span>
      <select @change=${(event: Event) => set({ line: value(event) as Line })}>
        ${LINES.map((line) => html`<option value=${line} ?selected=${line === look.line}>
          ${say(`line_${line}` as MessageKey)}
        </option>`)}
      </select>
    </label>
    <label class="field">
      <span>${say('looks_colour')}</span>
      <input
        type="color"
        .value=${live(look.colour || GROUNDS.light[as])}
        @change=${(event: Event) => set({ colour: value(event) })}
      />
    </label>
    <button
      class="plain"
      type="button"
      ?disabled=${look.colour === ''}
      aria-label=${say('looks_automaticFor', name)}
      @click=${() => set({ colour: '' })}
    >
      ${say('looks_automatic')}
    </button>
    <div class="hint" role="status">${remarks.length > 0 ? remarks.join(' ') : nothing}</div>
  </fieldset>`;
}
