/** What the graph looks like beyond what all pictures have. */
export const GRAPH_RULES = `
.graph {
  display: block;
  inline-size: 100%;
  block-size: auto;
}
.edge {
  stroke: color-mix(in srgb, var(--quiet) 75%, transparent);
  stroke-linecap: round;
}
.edge.loose {
  stroke-dasharray: 1 5;
  stroke-width: 2;
}
.edge.lit {
  stroke: var(--actor);
}
.node {
  cursor: pointer;
  outline: none;
}
.shape {
  fill: var(--actor);
  stroke: var(--paper);
  stroke-width: 2;
}
.body .shape {
  fill: var(--paper);
  stroke: var(--actor);
  stroke-width: 2.5;
}
.country .shape {
  fill: var(--place);
}
.node text {
  font-weight: 600;
  paint-order: stroke;
  stroke: var(--namelight-paper, light-dark(#fbf8f2, #171512));
  stroke-width: 4px;
  stroke-linejoin: round;
}
.node:hover text,
.node:focus-visible text {
  text-decoration: underline;
}
.node:focus-visible .shape,
.node.current .shape {
  stroke: var(--ink);
  stroke-width: 3;
}
.dim {
  opacity: 0.28;
}
.node.dim {
  opacity: 0.5;
}
.key {
  display: flex;
  flex-wrap: wrap;
  gap: 0.1rem 1.1rem;
}
.key span {
  display: inline-flex;
  align-items: center;
  gap: 0.4rem;
}
.key svg {
  inline-size: 26px;
  block-size: 12px;
}
`;
