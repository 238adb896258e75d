/** The one engine of the background: base pack, overlays and own entries, made anew when these change. */
import type { EngineInfo } from '../../src/engine.js';
import { FlatEngine, type Flat } from '../../src/flat.js';
import type { Conflict, EntityDetails } from '../../src/types.js';
import { startWasm } from '../../src/wasm-module.js';
import { AskedEngine } from './asked-engine.js';
import { ownOverlay } from './overlay.js';
import { getPack } from './packs.js';
import type { GazetteerFault } from './protocol.js';
import { readSettings, type GazetteerItem, type Settings } from './settings.js';

interface Loaded {
  engine: AskedEngine;
  faults: GazetteerFault[];
}

const BASE = 'base';

/** Starts with the first call, or with `renew`. What could not be loaded is left out, and told by `faults`. */
export class LayeredEngine extends FlatEngine {
  #loaded: Promise<Loaded> | undefined;

  /** Loads what the settings now say; calls are answered by the old engine until the new one is ready. */
  async renew(): Promise<void> {
    const before = this.#loaded;
    const next = load(await readSettings());
    if (!before) {
      this.#loaded = next;
      return;
    }
    await next;
    this.#loaded = next;
    (await before).engine.dispose();
  }

  async faults(): Promise<GazetteerFault[]> {
    return (await this.#current()).faults;
  }

  async flat(text: string, date: string | undefined, withEntities: boolean): Promise<Flat> {
    return this.#ask(async (engine) => {
      const flat = await engine.flat(text, date);
      // Made while the engine is there.
      return { words: flat.words, names: flat.names, entities: withEntities ? flat.entities : [] };
    });
  }

  async info(): Promise<EngineInfo> {
    return this.#ask((engine) => engine.info());
  }

  async entity(id: string, date?: string): Promise<EntityDetails | undefined> {
    return this.#ask((engine) => engine.entity(id, date));
  }

  /** What a text could name by itself. */
  async named(text: string): Promise<EntityDetails[]> {
    return this.#ask((engine) => engine.named(text));
  }

  async conflicts(first: number): Promise<Conflict[]> {
    return this.#ask((engine) => engine.conflicts(first));
  }

  /** What is loaded follows from the settings and from nothing else. */
  async load(): Promise<void> {
    throw new Error('gazetteers are added in the settings');
  }

  dispose(): void {
    void this.#loaded?.then(({ engine }) => engine.dispose());
    this.#loaded = undefined;
  }

  /** Asks the engine, and the one in its place where it was put away meanwhile. */
  async #ask<T>(question: (engine: AskedEngine) => Promise<T>): Promise<T> {
    const loaded = this.#current();
    try {
      return await question((await loaded).engine);
    } catch (cause) {
      if (loaded === this.#current()) throw cause;
      return this.#ask(question);
    }
  }

  #current(): Promise<Loaded> {
    return (this.#loaded ??= readSettings()
      .then(load)
      .catch((cause: unknown) => {
        this.#loaded = undefined;
        throw cause;
      }));
  }
}

/** An engine that knows nothing yet; all share one module. */
export function emptyEngine(): AskedEngine {
  return new AskedEngine(startWasm(chrome.runtime.getURL('namelight_bg.wasm')));
}

async function load(settings: Settings): Promise<Loaded> {
  const engine = emptyEngine();
  const faults: GazetteerFault[] = [];
  const attempt = async (id: string, loading: Promise<void>): Promise<void> => {
    try {
      await loading;
    } catch (cause) {
      faults.push(faultOf(id, cause));
    }
  };
  // One after the other: their order is that of the layers.
  for (const item of settings.gazetteers) if (item.on) await attempt(item.id, loadItem(engine, item));
  const own = ownOverlay(settings);
  if (own) await attempt('own', engine.load(own));
  return { engine, faults };
}

async function loadItem(engine: AskedEngine, { id, title }: GazetteerItem): Promise<void> {
  if (id === BASE) return engine.load(chrome.runtime.getURL('base.nlpack'));
  const pack = await getPack(id);
  if (!pack) throw Object.assign(new Error(`the pack of ${title} is not there`), { code: 'missing-pack' });
  return engine.load(pack);
}

function faultOf(id: string, cause: unknown): GazetteerFault {
  const { code = 'engine-failed', message = String(cause) } = cause as Partial<GazetteerFault>;
  return { id, code, message };
}
