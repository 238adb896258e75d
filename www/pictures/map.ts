/**
 * A locator map of the places that a text mentions: it begins where most of them are, and its marks go to the text.
 * It loads its outlines when it is mounted, from beside the code, and asks nobody else.
 */
import { html, render } from 'lit-html';
import { directionOf } from '../src/wording.js';
import { textMeasure } from './labels.js';
import { draw, type Drawing } from './map-drawing.js';
import { frameOfAll, mainFrame, nearer, projectionOf, wider, WORLD, type Size } from './map-frame.js';
import { coarseLand, fineLand, type Land } from './map-land.js';
import { separable, type Mark } from './map-marks.js';
import { placesOf, type MapPlace } from './map-places.js';
import { english, type MapStrings } from './map-strings.js';
import { MAP_RULES } from './map-styles.js';
import { mapTemplate, type MapControls } from './map-template.js';
import type { Member, Picture, PictureActions } from './members.js';
import { PICTURE_RULES } from './picture-styles.js';
import { travel } from './roving.js';
import { stageIn, type Stage } from './shadow.js';
import type { Cap } from './sphere.js';

export type { MapStrings } from './map-strings.js';
export type { Member, Picture, PictureActions } from './members.js';

export interface MapContent {
  /** The entities of the page; those that are no places are left out. */
  members: readonly Member[];
  /** The id of the entity of the current mention. */
  current?: string | undefined;
}

export interface MapOptions {
  strings?: Partial<MapStrings>;
}

export function mount(
  element: Element,
  content: MapContent,
  actions: PictureActions,
  options: MapOptions = {},
): Picture<MapContent> {
  return new LocatorMap(element, content, actions, options);
}

class LocatorMap implements Picture<MapContent> {
  readonly #stage: Stage;
  readonly #strings: MapStrings;
  readonly #show: PictureActions['show'];
  readonly #end = new AbortController();
  readonly #measure = textMeasure();
  readonly #resized: ResizeObserver;
  #content: MapContent;
  #land: Land | undefined;
  #coarse: Land | undefined;
  #failed = false;
  #places: MapPlace[] = [];
  #frame: Cap | undefined;
  /** Whether the reader has chosen the frame; until then it follows the text. */
  #kept = false;
  #size: Size = { width: 0, height: 0 };
  #drawing: Drawing | undefined;
  #chosen: readonly string[] = [];
  #stop: string | undefined;

  constructor(element: Element, content: MapContent, { show }: PictureActions, { strings }: MapOptions) {
    this.#strings = { ...english, ...strings };
    this.#show = show;
    this.#content = content;
    this.#stage = stageIn(element, PICTURE_RULES + MAP_RULES, () => this.#draw());
    this.#resized = new ResizeObserver(([entry]) => this.#fit(entry?.contentRect.width ?? 0));
    this.#resized.observe(this.#stage.root.host);
    void this.#load();
  }

  update(content: MapContent): void {
    this.#content = content;
    this.#locate();
  }

  dispose(): void {
    this.#end.abort();
    this.#resized.disconnect();
    this.#stage.dispose();
  }

  async #load(): Promise<void> {
    const fine = fineLand();
    try {
      this.#coarse = this.#land = await coarseLand();
      this.#locate();
      this.#land = await fine;
    } catch {
      this.#failed = true;
      this.#land ??= [];
    }
    this.#locate();
  }

  /** The outlines come twice, first coarse: countries are found in those that are there. */
  #locate(): void {
    if (!this.#land || this.#end.signal.aborted) return;
    const before = this.#places.map(({ id }) => id).join();
    this.#places = placesOf(this.#content.members, this.#land);
    const others = this.#places.map(({ id }) => id).join() !== before;
    if (others) this.#kept = false;
    if (!this.#kept) this.#frame = mainFrame(this.#places);
    this.#stage.redraw();
  }

  #fit(width: number): void {
    const height = Math.round(Math.min(560, Math.max(260, width * 0.68)));
    this.#size = { width: Math.round(width), height };
    this.#stage.redraw();
  }

  #go(frame: Cap): void {
    this.#frame = frame;
    this.#kept = true;
    this.#stage.redraw();
  }

  readonly #controls: MapControls = {
    show: (id) => this.#show(id),
    choose: (places) => {
      this.#chosen = places.map(({ id }) => id);
      this.#stage.redraw();
    },
    open: (mark) => {
      this.#stop = mark.lead.id;
      if (separable(mark)) this.#apart(mark);
      this.#controls.choose(mark.places);
    },
    zoom: (by) => {
      if (this.#frame) this.#go(by > 0 ? nearer(this.#frame) : wider(this.#frame));
    },
    frameMain: () => this.#go(mainFrame(this.#places)),
    frameAll: () => this.#go(frameOfAll(this.#places)),
    travel: (event) => this.#travel(event),
    grab: (event) => this.#grab(event),
  };

  /** Zooms in until the places of a mark stand apart. */
  #apart({ lead, places }: Mark): void {
    if (!this.#frame || !lead.at) return;
    const around = mainFrame(places);
    const { radius } = nearer(this.#frame);
    this.#go({ centre: around.centre, radius: Math.min(radius, around.radius) });
  }

  #travel(event: KeyboardEvent): void {
    const stop = travel(event, this.#stage.root, '[data-place]');
    if (stop) {
      this.#stop = stop.dataset['place'];
      this.#stage.redraw();
      return;
    }
    const { zoom, frameMain } = this.#controls;
    const keys: Record<string, () => void> = {
      '+': () => zoom(1),
      '=': () => zoom(1),
      '-': () => zoom(-1),
      '0': frameMain,
    };
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Moves the map with the pointer; a finger moves the page instead. */
  #grab(event: PointerEvent): void {
    const frame = this.#frame;
    if (event.button !== 0 || event.pointerType === 'touch' || !frame) return;
    const projection = projectionOf(frame, this.#size);
    const { clientX, clientY } = event;
    const { width, height } = this.#size;
    const moving = new AbortController();
    const signal = AbortSignal.any([moving.signal, this.#end.signal]);
    const move = (moved: PointerEvent): void => {
      const x = width / 2 - (moved.clientX - clientX);
      const y = height / 2 - (moved.clientY - clientY);
      if (Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < 4) return;
      const centre = projection.invert?.([x, y]);
      if (centre && centre.every(Number.isFinite)) this.#go({ centre, radius: frame.radius });
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => moving.abort(), { signal });
    addEventListener('pointercancel', () => moving.abort(), { signal });
  }

  #draw(): void {
    const { width } = this.#size;
    const land = this.#land;
    const frame = this.#frame;
    if (!land || !frame || width === 0) return;
    const family = getComputedStyle(this.#stage.root.host).fontFamily;
    const coarse = this.#coarse ?? [];
    this.#drawing = draw(this.#places, frame.radius < WORLD ? land : coarse, coarse, frame, this.#size, {
      place: `600 12.5px ${family}`,
      country: `600 12px ${family}`,
      quiet: `11px ${family}`,
      measure: this.#measure,
    });
    const { marks, countries } = this.#drawing;
    const stops = [...countries.map(({ id }) => id), ...marks.map(({ lead }) => lead.id)];
    if (!this.#stop || !stops.includes(this.#stop)) this.#stop = marks[0]?.lead.id ?? stops[0];
    const { locale } = this.#strings;
    const state = {
      places: this.#places,
      drawing: this.#drawing,
      size: this.#size,
      chosen: this.#places.filter(({ id }) => this.#chosen.includes(id)),
      current: this.#content.current,
      stop: this.#stop,
      failed: this.#failed && land.length === 0,
    };
    render(
      html`<div lang=${locale} dir=${directionOf(locale)}>${mapTemplate(state, this.#strings, this.#controls)}</div>`,
      this.#stage.root,
    );
  }
}
