/** A graph of the actors that a text names together: who stands beside whom, and how often. */
import { html, render } from 'lit-html';
import type { Mention } from '../src/types.js';
import { directionOf } from '../src/wording.js';
import { layOut, type Graph } from './graph-layout.js';
import { pairsOf, type Pair } from './graph-pairs.js';
import { english, type GraphStrings } from './graph-strings.js';
import { GRAPH_RULES } from './graph-styles.js';
import { graphTemplate, type GraphControls } from './graph-template.js';
import { textMeasure } from './labels.js';
import type { Member, Picture, PictureActions } from './members.js';
import { PICTURE_RULES } from './picture-styles.js';
import { travel } from './roving.js';
import { stageIn, type Stage } from './shadow.js';

export type { GraphStrings } from './graph-strings.js';

export interface GraphContent {
  /** The entities of the page; those that are no actors are left out. */
  members: readonly Member[];
  /** All mentions, by the positions that the members have. */
  mentions: readonly Mention[];
  /** What the mentions are in, its paragraphs separated by U+2029. */
  text: string;
  /** The id of the entity of the current mention. */
  current?: string | undefined;
}

export interface GraphActions extends PictureActions {
  /** Shows the mention at a position. */
  showMention(position: number): void;
}

export interface GraphOptions {
  strings?: Partial<GraphStrings>;
}

export function mount(
  element: Element,
  content: GraphContent,
  actions: GraphActions,
  options: GraphOptions = {},
): Picture<GraphContent> {
  return new TogetherGraph(element, content, actions, options);
}

/** The room that a node with its label needs, in square pixels. */
const ROOM = 8500;

class TogetherGraph implements Picture<GraphContent> {
  readonly #stage: Stage;
  readonly #strings: GraphStrings;
  readonly #actions: GraphActions;
  readonly #measure = textMeasure();
  readonly #resized: ResizeObserver;
  #content: GraphContent;
  #pairs: Pair[] = [];
  #actors: Member[] = [];
  #graph: Graph | undefined;
  #width = 0;
  #height = 0;
  #countries = false;
  #chosen: string | undefined;
  #stop: string | undefined;

  constructor(element: Element, content: GraphContent, actions: GraphActions, { strings }: GraphOptions) {
    this.#strings = { ...english, ...strings };
    this.#actions = actions;
    this.#content = content;
    this.#stage = stageIn(element, PICTURE_RULES + GRAPH_RULES, () => this.#draw());
    this.#count();
    this.#resized = new ResizeObserver(([entry]) => this.#fit(Math.round(entry?.contentRect.width ?? 0)));
    this.#resized.observe(this.#stage.root.host);
  }

  update(content: GraphContent): void {
    const { members, text } = this.#content;
    this.#content = content;
    if (content.members !== members || content.text !== text) this.#count();
    this.#stage.redraw();
  }

  dispose(): void {
    this.#resized.disconnect();
    this.#stage.dispose();
  }

  #count(): void {
    const { members, mentions, text } = this.#content;
    this.#actors = members
      .filter(({ entity }) => entity.kind === 'actor' || (this.#countries && entity.type === 'country'))
      .sort((a, b) => b.mentions.length - a.mentions.length);
    this.#pairs = pairsOf(this.#actors, mentions, text, this.#strings.locale);
    this.#graph = undefined;
  }

  #fit(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#height = Math.round(Math.min(520, Math.max(300, width * 0.72)));
    this.#graph = undefined;
    this.#stage.redraw();
  }

  readonly #controls: GraphControls = {
    show: (id) => this.#actions.show(id),
    showMention: (position) => this.#actions.showMention(position),
    choose: (id) => {
      this.#chosen = this.#chosen === id ? undefined : id;
      this.#stop = id;
      this.#stage.redraw();
    },
    toggleCountries: () => {
      this.#countries = !this.#countries;
      this.#count();
      this.#stage.redraw();
    },
    travel: (event) => {
      if (event.key === 'Escape') this.#chosen = undefined;
      this.#stop = travel(event, this.#stage.root, '.node')?.dataset['entity'] ?? this.#stop;
      this.#stage.redraw();
    },
  };

  #draw(): void {
    const [width, height] = [this.#width, this.#height];
    if (width === 0) return;
    const shown = this.#actors.slice(0, Math.max(6, Math.floor((width * height) / ROOM)));
    const font = `600 12.5px ${getComputedStyle(this.#stage.root.host).fontFamily}`;
    this.#graph ??= layOut(shown, this.#pairs, width, height, (label) => this.#measure(label, font));
    const ids = this.#graph.nodes.map(({ member }) => member.entity.id);
    if (!this.#stop || !ids.includes(this.#stop)) this.#stop = ids[0];
    if (this.#chosen && !ids.includes(this.#chosen)) this.#chosen = undefined;
    const { locale } = this.#strings;
    const state = {
      graph: this.#graph,
      pairs: this.#pairs,
      width,
      height,
      countries: this.#countries,
      left: this.#actors.length - shown.length,
      chosen: this.#chosen,
      current: this.#content.current,
      stop: this.#stop,
    };
    render(
      html`<div lang=${locale} dir=${directionOf(locale)}>${graphTemplate(state, this.#strings, this.#controls)}</div>`,
      this.#stage.root,
    );
  }
}
