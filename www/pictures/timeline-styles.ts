/** What the timeline looks like beyond what all pictures have. */
export const TIMELINE_RULES = `
.timeline {
  display: block;
  inline-size: 100%;
  block-size: auto;
}
.tick {
  stroke: var(--border);
  stroke-width: 1;
  opacity: 0.55;
}
text {
  text-anchor: start;
}
text.year {
  text-anchor: middle;
  font-size: 11px;
  fill: var(--quiet);
}
text.who {
  font: 600 14px var(--namelight-name-font, Georgia, 'Times New Roman', serif);
}
.ruled {
  stroke: var(--border);
  opacity: 0.5;
}
.bar {
  cursor: pointer;
  outline: none;
}
.bar path {
  fill: color-mix(in srgb, var(--actor) 22%, var(--ground));
}
.bar.place path {
  fill: color-mix(in srgb, var(--place) 22%, var(--ground));
}
.bar.held path {
  fill: var(--actor);
}
.bar.place.held path {
  fill: var(--place);
}
.bar text {
  font-size: 12px;
  pointer-events: none;
}
.bar.held text.inside {
  fill: var(--paper);
  font-weight: 600;
}
.bar:hover path,
.bar:focus-visible path,
.bar[aria-pressed='true'] path {
  stroke: var(--ink);
  stroke-width: 2;
}
.day {
  pointer-events: none;
}
.day line {
  stroke: var(--ink);
  stroke-width: 1.5;
}
.day.written line {
  stroke-dasharray: 4 3;
  stroke: var(--quiet);
}
.day rect {
  fill: var(--ink);
}
.day text {
  text-anchor: middle;
  font-size: 11px;
  font-weight: 600;
  fill: var(--paper);
}
.day.written rect {
  fill: var(--paper);
  stroke: var(--quiet);
  stroke-dasharray: 4 3;
}
.day.written text {
  fill: var(--ink);
}
`;
