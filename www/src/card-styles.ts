/**
 * The looks of the card and of the frame that follows the keyboard, inside their shadow root. A page
 * changes them with the custom properties read here and with the parts `card` and `frame`.
 */
export const CARD_RULES = `
:host {
  all: initial !important;
  display: block !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
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
  outline: 2px solid light-dark(#1c1a17, #ebe7df);
  outline-offset: 2px;
}
.card {
  box-sizing: border-box;
  position: fixed;
  inset: auto;
  left: var(--x, 0);
  top: var(--y, 0);
  margin: 0;
  padding: 0;
  inline-size: min(21.5rem, 100vw - 32px);
  max-block-size: min(34rem, 100vh - 32px);
  overflow: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--rule);
  border-radius: 3px;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.12), 0 10px 28px rgb(0 0 0 / 0.16);
  font: 400 0.875rem/1.45 var(--namelight-font, system-ui, sans-serif);
  text-align: start;
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
  padding: 0.65rem 1rem;
}
.card > header {
  padding-block: 0.7rem 0.1rem;
}
.card > #said {
  padding-block-start: 0.3rem;
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
  font: 600 1.3rem/1.2 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
  text-wrap: balance;
  padding-inline-end: 1.75rem;
}
.type,
h3,
dt {
  font-size: 0.75rem;
  line-height: 1.4;
  font-weight: 400;
  color: var(--quiet);
}
.type {
  color: var(--accent);
  font-weight: 600;
}
.title {
  font: 400 1rem/1.35 var(--namelight-name-font, Georgia, 'Times New Roman', serif);
}
.period {
  color: var(--quiet);
  font-size: 0.8125rem;
}
.now {
  margin-block-start: 0.6rem;
  padding-inline-start: 0.7rem;
  border-inline-start: 2px solid var(--accent);
}
.why {
  font-size: 0.8125rem;
}
.also {
  margin-block-start: 0.4rem;
}
dl {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0.15rem 0.75rem;
  align-items: baseline;
}
dd {
  font-size: 0.8125rem;
}
ul {
  list-style: none;
}
.candidates li {
  margin-block-start: 0.15rem;
  font-size: 0.8125rem;
}
.candidates span {
  display: block;
  color: var(--quiet);
}
#said > .candidates li {
  margin-block-start: 0.45rem;
}
.links {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.1rem;
  margin-block: -0.2rem;
}
a {
  color: inherit;
  display: block;
  padding-block: 0.2rem;
  font-size: 0.8125rem;
  text-decoration: underline;
  text-decoration-color: var(--quiet);
  text-decoration-thickness: 1px;
  text-underline-offset: 0.2em;
}
a:hover {
  text-decoration-color: currentColor;
  text-decoration-thickness: 2px;
}
.card > footer {
  display: flex;
  align-items: center;
  gap: 0.25rem;
  padding-block: 0.35rem;
  color: var(--quiet);
  font-size: 0.8125rem;
}
footer div {
  margin-inline-end: auto;
}
.step,
.close {
  all: unset;
  box-sizing: border-box;
  display: grid;
  place-items: center;
  inline-size: 1.9rem;
  block-size: 1.9rem;
  border-radius: 3px;
  color: var(--quiet);
  cursor: pointer;
}
.close {
  position: absolute;
  inset-block-start: 0.5rem;
  inset-inline-end: 0.5rem;
}
.step:hover,
.close:hover {
  color: var(--ink);
  background: light-dark(#f0eadd, #332f2a);
}
.step:focus-visible,
.close:focus-visible,
a:focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 1px;
}
svg {
  inline-size: 1rem;
  block-size: 1rem;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.5;
}
:host(:dir(rtl)) .step svg {
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
@media (max-width: 30rem) {
  .card {
    inline-size: calc(100vw - 32px);
  }
}
@media (pointer: coarse) {
  .step,
  .close {
    inline-size: 2.75rem;
    block-size: 2.75rem;
  }
  .close {
    inset-block-start: 0.2rem;
    inset-inline-end: 0.2rem;
  }
  h2 {
    padding-inline-end: 2rem;
  }
  .card > .more {
    padding-block: 0;
  }
  a {
    padding-block: 0.75rem;
  }
}
@media (forced-colors: active) {
  .card {
    border-color: CanvasText;
  }
}
@media print {
  :host {
    display: none !important;
  }
}
`;
