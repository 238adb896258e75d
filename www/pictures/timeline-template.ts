/** The timeline as a template: years, bars, the marked days, what was chosen, and the same as a table. */
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { DatedRole } from '../src/types.js';
import { dateInWords } from '../src/wording.js';
import { BAR_HEIGHT, type PlacedBar, type PlacedRow, type TimelineLayout } from './timeline-layout.js';
import { dayOf, type Row } from './timeline-rows.js';
import type { TimelineStrings } from './timeline-strings.js';

export interface TimelineState {
  layout: TimelineLayout;
  /** All rows, also those that the picture does not show yet. */
  rows: readonly Row[];
  date: string;
  written: string;
  whole: boolean;
  chosen: string | undefined;
  stop: string | undefined;
  /** The width of the words on a marked day. */
  measure(words: string): number;
}

export interface TimelineControls {
  show(id: string): void;
  asOf(date: string): void;
  choose(key: string): void;
  showWhole(whole: boolean): void;
  showMore(): void;
  travel(event: KeyboardEvent): void;
  point(event: MouseEvent): void;
}

export function timelineTemplate(
  state: TimelineState,
  strings: TimelineStrings,
  controls: TimelineControls,
): TemplateResult {
  const { layout, rows, whole } = state;
  if (rows.length === 0) return html`<p class="note">${strings.empty}</p>`;
  const { width, height, left, top, ticks } = layout;
  const range = (label: string, value: boolean): TemplateResult =>
    html`<button type="button" class="plain" aria-pressed=${whole === value} @click=${() => controls.showWhole(value)}>
      ${label}
    </button>`;
  return html`
    <p class="choices">${range(strings.near, false)} ${range(strings.whole, true)}</p>
    <svg
      class="timeline"
      role="group"
      aria-label=${strings.label(layout.rows.length)}
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      @keydown=${controls.travel}
      @click=${controls.point}
    >
      <g aria-hidden="true">
        ${ticks.map(
          ({ x, label }) => svg`<line class="tick" x1=${x} x2=${x} y1=${top - 8} y2=${height} />
            <text class="year" x=${Math.min(width - 16, Math.max(left + 14, x))} y=${top - 14}>${label}</text>`,
        )}
        ${layout.rows.map(({ row, y, nameX, nameY }) => nameTemplate(row, y, nameX, nameY, width))}
      </g>
      ${repeat(layout.rows.flatMap((row) => row.bars.map((bar) => ({ row, bar }))), ({ bar }) => bar.key, ({ row, bar }) => barTemplate(row, bar, state, strings, controls))}
      <g aria-hidden="true">${daysTemplate(state, strings)}</g>
    </svg>
    ${rows.length > layout.rows.length
      ? html`<p class="choices">
          <button type="button" class="plain" @click=${controls.showMore}>
            ${strings.more(rows.length - layout.rows.length)}
          </button>
        </p>`
      : nothing}
    <div class="chosen" role="status">${chosenTemplate(state, strings, controls)}</div>
    <p class="note">${strings.note}</p>
    ${tableTemplate(rows, strings)}
  `;
}

function nameTemplate({ member }: Row, y: number, x: number, nameY: number, width: number): TemplateResult {
  return svg`<line class="ruled" x1="0" x2=${width} y1=${y - 6} y2=${y - 6} />
    <text class="who" x=${x} y=${nameY} dy="0.35em">${member.entity.name}</text>`;
}

function barTemplate(
  { row: { member } }: PlacedRow,
  placed: PlacedBar,
  { date, chosen, stop }: TimelineState,
  strings: TimelineStrings,
  { choose }: TimelineControls,
): TemplateResult {
  const { key, bar, y, label, labelX, inside } = placed;
  const kind = member.entity.kind === 'place' ? ' place' : '';
  const held = holds(bar.role, date) ? ' held' : '';
  return svg`<g
    class=${`bar${kind}${held}`}
    role="button"
    tabindex=${stop === key ? 0 : -1}
    aria-pressed=${chosen === key}
    data-bar=${key}
    aria-label=${strings.bar(member.entity.name, bar.role.title, periodOf(bar.role, strings))}
    @click=${(event: Event) => {
      event.stopPropagation();
      choose(key);
    }}
  >
    <path d=${barPath(placed)} />
    <text class=${inside ? 'inside' : 'outside'} x=${labelX.toFixed(1)} y=${y + BAR_HEIGHT / 2} dy="0.35em">${label}</text>
  </g>`;
}

/** An end without a date is ragged. */
function barPath({ x, y, width, openLeft, openRight }: PlacedBar): string {
  const tooth = Math.min(4, width / 3);
  const step = BAR_HEIGHT / 4;
  const end = x + width;
  const right = openRight ? `l${-tooth} ${step}l${tooth} ${step}l${-tooth} ${step}l${tooth} ${step}` : `v${BAR_HEIGHT}`;
  const left = openLeft ? `l${tooth} ${-step}l${-tooth} ${-step}l${tooth} ${-step}l${-tooth} ${-step}` : '';
  return `M${x.toFixed(1)} ${y}H${end.toFixed(1)}${right}H${x.toFixed(1)}${left}Z`;
}

/** The role on a day, as the picture's bars are drawn: `from` is in it, `to` is not. */
const holds = ({ from, to }: DatedRole, date: string): boolean =>
  (from === undefined || dayOf(from) <= dayOf(date)) && (to === undefined || dayOf(date) < dayOf(to));

function daysTemplate({ layout, date, written, measure }: TimelineState, strings: TimelineStrings): TemplateResult[] {
  const { locale } = strings;
  const same = date === written;
  const day = (name: string, at: string, label: string, top: number): TemplateResult => {
    const x = layout.xOf(dayOf(at));
    const half = measure(label) / 2 + 7;
    const middle = Math.min(layout.width - half - 1, Math.max(layout.left + half + 1, x));
    if (x < layout.left || x > layout.width) return svg``;
    return svg`<g class=${name}>
      <line x1=${x} x2=${x} y1=${top + 18} y2=${layout.height} />
      <rect x=${middle - half} y=${top} width=${2 * half} height="18" />
      <text x=${middle} y=${top + 9} dy="0.35em">${label}</text>
    </g>`;
  };
  const reads = day('day as-of', date, `${strings.asOf} ${dateInWords(date, locale)}`, 0);
  return same ? [reads] : [day('day written', written, strings.written, 22), reads];
}

function chosenTemplate(
  { layout, chosen }: TimelineState,
  strings: TimelineStrings,
  { show, asOf }: TimelineControls,
): TemplateResult | typeof nothing {
  for (const { row, bars } of layout.rows) {
    const placed = bars.find(({ key }) => key === chosen);
    if (!placed) continue;
    const { id, name, kind } = row.member.entity;
    const { role } = placed.bar;
    const [first] = (role.from?.length === 10 && [role.from]) || [];
    return html`<p class="row">
        <button
          type="button"
          class=${kind === 'place' ? 'name place' : 'name'}
          title=${strings.showInText(name)}
          @click=${() => show(id)}
        >
          <bdi>${name}</bdi>
        </button>
        <span class="facts">${role.title}, ${periodOf(role, strings)}</span>
      </p>
      ${first
        ? html`<button type="button" class="plain" @click=${() => asOf(first)}>
            ${strings.readFrom(dateInWords(first, strings.locale))}
          </button>`
        : nothing}`;
  }
  return nothing;
}

function periodOf({ from, to }: DatedRole, strings: TimelineStrings): string {
  const words = (date: string): string => dateInWords(date, strings.locale);
  if (from && to) return strings.period(words(from), words(to));
  if (from) return strings.since(words(from));
  return to ? strings.until(words(to)) : strings.undated;
}

function tableTemplate(rows: readonly Row[], { label, table, columns, locale }: TimelineStrings): TemplateResult {
  const words = (date: string | undefined): string => (date ? dateInWords(date, locale) : '–');
  return html`<details>
    <summary>${table}</summary>
    <div class="table" tabindex="0" role="region" aria-label=${label(rows.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${columns.who}</th>
            <th scope="col">${columns.role}</th>
            <th scope="col">${columns.from}</th>
            <th scope="col">${columns.to}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.flatMap(({ member, bars }) =>
            bars.map(
              ({ role }) => html`<tr>
                <th scope="row"><bdi>${member.entity.name}</bdi></th>
                <td>${role.title}</td>
                <td>${words(role.from)}</td>
                <td>${words(role.to)}</td>
              </tr>`,
            ),
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
