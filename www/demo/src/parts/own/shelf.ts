/**
 * The gazetteers that lie over the base pack, each as it was brought and as it was edited since. What is edited while the
 * engine still takes the last change in is taken in afterwards, in one.
 */
import type { Conflict, Gazetteer } from 'namelight';
import { importGazetteer } from 'namelight/import';
import type { PageModel } from '../../model.js';
import { fileName, save } from '../../saving.js';
import type { Brought } from './imports.js';
import { gazetteerOf, tidied, type OwnGazetteer } from './own-entity.js';

export interface Volume {
  readonly id: string;
  title: string;
  /** To edit; a pack has none. */
  gazetteer: OwnGazetteer | undefined;
  pack: Uint8Array<ArrayBuffer> | undefined;
  nameCount: number | undefined;
  conflicts: readonly Conflict[];
  /** Why it could not be saved. */
  fault?: string;
}

export class Shelf {
  readonly #model: PageModel;
  readonly #changed: () => void;
  #volumes: Volume[] = [];
  #laying: Promise<void> = Promise.resolve();
  #waiting = new Map<string, Promise<void>>();

  constructor(model: PageModel, changed: () => void) {
    this.#model = model;
    this.#changed = changed;
  }

  get volumes(): readonly Volume[] {
    return this.#volumes;
  }

  volume(id: string): Volume | undefined {
    return this.#volumes.find((volume) => volume.id === id);
  }

  /** Lays a gazetteer that was brought over the others. */
  async take({ id, title, pack, json, nameCount }: Brought): Promise<void> {
    await this.#lay({ id, title, source: pack });
    const gazetteer = json === undefined ? undefined : gazetteerOf(json);
    await this.#put({ id, title, gazetteer, pack, nameCount, conflicts: [] });
  }

  /** Lays an edited gazetteer in place of what it was; without entities it is taken away. */
  edit(id: string, title: string, gazetteer: OwnGazetteer): Promise<void> {
    const volume: Volume = { id, title, gazetteer, pack: undefined, nameCount: undefined, conflicts: [] };
    this.#volumes = [...this.#volumes.filter((other) => other.id !== id), volume];
    const waiting = this.#waiting.get(id);
    if (waiting) return waiting;
    const laying = this.#laying
      .catch(() => undefined)
      .then(async () => {
        this.#waiting.delete(id);
        const last = this.volume(id)?.gazetteer;
        if (!last) return;
        await this.#lay({ id, title, source: fileOf(last) });
        this.#changed();
      });
    this.#laying = laying;
    this.#waiting.set(id, laying);
    return laying;
  }

  async lift(id: string): Promise<void> {
    this.#volumes = this.#volumes.filter((volume) => volume.id !== id);
    this.#changed();
    if (this.#model.state.overlays.some((overlay) => overlay.id === id)) await this.#model.lift(id);
    this.#changed();
  }

  saveJson({ title, gazetteer }: Volume): void {
    if (!gazetteer) return;
    save(`${fileName(title)}.json`, `${JSON.stringify(fileOf(gazetteer), null, 2)}\n`, 'application/json');
  }

  async savePack(volume: Volume): Promise<void> {
    const { title, gazetteer } = volume;
    delete volume.fault;
    if (!volume.pack && gazetteer) {
      const content = new Blob([JSON.stringify(fileOf(gazetteer))]);
      try {
        const { pack } = await importGazetteer([{ name: `${title}.json`, content }], { format: 'json', title });
        volume.pack = pack;
      } catch (cause) {
        volume.fault = cause instanceof Error ? cause.message : String(cause);
      }
      this.#changed();
    }
    if (volume.pack) save(`${fileName(title)}.nlpack`, volume.pack, 'application/octet-stream');
  }

  async #lay(overlay: { id: string; title: string; source: Uint8Array<ArrayBuffer> | Gazetteer }): Promise<void> {
    await this.#model.lay(overlay);
  }

  async #put(volume: Volume): Promise<void> {
    this.#volumes = [...this.#volumes.filter(({ id }) => id !== volume.id), volume];
    const number = this.#model.state.overlays.findIndex(({ id }) => id === volume.id);
    const conflicts = await this.#model.highlighter.conflicts();
    // The base pack is number 0.
    volume.conflicts = conflicts.filter(({ overlay }) => overlay === number + 1);
    this.#changed();
  }
}

/** As a gazetteer file has it: sorted, and without what is empty. */
function fileOf({ title, entities, ...rest }: OwnGazetteer): Gazetteer {
  const sorted = entities.filter(({ name }) => name.trim() !== '').map(tidied);
  sorted.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...(title && { title }), ...rest, entities: sorted };
}
