/** Where files are chosen, described, imported with a progress bar, and reported on. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { entityTypes } from '../card-strings.js';
import { counted, type MessageKey } from '../words.js';
import { findingsTable } from './findings.js';
import { jobFormats, keep, planFor, run, type Job, type JobFormat, type Plan } from './import-job.js';
import type { Context } from './section.js';
import { FIELDS, saysName } from './table-columns.js';

export class ImportView {
  readonly #context: Context;
  #job: Job = { state: 'idle' };

  constructor(context: Context) {
    this.#context = context;
  }

  draw(): TemplateResult {
    const { say } = this.#context;
    return html`<section class="import" aria-labelledby="import">
      <h3 id="import">${say('import_title')}</h3>
      <div class="job" data-state=${this.#job.state}>${this.#body(this.#job)}</div>
    </section>`;
  }

  #body(job: Job): TemplateResult {
    const { say } = this.#context;
    switch (job.state) {
      case 'idle':
        return this.#chooser();
      case 'planned':
        return this.#form(job.plan);
      case 'running':
        return this.#progress(job);
      case 'asking':
        return html`<p class="note">${this.#counts(job)}</p>
          ${job.outcome.fault === ''
            ? nothing
            : html`<p class="note wrong">${say('import_brokeOff')} <bdi lang="en">${job.outcome.fault}</bdi></p>`}
          ${findingsTable(job.findings, this.#context)}
          <div class="row">
            <button class="main" type="button" @click=${() => void this.#keep(job)}>
              ${counted(say, 'import_keep', job.outcome.entityCount)}
            </button>
            <button type="button" @click=${() => this.#set({ state: 'idle' })}>${say('import_discard')}</button>
          </div>`;
      case 'kept':
        return html`<p class="note" role="status">
            ${say('import_kept', job.title)} ${job.entityCount > 0 ? counted(say, 'countEntities', job.entityCount) : nothing}
          </p>
          ${findingsTable(job.findings, this.#context)} ${this.#chooser()}`;
      case 'stopped':
        return html`<p class="note" role="status">${say('import_stopped', job.title)}</p>
          ${this.#chooser()}`;
      case 'failed':
        return html`<p class="note wrong" role="alert">
            ${say('import_failed', job.title)} <bdi lang="en">${job.reason}</bdi>
          </p>
          ${findingsTable(job.findings, this.#context)} ${this.#chooser()}`;
    }
  }

  #chooser(): TemplateResult {
    const { say } = this.#context;
    const take = (files: Iterable<File> | null): void => void this.#plan([...(files ?? [])]);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      take(event.dataTransfer?.files ?? null);
    };
    return html`<label class="drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${drop}>
        <span class="button" aria-hidden="true">${say('import_choose')}</span>
        <span class="quiet" id="import-formats">${say('import_formats')}</span>
        <input
          class="unseen"
          type="file"
          multiple
          aria-label=${say('import_choose')}
          aria-describedby="import-formats"
          @change=${({ target }: Event) => take((target as HTMLInputElement).files)}
        />
      </label>`;
  }

  #form(plan: Plan): TemplateResult {
    const { say, strings, settings } = this.#context;
    const set = (change: Partial<Plan>): void => this.#set({ state: 'planned', plan: { ...plan, ...change } });
    const value = ({ target }: Event): string => (target as HTMLInputElement | HTMLSelectElement).value;
    const option = (of: string, label: string, chosen: string): TemplateResult =>
      html`<option value=${of} ?selected=${of === chosen}>${label}</option>`;
    const own = settings.gazetteers.filter(({ id }) => id !== 'base');
    const submit = (event: Event): void => {
      event.preventDefault();
      void run(plan, (job) => this.#set(job));
    };
    return html`<form class="plan" @submit=${submit}>
      <p>${new Intl.ListFormat(say.locale).format(plan.files.map(({ name }) => name))}</p>
      <label class="field">
        <span>${say('import_name')}</span>
        <input type="text" required .value=${live(plan.title)} @input=${(event: Event) => set({ title: value(event) })} />
      </label>
      <label class="field">
        <span>${say('import_format')}</span>
        <select @change=${(event: Event) => set({ format: value(event) as JobFormat })}>
          ${jobFormats.map((format) =>
            option(format, say(`import_format_${format.replace('-', '_')}` as MessageKey), plan.format),
          )}
        </select>
      </label>
      ${plan.format === 'pack'
        ? nothing
        : html`<label class="field">
              <span>${say('import_type')}</span>
              <select @change=${(event: Event) => set({ defaultType: value(event) })}>
                ${option('', say('import_typeNone'), plan.defaultType)}
                ${entityTypes.map((type) => option(type, strings.types[type] ?? type, plan.defaultType))}
              </select>
            </label>
            <label class="field">
              <span>${say('import_checked')}</span>
              <input type="date" .value=${live(plan.checked)} @change=${(event: Event) => set({ checked: value(event) })} />
            </label>`}
      ${plan.titles.length === 0 ? nothing : this.#columns(plan, set)}
      ${own.length === 0
        ? nothing
        : html`<label class="field">
            <span>${say('import_replaces')}</span>
            <select @change=${(event: Event) => set({ replaces: value(event) })}>
              ${option('', say('import_replacesNone'), plan.replaces)}
              ${own.map(({ id, title }) => option(id, say('import_replacesOne', title), plan.replaces))}
            </select>
          </label>`}
      <div class="row">
        <button class="main">${say('import_start')}</button>
        <button class="plain" type="button" @click=${() => this.#set({ state: 'idle' })}>${say('cancel')}</button>
      </div>
    </form>`;
  }

  /** Which column holds what; those with well-known titles need not be told. */
  #columns({ titles, columns }: Plan, set: (change: Partial<Plan>) => void): TemplateResult {
    const { say } = this.#context;
    const give = (field: string, title: string): void => {
      const { [field]: _, ...others } = columns;
      set({ columns: title === '' ? others : { ...others, [field]: title } });
    };
    const select = ([field, label]: (typeof FIELDS)[number]): TemplateResult => html`<label class="field">
      <span>${say(label)}</span>
      <select
        data-field=${field}
        @change=${({ target }: Event) => give(field, (target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${!(field in columns)}>${say('import_columnAuto')}</option>
        ${titles.map((title) => html`<option value=${title} ?selected=${columns[field] === title}>${title}</option>`)}
      </select>
    </label>`;
    return html`<details class="wide" ?open=${!saysName(titles)}>
      <summary>${say('import_columns')}</summary>
      <div class="plan">${FIELDS.map(select)}</div>
    </details>`;
  }

  #progress({ plan, read, total, findings, stop }: Extract<Job, { state: 'running' }>): TemplateResult {
    const { say } = this.#context;
    const part = total === 0 ? 0 : read / total;
    const percent = new Intl.NumberFormat(say.locale, { style: 'percent' }).format(part);
    return html`<p id="importing">${say('import_running', plan.title)}</p>
      <div class="row">
        <progress aria-labelledby="importing" max="1" .value=${part}></progress>
        <span class="quiet percent" aria-hidden="true">${percent}</span>
        <button type="button" ?disabled=${!stop} @click=${stop}>${say('cancel')}</button>
      </div>
      <p class="quiet">${findings.length > 0 ? counted(say, 'import_findings', findings.length) : nothing}</p>`;
  }

  #counts({ outcome }: Extract<Job, { state: 'asking' }>): string {
    const { say } = this.#context;
    const { taken, skipped } = outcome.counts;
    return `${counted(say, 'import_taken', taken)} ${counted(say, 'import_skipped', skipped)}`;
  }

  async #keep({ plan, outcome, findings }: Extract<Job, { state: 'asking' }>): Promise<void> {
    this.#set(await keep(plan, outcome, findings));
  }

  async #plan(files: readonly File[]): Promise<void> {
    const plan = await planFor(files);
    if (plan) this.#set({ state: 'planned', plan });
  }

  #set(job: Job): void {
    this.#job = job;
    this.#context.redraw();
  }
}
