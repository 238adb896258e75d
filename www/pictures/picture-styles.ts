/** What all pictures look like within their shadow roots; they follow the page's `color-scheme` and the package's colours. */
export const PICTURE_RULES = `
:host {
  display: block;
  font-family: var(--namelight-font, system-ui, sans-serif);
  --ink: light-dark(#1d1b18, #e9e4da);
  --quiet: var(--namelight-quiet, light-dark(#5e574d, #ada597));
  --ground: light-dark(#faf7f0, #2b2824);
  --border: light-dark(#b9b1a3, #5d564c);
  --lit: light-dark(#efdfb9, #554830);
  --actor: var(--namelight-actor, light-dark(#a3341f, #f0937c));
  --place: var(--namelight-place, light-dark(#1f6076, #79c3dd));
  --paper: light-dark(#fffdf9, #171512);
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
button {
  all: unset;
  box-sizing: border-box;
  cursor: pointer;
}
text {
  direction: ltr;
  text-anchor: middle;
  fill: var(--ink);
  font-size: 12.5px;
}
.plain {
  font-size: 0.8125rem;
  text-decoration: underline 1px;
  text-underline-offset: 0.2em;
  padding-block: 0.2rem;
}
.plain[aria-pressed='true'] {
  font-weight: 600;
  text-decoration-thickness: 2px;
}
.choices {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.9rem;
  padding-block: 0.4rem;
}
button:focus-visible,
summary:focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 1px;
}
.chosen:not(:empty) {
  border-inline-start: 3px solid var(--actor);
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
  text-decoration: underline solid var(--actor) 1.5px;
  text-underline-offset: 0.2em;
}
.name.place {
  text-decoration: underline dashed var(--place) 1.5px;
}
.facts,
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
.table {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  font-size: 0.8125rem;
  line-height: 1.4;
}
th,
td {
  padding: 0.3rem 1rem 0.3rem 0;
  border-block-start: 1px solid color-mix(in srgb, currentColor 18%, transparent);
  text-align: start;
  vertical-align: baseline;
  font-weight: 400;
}
thead th {
  border: 0;
  color: var(--quiet);
}
.number {
  font-variant-numeric: tabular-nums;
  text-align: end;
}
@media (pointer: coarse) {
  .plain,
  .name,
  summary {
    padding-block: 0.6rem;
  }
}
@media print {
  .choices,
  details {
    display: none;
  }
}
`;
