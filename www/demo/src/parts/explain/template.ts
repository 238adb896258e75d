/** The explanation as a template: six steps from the letters to the entity. */
import { dateInWords, english } from 'namelight/strings';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Mention } from 'namelight';
import type { StandingForm } from './asking.js';
import type { Dropped, Stages } from './stages.js';
import { WORDS } from './words.js';

export interface ExplainState {
  mention: Mention | undefined;
  mentions: readonly Mention[];
  stages: Stages | undefined;
  supports: readonly number[];
  date: string;
  fault: string | undefined;
}

export interface ExplainControls {
  select(position: number): void;
  step(by: 1 | -1): void;
}

/** Of what is not lit, so much is listed. */
const LISTED = 12;

export function explainTemplate(state: ExplainState, controls: ExplainControls): TemplateResult {
  const { mention, stages, fault, mentions } = state;
  if (!mention) {
    return html`<p>${WORDS.none}</p>
      <p class="tools">
        <button type="button" ?disabled=${mentions.length === 0} @click=${() => controls.select(0)}>${WORDS.first}</button>
      </p>`;
  }
  const { steps } = WORDS;
  return html`<p class="tools">
      <button type="button" @click=${() => controls.step(-1)}>${WORDS.previous}</button>
      <button type="button" @click=${() => controls.step(1)}>${WORDS.next}</button>
    </p>
    <p class="status" role="status">${fault === undefined ? (stages ? nothing : WORDS.waiting) : WORDS.fault(fault)}</p>
    ${stages
      ? html`<ol class="stages" role="list">
          ${step(steps.written, written(mention, stages))} ${step(steps.folded, folded(mention, stages))}
          ${step(steps.found, found(stages))} ${step(steps.dropped, dropped(stages))}
          ${step(steps.evidence, evidence(state, controls))} ${step(steps.chosen, chosen(state))}
        </ol>`
      : nothing}`;
}

const step = (title: string, content: TemplateResult): TemplateResult =>
  html`<li>
    <h3>${title}</h3>
    ${content}
  </li>`;

function written({ start, end, kind, confidence }: Mention, { passage }: Stages): TemplateResult {
  const [from, to] = [start - passage.start, end - passage.start];
  const around = 140;
  const cutBefore = from > around ? passage.text.indexOf(' ', from - around) : 0;
  const cutAfter = to + around < passage.text.length ? passage.text.lastIndexOf(' ', to + around) : passage.text.length;
  const as = confidence === 'ambiguous' ? 'ambiguous' : kind;
  return html`<p class="passage" dir="auto">
    ${cutBefore > 0 ? '…' : nothing}${passage.text.slice(cutBefore, from)}<span class=${`mark ${as}`}
      >${passage.text.slice(from, to)}</span
    >${passage.text.slice(to, cutAfter)}${cutAfter < passage.text.length ? '…' : nothing}
  </p>`;
}

function folded({ start, end }: Mention, { words }: Stages): TemplateResult {
  return html`<p class="words" dir="auto">
      ${words.map((word) => html`<span class=${word.start < end && word.end > start ? 'word meant' : 'word'}>${word.folded}</span> `)}
    </p>
    <p class="quiet">${WORDS.folded}</p>`;
}

function found({ found: forms, passage }: Stages): TemplateResult {
  const textOf = ({ start, end }: StandingForm): string =>
    passage.text.slice(start - passage.start, end - passage.start);
  const groups = grouped(forms, ({ start, end, form }) => `${start} ${end} ${form}`);
  return html`<p class="quiet">${WORDS.found(forms.length)}</p>
    <ul role="list">
      ${groups.map(({ first, all }) => html`<li>${named(first, all, textOf(first))}</li>`)}
    </ul>`;
}

/** Those with the same key, in the order of the first of them. */
function grouped<V>(values: readonly V[], keyOf: (value: V) => string): { first: V; all: V[] }[] {
  const groups = new Map<string, { first: V; all: V[] }>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.all.push(value);
    else groups.set(keyOf(value), { first: value, all: [value] });
  }
  return [...groups.values()];
}

const named = ({ form }: StandingForm, all: readonly StandingForm[], text: string): TemplateResult =>
  html`<strong><bdi>${WORDS.names(all.map(({ name }) => name))}</bdi></strong>
    <span class="quiet">${WORDS.as(text, WORDS.forms[form] ?? form)}</span>`;

function dropped({ dropped: here, elsewhere }: Stages): TemplateResult {
  return html`${here.length === 0 ? html`<p>${WORDS.nothingDropped}</p>` : drops(here)}
  ${elsewhere.length === 0 ? nothing : html`<p class="quiet">${WORDS.elsewhere}</p>${drops(elsewhere)}`}`;
}

/** What stands at one place and is dropped for one reason is one entry. */
function drops(all: readonly Dropped[]): TemplateResult {
  const groups = grouped(all, ({ form, reason }) => `${form.start} ${form.end} ${form.form} ${reason}`);
  return html`<ul role="list">
    ${groups.slice(0, LISTED).map(({ first, all: group }) => {
      const forms = group.map(({ form }) => form);
      return html`<li>${named(first.form, forms, first.written)} <span class="reason">${first.reason}</span></li>`;
    })}
  </ul>`;
}

function evidence({ mention, mentions, supports }: ExplainState, { select }: ExplainControls): TemplateResult {
  const others = mention?.candidates ?? [];
  return html`<p>${english.rules[mention?.why ?? ''] ?? mention?.why}</p>
    ${supports.length === 0
      ? nothing
      : html`<p class="quiet">${WORDS.supports}</p>
          <p class="tools">
            ${supports.map(
              (position) => html`<button type="button" @click=${() => select(position)}>${mentions[position]?.text}</button>`,
            )}
          </p>`}
    ${others.length === 0
      ? nothing
      : html`<ul role="list">
          ${others.map(
            ({ name, why }) => html`<li><strong><bdi>${name}</bdi></strong> <span class="reason">${english.rules[why] ?? why}</span></li>`,
          )}
        </ul>`}`;
}

function chosen({ mention, date }: ExplainState): TemplateResult {
  if (!mention) return html``;
  const { name, confidence, candidates, role } = mention;
  if (confidence === 'ambiguous') return html`<p>${WORDS.left([name, ...candidates.map((other) => other.name)])}</p>`;
  return html`<p class="chosen">${WORDS.chosen(name, WORDS.confidences[confidence] ?? confidence)}</p>
    ${role ? html`<p>${WORDS.role(dateInWords(date, WORDS.locale), role.title)}</p>` : nothing}`;
}
