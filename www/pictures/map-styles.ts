/** What the map looks like beyond what all pictures have. */
export const MAP_RULES = `
:host {
  --sea: light-dark(#e3eaec, #1b2529);
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
  stroke: var(--paper);
  stroke-width: 1.25;
}
.admin .dot,
.region .dot,
.water .dot {
  fill: var(--paper);
  stroke: var(--place);
  stroke-width: 2.25;
}
.water text {
  font-style: italic;
  fill: var(--place);
}
.mark text.number {
  fill: var(--paper);
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
.beyond {
  font-size: 0.8125rem;
  line-height: 1.5;
  color: var(--quiet);
}
.beyond .plain {
  margin-inline-end: 0.5rem;
}
.chosen:not(:empty) {
  border-inline-start: 3px dashed var(--place);
}
@media (pointer: coarse) {
  .zoom {
    inline-size: 44px;
    block-size: 44px;
  }
}
@media (forced-colors: active) {
  .map {
    forced-color-adjust: none;
    color-scheme: light dark;
  }
}
@media print {
  .controls {
    display: none;
  }
}
`;
