/** The engine in the background as content scripts have it: whenever the background was stopped, it is asked again. */
import type { Engine, EngineInfo, EngineMention, Reading } from '../../src/engine.js';
import { problem } from '../../src/errors.js';
import { connectEngine } from '../../src/port-client.js';
import type { Conflict, EntityDetails } from '../../src/types.js';
import { ENGINE_CHANNEL } from './protocol.js';

/** A background that goes away so often in one question will not answer it. */
const TIMES = 10;

export class BackgroundEngine implements Engine {
  readonly #engine = connectEngine(() => chrome.runtime.connect({ name: ENGINE_CHANNEL }));

  info(): Promise<EngineInfo> {
    return this.#ask((engine) => engine.info());
  }

  annotate(text: string, date?: string): Promise<EngineMention[]> {
    return this.#ask((engine) => engine.annotate(text, date));
  }

  read(text: string, date?: string): Promise<Reading> {
    return this.#ask((engine) => engine.read(text, date));
  }

  entity(id: string, date?: string): Promise<EntityDetails | undefined> {
    return this.#ask((engine) => engine.entity(id, date));
  }

  conflicts(first: number): Promise<Conflict[]> {
    return this.#ask((engine) => engine.conflicts(first));
  }

  async load(): Promise<void> {
    throw problem('read-only', 'pages load nothing');
  }

  dispose(): void {
    this.#engine.dispose();
  }

  async #ask<T>(question: (engine: Engine) => Promise<T>): Promise<T> {
    for (let time = 1; ; time += 1) {
      try {
        return await question(this.#engine);
      } catch (cause) {
        const gone = (cause as { code?: string }).code === 'engine-gone';
        if (!gone || time === TIMES || !chrome.runtime?.id) throw cause;
      }
    }
  }
}
