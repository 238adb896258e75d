/** The entity that is being written or edited: every change is laid over the text at once. */
import type { PageModel } from '../../model.js';
import type { EntryControls, EntryState } from './entry-form.js';
import { emptyEntity, freeId, type OwnEntity, type OwnGazetteer } from './own-entity.js';
import type { Shelf, Volume } from './shelf.js';
import { WORDS } from './words.js';

const MINE = 'my-names';

export class Entry {
  readonly #model: PageModel;
  readonly #shelf: Shelf;
  readonly #changed: () => void;
  #volume = { id: MINE, title: WORDS.mine };
  #entity: OwnEntity;
  #status = '';
  #fault: string | undefined;
  /** The last words that were selected in the report: a button takes the selection away. */
  #selection = '';
  readonly #end = new AbortController();

  constructor(model: PageModel, shelf: Shelf, changed: () => void) {
    this.#model = model;
    this.#shelf = shelf;
    this.#changed = changed;
    this.#entity = emptyEntity(this.#gazetteer);
    const { signal } = this.#end;
    document.addEventListener('selectionchange', () => this.#watchSelection(), { signal });
  }

  get state(): EntryState {
    const { entities } = this.#gazetteer;
    return { title: this.#volume.title, entities, entity: this.#entity, status: this.#status, fault: this.#fault };
  }

  /** Edits the entities of a gazetteer. */
  edit({ id, title, gazetteer }: Volume): void {
    this.#volume = { id, title };
    this.#begin(gazetteer?.entities[0]);
  }

  /** What was taken away is no longer edited. */
  forget(id: string): void {
    if (this.#volume.id !== id) return;
    this.#volume = { id: MINE, title: WORDS.mine };
    this.#begin(undefined);
  }

  dispose(): void {
    this.#end.abort();
  }

  readonly controls: EntryControls = {
    choose: (id) => this.#begin(this.#gazetteer.entities.find((entity) => entity.id === id)),
    another: () => this.#begin(undefined),
    takeSelection: () => {
      if (this.#selection === '') {
        this.#status = WORDS.nothingSelected;
        this.#changed();
      } else {
        void this.#change({ ...emptyEntity(this.#gazetteer), name: this.#selection });
      }
    },
    change: (entity) => void this.#change(entity),
    remove: () => void this.#remove(),
  };

  get #gazetteer(): OwnGazetteer {
    return this.#shelf.volume(this.#volume.id)?.gazetteer ?? { title: this.#volume.title, entities: [] };
  }

  #begin(entity: OwnEntity | undefined): void {
    this.#entity = entity ?? emptyEntity(this.#gazetteer);
    this.#status = '';
    this.#fault = undefined;
    this.#changed();
  }

  #watchSelection(): void {
    const selection = getSelection();
    const { view } = this.#model;
    if (!selection || selection.isCollapsed || !view?.root.contains(selection.anchorNode)) return;
    this.#selection = selection.toString().replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  }

  async #change(entity: OwnEntity): Promise<void> {
    const gazetteer = this.#gazetteer;
    const known = gazetteer.entities.some(({ id }) => id === entity.id);
    // An id comes from the first name and stays.
    const changed = known || entity.name.trim() === '' ? entity : { ...entity, id: idOf(entity.name, gazetteer) };
    this.#entity = changed;
    const others = gazetteer.entities.filter(({ id }) => id !== changed.id);
    if (known || changed.name.trim() !== '') await this.#lay({ ...gazetteer, entities: [...others, changed] });
    else this.#changed();
  }

  async #remove(): Promise<void> {
    const gazetteer = this.#gazetteer;
    const entities = gazetteer.entities.filter(({ id }) => id !== this.#entity.id);
    this.#begin(undefined);
    await this.#lay({ ...gazetteer, entities });
    this.#status = WORDS.removed;
    this.#changed();
  }

  async #lay(gazetteer: OwnGazetteer): Promise<void> {
    const { id, title } = this.#volume;
    const { id: written, name } = this.#entity;
    this.#changed();
    try {
      await this.#shelf.edit(id, title, gazetteer);
      this.#fault = undefined;
      const count = this.#model.state.entities.find(({ entity }) => entity.id === written)?.mentions.length ?? 0;
      this.#status = name === '' ? '' : WORDS.lit(name, count);
    } catch (cause) {
      this.#fault = cause instanceof Error ? cause.message : String(cause);
      this.#status = '';
    }
    this.#changed();
  }
}

/** An id of lower-case words joined by hyphens; letters of other scripts are left to a number. */
function idOf(name: string, gazetteer: OwnGazetteer): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return freeId(`own-${words || 'entry'}`, gazetteer);
}
