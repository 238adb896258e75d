/** The map as a template: the drawing, its controls, what was chosen, and the same places as a list. */
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { PlacedLabel } from './labels.js';
import type { Drawing } from './map-drawing.js';
import type { Size } from './map-frame.js';
import type { Mark } from './map-marks.js';
import type { MapPlace } from './map-places.js';
import type { MapStrings } from './map-strings.js';

export interface MapState {
  places: readonly MapPlace[];
  drawing: Drawing | undefined;
  size: Size;
  /** The places last chosen. */
  chosen: readonly MapPlace[];
  /** The place of the current mention. */
  current: string | undefined;
  /** The mark that the keyboard is at. */
  stop: string | undefined;
  failed: boolean;
}

export interface MapControls {
  show(id: string): void;
  choose(places: readonly MapPlace[]): void;
  open(mark: Mark): void;
  zoom(by: 1 | -1): void;
  frameMain(): void;
  frameAll(): void;
  travel(event: KeyboardEvent): void;
  grab(event: PointerEvent): void;
}

const PLUS = 'M8 3v10M3 8h10';
const MINUS = 'M3 8h10';

export function mapTemplate(state: MapState, strings: MapStrings, controls: MapControls): TemplateResult {
  if (state.places.length === 0) return html`<p class="note">${strings.empty}</p>`;
  return html`
    ${state.failed ? html`<p class="note" role="alert">${strings.failed}</p>` : picture(state, strings, controls)}
    <div class="chosen" role="status">${state.chosen.map((place) => row(place, strings, controls))}</div>
    ${state.drawing ? beyond(state.drawing, strings, controls) : nothing} ${unplaced(state.places, strings)}
    <details>
      <summary>${strings.list(state.places.length)}</summary>
      <ul>
        ${state.places.map((place) => html`<li>${row(place, strings, controls)}</li>`)}
      </ul>
    </details>
    <p class="note">${strings.size} ${strings.source}</p>
  `;
}

function picture(state: MapState, strings: MapStrings, controls: MapControls): TemplateResult {
  const { drawing, size, places } = state;
  return html`<div class="frame">
    <svg
      class="map"
      role="group"
      aria-label=${strings.label(places.length)}
      viewBox="0 0 ${size.width} ${size.height}"
      width=${size.width}
      height=${size.height}
      @keydown=${controls.travel}
      @pointerdown=${controls.grab}
    >
      ${drawing && land(drawing, size, state, strings, controls)}
    </svg>
    <div class="controls">
      ${button(strings.zoomIn, PLUS, () => controls.zoom(1))} ${button(strings.zoomOut, MINUS, () => controls.zoom(-1))}
    </div>
    <div class="choices">
      <button type="button" class="plain" @click=${controls.frameMain}>${strings.main}</button>
      <button type="button" class="plain" @click=${controls.frameAll}>${strings.all}</button>
    </div>
  </div>`;
}

function button(label: string, path: string, act: () => void): TemplateResult {
  return html`<button type="button" class="zoom" aria-label=${label} title=${label} @click=${act}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>
  </button>`;
}

function land(
  drawing: Drawing,
  size: Size,
  state: MapState,
  strings: MapStrings,
  controls: MapControls,
): TemplateResult {
  const { outlines, rim, scale, globe, marks, countries } = drawing;
  const labels = new Map(drawing.placeLabels.map((label) => [label.key, label]));
  const names = new Map(drawing.countryLabels.map((label) => [label.key, label]));
  return svg`
    <g aria-hidden="true">
      ${rim && svg`<path class="rim" d=${rim} />`}
      ${outlines.map(
        ({ path, place }) => svg`<path
          class=${place ? (place.id === state.current ? 'country mentioned current' : 'country mentioned') : 'country'}
          d=${path}
          @click=${place ? () => controls.choose([place]) : nothing}
        />`,
      )}
      ${drawing.quietLabels.map((label) => text(label, 'quiet'))}
      ${scale && scaleTemplate(scale, size, strings)}
      ${globe && globeTemplate(globe)}
    </g>
    ${countries.map((place) => countryTemplate(place, names.get(place.id), state, strings, controls))}
    ${marks.map((mark) => markTemplate(mark, labels.get(mark.lead.id), state, strings, controls))}
  `;
}

function countryTemplate(
  place: MapPlace,
  label: PlacedLabel | undefined,
  { stop, current }: MapState,
  strings: MapStrings,
  controls: MapControls,
): TemplateResult | typeof nothing {
  if (!label) return nothing;
  return svg`<g
    class=${place.id === current ? 'area current' : 'area'}
    role="button"
    tabindex=${stop === place.id ? 0 : -1}
    data-place=${place.id}
    aria-label=${described(place, strings)}
    @click=${() => controls.choose([place])}
  >${text(label, '')}</g>`;
}

function markTemplate(
  mark: Mark,
  label: PlacedLabel | undefined,
  { stop, current }: MapState,
  strings: MapStrings,
  controls: MapControls,
): TemplateResult {
  const { lead, places, x, y, radius } = mark;
  const several = places.length > 1;
  const names = several
    ? strings.several(new Intl.ListFormat(strings.locale).format(places.map(({ name }) => name)))
    : described(lead, strings);
  const isCurrent = places.some(({ id }) => id === current);
  return svg`<g
    class=${`mark ${several ? 'several' : lead.type}${isCurrent ? ' current' : ''}`}
    role="button"
    tabindex=${stop === lead.id ? 0 : -1}
    data-place=${lead.id}
    aria-label=${names}
    @click=${() => controls.open(mark)}
  >
    <title>${names}</title>
    <circle class="reach" cx=${x} cy=${y} r=${Math.max(12, radius + 4)} />
    <circle class="dot" cx=${x} cy=${y} r=${radius} />
    ${several ? svg`<text class="number" x=${x} y=${y} dy="0.35em">${places.length}</text>` : nothing}
    ${label ? text(label, '') : nothing}
  </g>`;
}

const text = ({ text, x, y }: PlacedLabel, name: string): TemplateResult =>
  svg`<text class=${name} x=${x.toFixed(1)} y=${y.toFixed(1)} dy="0.35em">${text}</text>`;

function scaleTemplate(
  { kilometres, width }: { kilometres: number; width: number },
  { height }: Size,
  strings: MapStrings,
): TemplateResult {
  const y = height - 12;
  return svg`<path class="scale" d=${`M12 ${y - 4}v4h${width.toFixed(1)}v-4`} />
    <text class="length" x="12" y=${y - 8}>${strings.kilometres(kilometres)}</text>`;
}

function globeTemplate({ sphere, land, frame, x, y }: Drawing['globe'] & object): TemplateResult {
  return svg`<g class="globe" transform=${`translate(${x} ${y})`}>
    <path class="sphere" d=${sphere} /><path class="ground" d=${land} /><path class="here" d=${frame} />
  </g>`;
}

const described = ({ name, role, count }: MapPlace, strings: MapStrings): string =>
  strings.place(name, role, strings.mentioned(count));

function row(place: MapPlace, strings: MapStrings, { show }: MapControls): TemplateResult {
  const { id, name, role, count } = place;
  return html`<p class="row">
    <button type="button" class="name place" title=${strings.showInText(name)} @click=${() => show(id)}>
      <bdi>${name}</bdi>
    </button>
    <span class="facts">${[role, strings.mentioned(count)].filter(Boolean).join(', ')}</span>
  </p>`;
}

function beyond({ beyond: others }: Drawing, strings: MapStrings, { choose }: MapControls): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  return html`<p class="beyond">
    ${strings.beyond}
    ${others.map(
      (place) => html`<button type="button" class="plain" @click=${() => choose([place])}><bdi>${place.name}</bdi></button> `,
    )}
  </p>`;
}

function unplaced(places: readonly MapPlace[], { unplaced: heading, locale }: MapStrings): TemplateResult | typeof nothing {
  const names = places.filter(({ at, country }) => !at && !country).map(({ name }) => name);
  if (names.length === 0) return nothing;
  return html`<p class="beyond">${heading} ${new Intl.ListFormat(locale).format(names)}</p>`;
}
