/** The map of the places on a page; its code and its outlines are loaded when it is first looked at. */
import type { mount } from '../../../pictures/map.js';
import type { JoinedPage } from '../page/joined-page.js';
import { mapStringsOf } from './map-strings.js';
import type { Words } from '../words.js';

export class MapView {
  readonly #element: HTMLElement;
  readonly #say: Words;
  readonly #go: (position: number) => void;
  #map: Promise<ReturnType<typeof mount>> | undefined;
  #page: JoinedPage | undefined;

  constructor(element: HTMLElement, say: Words, go: (position: number) => void) {
    this.#element = element;
    this.#say = say;
    this.#go = go;
  }

  show(page: JoinedPage): void {
    if (page === this.#page) return;
    this.#page = page;
    const { members } = page;
    const current = page.mentions[page.current ?? -1]?.entity;
    this.#map ??= this.#mount();
    void this.#map.then((map) => map.update({ members, current }));
  }

  async #mount(): Promise<ReturnType<typeof mount>> {
    const { mount } = await import('../../../pictures/map.js');
    const strings = mapStringsOf(this.#say);
    return mount(this.#element, { members: [] }, { show: (id) => this.#show(id) }, { strings });
  }

  #show(id: string): void {
    const first = this.#page?.members.find(({ entity }) => entity.id === id)?.mentions[0];
    if (first !== undefined) this.#go(first);
  }
}
