/** The imports as a template: where files are dropped, how far each is, and what was found in it. */
import { english } from 'namelight/strings';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ImportFinding } from 'namelight/import';
import type { Import } from './imports.js';
import { EXAMPLE, WORDS } from './words.js';

export interface ImportControls {
  bring(files: readonly File[]): void;
  again(one: Import): void;
  forget(one: Import): void;
  saveFindings(one: Import): void;
  chooseType(type: string): void;
}

/** Findings that are listed; the others can be saved. */
const LISTED = 100;

export function importsTemplate(
  all: readonly Import[],
  defaultType: string,
  controls: ImportControls,
): TemplateResult {
  return html`<h3>${WORDS.bring}</h3>
    <label class="drop" @dragover=${over} @dragleave=${leave} @drop=${dropped(controls)}>
      <span class="what">${WORDS.drop}</span>
      <span class="quiet">${WORDS.formats}</span>
      <input type="file" multiple @change=${chosen(controls)} />
    </label>
    <p class="tools">
      <label class="field">
        <span>${WORDS.type}</span>
        <select @change=${(event: Event) => controls.chooseType((event.target as HTMLSelectElement).value)}>
          ${types(defaultType)}
        </select>
      </label>
    </p>
    <details class="example">
      <summary>${WORDS.example}</summary>
      <pre tabindex="0">${EXAMPLE}</pre>
      <p class="quiet">${WORDS.exampleNote}</p>
    </details>
    <ul class="imports" role="list">
      ${all.map((one) => html`<li data-import=${one.id} data-phase=${one.phase}>${importTemplate(one, controls)}</li>`)}
    </ul>`;
}

export const types = (current: string): TemplateResult[] =>
  Object.entries(english.types).map(
    ([type, words]) => html`<option value=${type} ?selected=${type === current}>${words}</option>`,
  );

function importTemplate(one: Import, controls: ImportControls): TemplateResult {
  const { title, phase, progress, findings, outcome, fault } = one;
  const read = progress?.readBytes ?? 0;
  const all = progress?.totalBytes ?? 1;
  return html`<p class="title">${title}</p>
    ${phase === 'reading'
      ? html`<progress aria-label=${WORDS.reading(title)} max=${all} .value=${read}></progress>`
      : nothing}
    <p role="status">
      ${outcome && phase === 'done' ? WORDS.done(outcome.counts.taken, outcome.counts.skipped) : nothing}
      ${outcome?.fault ? WORDS.fault(outcome.fault.message) : nothing} ${phase === 'stopped' ? WORDS.stopped : nothing}
      ${phase === 'failed' ? (outcome ? WORDS.refused : WORDS.failed)(fault ?? '') : nothing}
    </p>
    <p class="tools">
      ${phase === 'reading'
        ? html`<button type="button" @click=${() => one.stop()}>${WORDS.stop}</button>`
        : html`<button type="button" @click=${() => controls.again(one)}>${WORDS.again}</button>
            <button type="button" @click=${() => controls.forget(one)}>${WORDS.forget}</button>`}
    </p>
    ${findings.length > 0 ? findingsTemplate(one, controls) : nothing}`;
}

function findingsTemplate(one: Import, { saveFindings }: ImportControls): TemplateResult {
  const { findings } = one;
  const { where, what, reason } = WORDS.findingColumns;
  const label = WORDS.findings(findings.length);
  return html`<details class="findings">
    <summary>${label}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table>
        <thead>
          <tr>
            <th scope="col">${where}</th>
            <th scope="col">${what}</th>
            <th scope="col">${reason}</th>
          </tr>
        </thead>
        <tbody>
          ${findings.slice(0, LISTED).map(
            (finding) => html`<tr class=${finding.what}>
              <th scope="row">${placeOf(finding)}</th>
              <td>${WORDS.whats[finding.what] ?? finding.what}</td>
              <td>${finding.reason}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="tools">
      ${findings.length > LISTED ? html`<span>${WORDS.moreFindings(findings.length - LISTED)}</span>` : nothing}
      <button type="button" @click=${() => saveFindings(one)}>${WORDS.saveFindings}</button>
    </p>
  </details>`;
}

export function placeOf({ line, lastLine, entity }: ImportFinding): string {
  if (line === undefined) return entity ?? '–';
  const range = lastLine !== undefined && lastLine !== line ? `${line}–${lastLine}` : String(line);
  return entity ? `${range}, ${entity}` : range;
}

function over(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  (event.currentTarget as Element).classList.add('over');
}

function leave(event: DragEvent): void {
  (event.currentTarget as Element).classList.remove('over');
}

const dropped =
  ({ bring }: ImportControls) =>
  (event: DragEvent): void => {
    leave(event);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    bring(files);
  };

const chosen =
  ({ bring }: ImportControls) =>
  (event: Event): void => {
    const field = event.target as HTMLInputElement;
    bring([...(field.files ?? [])]);
    // So that the same file can be chosen again.
    field.value = '';
  };
