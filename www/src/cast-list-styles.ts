/**
 * The looks of the cast list inside its shadow root. Letters and their colour are those of the page
 * around it; a page changes the rest with the custom properties read here and with the parts `list`,
 * `filters`, `section`, `heading`, `item`, `name` and `step`.
 */
export const CAST_LIST_RULES = `
:host {
  display: block;
  container-type: inline-size;
  font-family: var(--namelight-font, system-ui, sans-serif);
}
:host([hidden]) {
  display: none;
}
.list {
  --quiet: var(--namelight-quiet, color-mix(in srgb, currentColor 78%, transparent));
  --rule: var(--namelight-rule, color-mix(in srgb, currentColor 20%, transparent));
  --field: var(--namelight-card, light-dark(#fffdf8, #24211e));
  --class: currentColor;
  font-size: 1em;
  line-height: 1.45;
  text-align: start;
}
.actor {
  --class: var(--namelight-actor, light-dark(#a3341f, #f0937c));
}
.place {
  --class: var(--namelight-place, light-dark(#1f6076, #79c3dd));
}
h3,
p,
ul {
  margin: 0;
  padding: 0;
  font: inherit;
}
ul {
  list-style: none;
}
.filters {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
  gap: 0.5em 0.75em;
  padding-block: 0.25em 0.75em;
}
.find {
  grid-column: 1 / -1;
}
label span {
  display: block;
  font-size: 0.75em;
  line-height: 1.6;
  color: var(--quiet);
}
select,
input {
  box-sizing: border-box;
  inline-size: 100%;
  min-block-size: 2.15em;
  margin: 0;
  padding: 0.2em 0.4em;
  border: 1px solid var(--quiet);
  border-radius: 2px;
  background-color: var(--field);
  color: light-dark(#1c1a17, #ebe7df);
  font: inherit;
  font-size: 0.875em;
  line-height: 1.4;
}
.date {
  font-size: 0.8125em;
  color: var(--quiet);
}
section {
  padding-block-end: 0.75em;
}
h3 {
  display: flex;
  align-items: baseline;
  gap: 0.6em;
  padding-block: 0.7em 0.35em;
  font-size: 0.9375em;
}
.mark {
  font-weight: 600;
  text-decoration: underline solid var(--class) 2px;
  text-underline-offset: 0.3em;
}
.place .mark {
  text-decoration-style: dashed;
}
.open .mark {
  text-decoration-style: dotted;
}
.muted .mark {
  text-decoration: none;
}
.number,
.count {
  color: var(--quiet);
  font-size: 0.8125em;
  font-variant-numeric: tabular-nums;
}
section > ul > li {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  column-gap: 0.75em;
  align-items: center;
  padding: 0.4em 0 0.55em;
  border-block-start: 1px solid var(--rule);
}
section > ul > li:has(> .mute) {
  grid-template-columns: minmax(0, 1fr) auto auto;
}
.mute {
  margin-inline-start: -0.5em;
}
/* A long list draws what is in sight. */
li:nth-last-child(n + 60),
li:nth-last-child(n + 60) ~ li {
  content-visibility: auto;
  contain-intrinsic-block-size: auto 5em;
}
li > p,
li > ul {
  grid-column: 1 / -1;
  font-size: 0.8125em;
  line-height: 1.45;
}
li > .count {
  grid-column: auto;
}
li[data-current] {
  padding-inline-start: 0.6em;
  border-inline-start: 3px solid var(--class);
}
.place > ul > li[data-current] {
  border-inline-start-style: dashed;
}
.open > ul > li[data-current] {
  border-inline-start-style: dotted;
}
.name,
.step,
.plain {
  all: unset;
  box-sizing: border-box;
  cursor: pointer;
}
.name {
  justify-self: start;
  padding-block: 0.1em;
  font: 600 1.0625em/1.35 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
  overflow-wrap: anywhere;
}
.name:hover bdi,
.plain {
  text-decoration: underline 1px;
  text-underline-offset: 0.2em;
}
.plain {
  justify-self: start;
  padding-block: 0.3em;
  font-size: 0.875em;
}
.steps {
  display: flex;
  align-items: center;
}
.steps .count {
  min-inline-size: 1.5em;
  text-align: center;
}
li > .count {
  min-inline-size: 1.5em;
  margin-inline-end: 24px;
  text-align: center;
}
.step {
  display: grid;
  place-items: center;
  inline-size: 24px;
  block-size: 24px;
  border-radius: 2px;
  color: var(--quiet);
}
.step:hover {
  color: inherit;
  background: var(--rule);
}
.name:focus-visible,
.step:focus-visible,
.plain:focus-visible,
select:focus-visible,
input:focus-visible {
  outline: 2px solid currentColor;
  outline-offset: -1px;
}
svg {
  inline-size: 14px;
  block-size: 14px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
}
.step:dir(rtl) svg {
  transform: scaleX(-1);
}
.type,
.first,
.candidates span {
  color: var(--quiet);
}
.type + .title {
  margin-inline-start: 0.3em;
}
.now {
  margin-block-start: 0.3em;
  padding-inline-start: 0.65em;
  border-inline-start: 2px solid var(--class);
}
.label {
  font-weight: 600;
}
.candidates li {
  margin-block-start: 0.2em;
}
.none {
  padding-block: 0.75em;
  font-size: 0.875em;
}
.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (pointer: coarse) {
  .step {
    inline-size: 40px;
    block-size: 40px;
  }
  li > .count {
    margin-inline-end: 40px;
  }
  .name {
    padding-block: 0.55em;
  }
  .plain {
    padding-block: 0.8em;
  }
  select,
  input {
    min-block-size: 44px;
    padding-inline: 0.3em;
    font-size: 16px;
  }
}
@media print {
  .filters,
  .step,
  .plain {
    display: none;
  }
  section > ul > li {
    break-inside: avoid;
    content-visibility: visible;
  }
}
`;
