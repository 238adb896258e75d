/** The map's looks within its shadow root; it follows the page's `color-scheme` and the colours of the package. */
export const MAP_RULES = `
:host {
  display: block;
  font-family: var(--namelight-font, system-ui, sans-serif);
  --ink: light-dark(#1d1b18, #e9e4da);
  --quiet: var(--namelight-quiet, light-dark(#5e574d, #ada597));
  --sea: light-dark(#e3eaec, #1b2529);
  --ground: light-dark(#faf7f0, #2b2824);
  --border: light-dark(#b9b1a3, #5d564c);
  --lit: light-dark(#efdfb9, #554830);
  --place: var(--namelight-place, light-dark(#1f6076, #79c3dd));
  --on-place: light-dark(#fffdf9, #171512);
}
:host([hidden]) {
  display: none;
}
p,
ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.frame {
  position: relative;
}
.map {
  display: block;
  inline-size: 100%;
  block-size: auto;
  background: var(--sea);
  cursor: grab;
  touch-action: pan-y pinch-zoom;
  user-select: none;
  -webkit-user-select: none;
}
.map:active {
  cursor: grabbing;
}
.rim {
  fill: none;
  stroke: var(--border);
}
.country {
  fill: var(--ground);
  stroke: var(--border);
  stroke-width: 0.75;
  stroke-linejoin: round;
}
.country.mentioned {
  fill: var(--lit);
  cursor: pointer;
}
.country.current {
  stroke: var(--place);
  stroke-width: 1.75;
}
text {
  direction: ltr;
  text-anchor: middle;
  fill: var(--ink);
  font-size: 12.5px;
  paint-order: stroke;
  stroke: var(--ground);
  stroke-width: 3px;
  stroke-linejoin: round;
}
.area text {
  font-size: 12px;
  font-weight: 600;
  letter-spacing: 1.1px;
  stroke: var(--lit);
}
text.quiet {
  fill: var(--quiet);
  font-size: 11px;
  letter-spacing: 1.1px;
  pointer-events: none;
}
.mark,
.area {
  cursor: pointer;
  outline: none;
}
.mark text {
  font-weight: 600;
}
.reach {
  fill: transparent;
}
.dot {
  fill: var(--place);
  stroke: var(--on-place);
  stroke-width: 1.25;
}
.admin .dot,
.region .dot,
.water .dot {
  fill: var(--on-place);
  stroke: var(--place);
  stroke-width: 2.25;
}
.water text {
  font-style: italic;
  fill: var(--place);
}
.mark text.number {
  fill: var(--on-place);
  stroke: none;
  font-size: 12px;
  font-weight: 700;
}
.mark:hover text,
.area:hover text {
  text-decoration: underline;
}
.mark.current .dot {
  stroke: var(--ink);
  stroke-width: 2.5;
}
.mark:focus-visible .reach {
  stroke: var(--ink);
  stroke-width: 2;
}
.area:focus-visible text {
  text-decoration: underline 2px;
  fill: var(--place);
}
.scale {
  fill: none;
  stroke: var(--ink);
  stroke-width: 1.25;
}
text.length {
  text-anchor: start;
  font-size: 11px;
  stroke: var(--sea);
}
.sphere {
  fill: var(--sea);
  stroke: var(--border);
}
.ground {
  fill: var(--border);
}
.here {
  fill: none;
  stroke: var(--namelight-actor, light-dark(#a3341f, #f0937c));
  stroke-width: 2;
}
.controls {
  position: absolute;
  inset-block-start: 8px;
  inset-inline-end: 8px;
  display: grid;
  border: 1px solid var(--border);
  background: var(--ground);
}
button {
  all: unset;
  box-sizing: border-box;
  cursor: pointer;
}
.zoom {
  display: grid;
  place-items: center;
  inline-size: 30px;
  block-size: 30px;
  color: var(--ink);
}
.zoom + .zoom {
  border-block-start: 1px solid var(--border);
}
.zoom svg {
  inline-size: 14px;
  block-size: 14px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
}
.zoom:hover {
  background: var(--lit);
}
.frames {
  display: flex;
  gap: 0.9rem;
  padding-block: 0.4rem;
}
.frames .plain,
.beyond .plain {
  font-size: 0.8125rem;
  text-decoration: underline 1px;
  text-underline-offset: 0.2em;
  padding-block: 0.2rem;
}
.beyond .plain {
  margin-inline-end: 0.5rem;
}
button:focus-visible,
summary:focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 1px;
}
.chosen:not(:empty) {
  border-inline-start: 3px dashed var(--place);
  padding-inline-start: 0.65rem;
  margin-block: 0.25rem 0.5rem;
}
.row {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 0.6rem;
  padding-block: 0.15rem;
}
.name {
  font: 600 1rem/1.5 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
  text-decoration: underline dashed var(--place) 1.5px;
  text-underline-offset: 0.2em;
}
.facts,
.beyond,
.note,
summary {
  font-size: 0.8125rem;
  line-height: 1.5;
  color: var(--quiet);
}
summary {
  inline-size: fit-content;
  cursor: pointer;
  padding-block: 0.3rem;
}
li {
  border-block-start: 1px solid color-mix(in srgb, currentColor 18%, transparent);
}
@media (pointer: coarse) {
  .zoom {
    inline-size: 44px;
    block-size: 44px;
  }
  .frames .plain,
  .beyond .plain,
  .name,
  summary {
    padding-block: 0.6rem;
  }
}
@media (forced-colors: active) {
  .map {
    forced-color-adjust: none;
    color-scheme: light dark;
  }
}
@media print {
  .controls,
  .frames,
  details {
    display: none;
  }
}
`;
