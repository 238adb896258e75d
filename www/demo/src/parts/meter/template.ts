/** The meter as a template: figures, and the comparison as a table with bars. */
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { PageState } from '../../model.js';
import { GIVEN_UP, type Comparison, type Row } from './comparison.js';
import type { Gauge } from './work.js';
import { WORDS } from './words.js';

export interface MeterState {
  page: PageState;
  gauge: Gauge | undefined;
  comparison: Comparison | undefined;
  fault: string | undefined;
}

export interface MeterControls {
  compare(): void;
  stop(): void;
}

export function meterTemplate({ page, gauge, comparison, fault }: MeterState, controls: MeterControls): TemplateResult {
  const { info, text, mentions } = page;
  const known = <V,>(value: V | undefined, words: (value: V) => string): string =>
    value === undefined ? WORDS.unknown : words(value);
  const running = comparison?.running;
  return html`<dl class="figures">
      ${figure(known(info?.nameCount, WORDS.number), WORDS.names, known(info?.entityCount, WORDS.namesOf), 'names')}
      ${figure(known(gauge?.ready, WORDS.milliseconds), WORDS.ready, WORDS.readyFrom, 'ready')}
      ${figure(known(gauge?.memory, WORDS.bytes), WORDS.memory, WORDS.memoryOf, 'memory')}
      ${figure(known(gauge?.textBytes, WORDS.bytes), WORDS.text, WORDS.textOf(text.length), 'text')}
      ${figure(known(gauge?.took, WORDS.precise), WORDS.took, WORDS.mentionsOf(mentions.length), 'took')}
      ${figure(known(gauge && gauge.textBytes / gauge.took / 1000, WORDS.rate), WORDS.speed, WORDS.speedOf, 'rate')}
    </dl>
    <p class="tools">
      <button type="button" class="compare" ?disabled=${page.phase !== 'read' || running !== undefined} @click=${controls.compare}>
        ${WORDS.compare}
      </button>
      ${running === undefined ? nothing : html`<button type="button" @click=${controls.stop}>${WORDS.stop}</button>`}
    </p>
    <p role="status">${running === undefined ? nothing : WORDS.running(WORDS.ways[running] ?? running)}</p>
    ${fault === undefined ? nothing : html`<p class="fault" role="alert">${WORDS.fault(fault)}</p>`}
    ${comparison === undefined ? nothing : comparisonTemplate(comparison)}`;
}

function figure(value: string, what: string, more: string, name: string): TemplateResult {
  return html`<div data-figure=${name}>
    <dt>${what}</dt>
    <dd>${value}</dd>
    <dd class="more">${more}</dd>
  </div>`;
}

function comparisonTemplate({ rows, nameCount, textBytes }: Comparison): TemplateResult {
  const { columns } = WORDS;
  const rates = rows.map(({ timed }) => (timed ? textBytes / timed.took / 1000 : 0));
  const best = Math.max(1, ...rates);
  return html`<p class="lead-in">${WORDS.compareLead(nameCount, WORDS.bytes(textBytes))}</p>
    <div class="scroll" tabindex="0" role="region" aria-label=${WORDS.compare}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.way}</th>
            <th scope="col" class="number">${columns.ready}</th>
            <th scope="col" colspan="2">${columns.rate}</th>
            <th scope="col" class="number">${columns.found}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, number) => rowTemplate(row, rates[number] ?? 0, best))}
        </tbody>
      </table>
    </div>
    <p class="note">${WORDS.note}</p>`;
}

function rowTemplate({ name, timed, fault }: Row, rate: number, best: number): TemplateResult {
  const own = name.startsWith('namelight') ? 'ours' : '';
  const title = html`<th scope="row">${WORDS.ways[name] ?? name}</th>`;
  if (!timed) {
    const words = fault === 'given-up' ? WORDS.givenUp(GIVEN_UP / 1000) : WORDS.failed;
    return html`<tr class=${own} data-way=${name}>${title}<td colspan="4">${words}</td></tr>`;
  }
  return html`<tr class=${own} data-way=${name}>
    ${title}
    <td class="number">${WORDS.milliseconds(timed.ready)}</td>
    <td class="number">${WORDS.rate(rate)}</td>
    <td class="bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect width=${((rate / best) * 100).toFixed(1)} height="10" />`}
      </svg>
    </td>
    <td class="number">${WORDS.number(timed.found)}</td>
  </tr>`;
}
