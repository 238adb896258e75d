/** The graph as a template: nodes and lines, what was chosen, and the same as a table. */
import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { signY, type Graph, type GraphEdge, type GraphNode } from './graph-layout.js';
import { strength, type Pair } from './graph-pairs.js';
import type { GraphStrings } from './graph-strings.js';
import type { Member } from './members.js';

export interface GraphState {
  graph: Graph;
  pairs: readonly Pair[];
  width: number;
  height: number;
  /** Whether countries are drawn as well. */
  countries: boolean;
  /** How many of those named together the picture has no room for. */
  left: number;
  /** Those that are named together with none of the others. */
  alone: readonly Member[];
  chosen: string | undefined;
  current: string | undefined;
  stop: string | undefined;
}

export interface GraphControls {
  show(id: string): void;
  showMention(position: number): void;
  choose(id: string): void;
  toggleCountries(): void;
  travel(event: KeyboardEvent): void;
}

export function graphTemplate(state: GraphState, strings: GraphStrings, controls: GraphControls): TemplateResult {
  const { graph, width, height } = state;
  return html`
    ${graph.nodes.length < 2 ? html`<p class="note">${strings.empty}</p>` : nothing}
    <svg
      class="graph"
      role="group"
      aria-label=${strings.label(graph.nodes.length)}
      viewBox="0 0 ${width} ${height}"
      width=${width}
      height=${height}
      @keydown=${controls.travel}
    >
      <g aria-hidden="true">${graph.edges.toReversed().map((edge) => edgeTemplate(edge, state))}</g>
      ${repeat(graph.nodes, ({ member }) => member.entity.id, (node) => nodeTemplate(node, state, strings, controls))}
    </svg>
    <p class="choices">
      <button type="button" class="plain" aria-pressed=${state.countries} @click=${controls.toggleCountries}>
        ${strings.countries}
      </button>
    </p>
    <div class="chosen" role="status">${chosenTemplate(state, strings, controls)}</div>
    ${state.alone.length > 0 ? aloneTemplate(state.alone, strings, controls) : nothing} ${keyTemplate(strings)} ${state.left > 0 ? html`<p class="note">${strings.more(state.left)}</p>` : nothing}
    ${tableTemplate(state, strings, controls)}
  `;
}

function edgeTemplate({ pair, from, to }: GraphEdge, { chosen }: GraphState): TemplateResult {
  const lit = chosen !== undefined && (from.member.entity.id === chosen || to.member.entity.id === chosen);
  const kind = pair.sentences > 0 ? 'edge' : 'edge loose';
  const width = pair.sentences > 0 ? Math.min(9, 1 + strength(pair)) : 2;
  return svg`<line
    class=${`${kind}${lit ? ' lit' : ''}${chosen !== undefined && !lit ? ' dim' : ''}`}
    x1=${from.x.toFixed(1)} y1=${signY(from).toFixed(1)} x2=${to.x.toFixed(1)} y2=${signY(to).toFixed(1)}
    stroke-width=${width}
  />`;
}

function nodeTemplate(
  node: GraphNode,
  { chosen, current, stop, graph }: GraphState,
  strings: GraphStrings,
  { choose }: GraphControls,
): TemplateResult {
  const { entity } = node.member;
  const near =
    chosen === undefined ||
    chosen === entity.id ||
    graph.edges.some(
      ({ from, to }) =>
        (from === node && to.member.entity.id === chosen) || (to === node && from.member.entity.id === chosen),
    );
  const kind = kindOf(node.member);
  const middle = signY(node);
  return svg`<g
    class=${`node ${kind}${near ? '' : ' dim'}${current === entity.id ? ' current' : ''}`}
    role="button"
    tabindex=${stop === entity.id ? 0 : -1}
    aria-pressed=${chosen === entity.id}
    data-entity=${entity.id}
    aria-label=${strings.node(entity.name, entity.role?.title ?? '', strings.mentioned(node.member.mentions.length))}
    @click=${() => choose(entity.id)}
  >
    ${shape(kind, node.x, middle, node.radius)}
    <text x=${node.x.toFixed(1)} y=${(middle + node.radius + 14).toFixed(1)}>${entity.name}</text>
  </g>`;
}

type Sign = 'person' | 'body' | 'country';

const kindOf = ({ entity: { kind, type } }: Member): Sign =>
  kind === 'place' ? 'country' : type === 'person' ? 'person' : 'body';

function shape(kind: Sign, x: number, y: number, radius: number): TemplateResult {
  if (kind !== 'body') return svg`<circle class="shape" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r=${radius.toFixed(1)} />`;
  const half = radius * 0.9;
  const [left, top, side] = [x - half, y - half, 2 * half].map((value) => value.toFixed(1));
  return svg`<rect class="shape" x=${left} y=${top} width=${side} height=${side} />`;
}

function chosenTemplate(
  { chosen, graph, pairs }: GraphState,
  strings: GraphStrings,
  { show, showMention }: GraphControls,
): TemplateResult | typeof nothing {
  const member = graph.nodes.find(({ member: { entity } }) => entity.id === chosen)?.member;
  if (!member) return nothing;
  const { id, name, role } = member.entity;
  const own = pairs.filter(({ a, b }) => a === member || b === member);
  const facts = [role?.title ?? '', strings.mentioned(member.mentions.length)].filter((part) => part !== '');
  return html`<p class="row">
      <button type="button" class=${member.entity.kind === 'place' ? 'name place' : 'name'} title=${strings.showInText(name)} @click=${() => show(id)}>
        <bdi>${name}</bdi>
      </button>
      <span class="facts">${facts.join(', ')}</span>
    </p>
    <p class="facts">${strings.together}</p>
    ${own.map((pair) => {
      const other = pair.a === member ? pair.b : pair.a;
      return html`<p class="row">
        <button
          type="button"
          class="plain"
          title=${strings.showTogether(name, other.entity.name)}
          @click=${() => showMention(pair.first)}
        >
          <bdi>${other.entity.name}</bdi>
        </button>
        <span class="facts">${where(pair, strings)}</span>
      </p>`;
    })}`;
}

function aloneTemplate(members: readonly Member[], strings: GraphStrings, { show }: GraphControls): TemplateResult {
  return html`<p class="note alone">
    ${strings.alone}
    ${members.map(
      ({ entity: { id, name } }) => html`<button
          type="button"
          class="plain"
          title=${strings.showInText(name)}
          @click=${() => show(id)}
        >
          <bdi>${name}</bdi></button
        > `,
    )}
  </p>`;
}

const where = ({ sentences, paragraphs }: Pair, strings: GraphStrings): string =>
  sentences > 0 ? strings.sentences(sentences) : strings.paragraphs(paragraphs);

function keyTemplate({ key }: GraphStrings): TemplateResult {
  const line = (name: string, width: number): TemplateResult =>
    html`<svg viewBox="0 0 26 12" aria-hidden="true">${svg`<line class=${name} x1="2" x2="24" y1="6" y2="6" stroke-width=${width} />`}</svg>`;
  const sign = (kind: Sign): TemplateResult =>
    html`<svg viewBox="0 0 26 12" aria-hidden="true">${svg`<g class=${kind}>${shape(kind, 13, 6, 5)}</g>`}</svg>`;
  return html`<p class="key note">
    <span>${line('edge', 3)}${key.sentence}</span><span>${line('edge loose', 2)}${key.paragraph}</span>
    <span>${sign('person')}${key.person}</span><span>${sign('body')}${key.body}</span><span>${key.size}</span>
  </p>`;
}

function tableTemplate(
  { pairs, graph }: GraphState,
  strings: GraphStrings,
  { showMention }: GraphControls,
): TemplateResult {
  const name = ({ entity }: Member): string => entity.name;
  return html`<details>
    <summary>${strings.table}</summary>
    <div class="table" tabindex="0" role="region" aria-label=${strings.label(graph.nodes.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${strings.actor}</th>
            <th scope="col">${strings.with}</th>
            <th scope="col" class="number">${strings.sentenceColumn}</th>
            <th scope="col" class="number">${strings.paragraphColumn}</th>
          </tr>
        </thead>
        <tbody>
          ${pairs.map(
            (pair) => html`<tr>
              <th scope="row"><bdi>${name(pair.a)}</bdi></th>
              <td>
                <button
                  type="button"
                  class="plain"
                  aria-label=${strings.showTogether(name(pair.a), name(pair.b))}
                  @click=${() => showMention(pair.first)}
                >
                  <bdi>${name(pair.b)}</bdi>
                </button>
              </td>
              <td class="number">${pair.sentences}</td>
              <td class="number">${pair.paragraphs}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
