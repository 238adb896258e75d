/**
 * The looks of the card, its notice and the frame that follows the keyboard, inside their shadow root. A
 * page changes them with the custom properties read here and with the parts `card`, `notice` and `frame`.
 *
 * What the page says of all its elements reaches the host, so the rules for the host are important ones.
 * Lengths follow the size of letters that the reader has chosen (`medium`), not that of the page's root.
 */
export const CARD_RULES = `
:host {
  all: initial !important;
  display: block !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483647 !important;
  color-scheme: inherit !important;
}
.shell {
  --ink: light-dark(#1c1a17, #ebe7df);
  --quiet: light-dark(#5d574e, #aea69a);
  --rule: light-dark(#d9d3c7, #45403a);
  --paper: var(--namelight-card, light-dark(#fffdf8, #24211e));
  --accent: var(--namelight-place, light-dark(#1f6076, #79c3dd));
}
.frame {
  all: unset;
  position: absolute;
  pointer-events: none;
  border-radius: 2px;
}
.frame:focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 2px;
}
.card,
.notice {
  box-sizing: border-box;
  position: fixed;
  margin: 0;
  border: 1px solid var(--rule);
  border-radius: 3px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 10px 28px rgb(0 0 0 / 0.16);
  font: 400 1em/1.45 var(--namelight-font, system-ui, sans-serif);
}
.card {
  inset: auto;
  left: var(--x, 0);
  top: var(--y, 0);
  padding: 0;
  inline-size: min(21.5em, 100vw / var(--zoom, 1) - 32px);
  max-block-size: min(34em, 100vh / var(--zoom, 1) - 32px, max(14em, var(--room, 100vh)));
  overflow: auto;
  overscroll-behavior: contain;
}
.card[data-as='actor'] {
  --accent: var(--namelight-actor, light-dark(#a3341f, #f0937c));
}
.card[data-as='ambiguous'] {
  --accent: var(--quiet);
}
.card::before {
  content: '';
  display: block;
  border-block-start: 3px solid var(--accent);
}
.card[data-as='place']::before {
  border-block-start-style: dashed;
}
.card[data-as='ambiguous']::before {
  border-block-start-style: dotted;
}
.card > * {
  padding: 0.65em 1em;
}
.card > header {
  padding-block: 0.7em 0.1em;
}
.card > #said {
  padding-block-start: 0.3em;
}
.card > .facts,
.card > .more {
  padding-block-start: 0;
}
.card > .choice,
.card > footer {
  border-block-start: 1px solid var(--rule);
}
h2,
h3,
p,
ul,
dl,
dd {
  margin: 0;
  padding: 0;
}
h2 {
  font: 600 1.3em/1.2 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
  text-wrap: balance;
  padding-inline-end: 1.35em;
  overflow-wrap: anywhere;
}
.type,
h3,
dt {
  font-size: 0.75em;
  line-height: 1.4;
  font-weight: 400;
}
h3,
dt,
.period,
.candidates span,
.card > footer {
  color: var(--quiet);
}
.type {
  color: var(--accent);
  font-weight: 600;
}
.period,
.why,
dd,
.candidates li,
footer p {
  font-size: 0.8125em;
}
.title {
  font: 400 1em/1.35 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
}
.now {
  margin-block-start: 0.6em;
  padding-inline-start: 0.7em;
  border-inline-start: 2px solid var(--accent);
}
.also {
  margin-block-start: 0.4em;
}
dl {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.15em 0.75em;
  align-items: baseline;
}
ul {
  list-style: none;
}
.candidates li {
  margin-block-start: 0.15em;
}
.candidates span {
  display: block;
}
#said > .candidates li {
  margin-block-start: 0.45em;
}
.links {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.1em;
  margin-block: -0.2em;
}
a {
  color: inherit;
  display: block;
  padding-block: 0.2em;
}
.card > footer {
  padding-block: 0.4em 0.5em;
}
.steps {
  display: flex;
  align-items: center;
  gap: 0.25em;
  margin-inline-end: -0.5em;
}
.steps p {
  margin-inline-end: auto;
}
.plain,
.step,
.close {
  all: unset;
  box-sizing: border-box;
  cursor: pointer;
}
.plain {
  padding-block: 0.25em;
  min-block-size: 24px;
}
.step,
.close {
  display: grid;
  place-items: center;
  inline-size: 1.9em;
  block-size: 1.9em;
  border-radius: 3px;
  color: var(--quiet);
}
.close {
  position: absolute;
  inset-block-start: 0.5em;
  inset-inline-end: 0.5em;
}
.step:hover,
.close:hover {
  color: var(--ink);
  background: light-dark(#f0eadd, #332f2a);
}
a,
.plain {
  font-size: 0.8125em;
  text-decoration: underline 1px var(--quiet);
  text-underline-offset: 0.2em;
}
.mute {
  margin-inline-end: 1.25em;
}
a:hover,
.plain:hover {
  color: var(--ink);
  text-decoration: underline 2px;
}
:is(a, .plain, .step, .close):focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 1px;
}
.notice {
  inset: auto auto 16px 16px;
  padding: 0.6em 0.5em 0.6em 1em;
  max-inline-size: calc(100vw - 32px);
}
.notice:popover-open {
  display: flex;
  align-items: center;
  gap: 0.9em;
}
.notice p {
  font-size: 0.875em;
}
svg {
  inline-size: 1em;
  block-size: 1em;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
}
.step:dir(rtl) svg {
  transform: scaleX(-1);
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
  .step,
  .close {
    inline-size: 2.75em;
    block-size: 2.75em;
  }
  .close {
    inset-block-start: 0.2em;
    inset-inline-end: 0.2em;
  }
  h2 {
    padding-inline-end: 1.6em;
  }
  .card > .more {
    padding-block: 0;
  }
  a,
  .plain {
    padding-block: 0.9em;
  }
}
@media print {
  :host {
    display: none !important;
  }
}
`;
