/** Answers what pages of the extension and content scripts ask. Web pages cannot ask: nothing listens to them. */
import type { Badge } from './badge.js';
import { emptyEngine, type LayeredEngine } from './layered-engine.js';
import { ordersFor } from './orders.js';
import { entityOf } from './overlay.js';
import { deletePack, getPack } from './packs.js';
import type { PageQuestions, Question, Questions } from './protocol.js';
import { readSettings, writeSettings } from './settings.js';
import { turnOff, turnOn } from './tabs.js';

type Sender = chrome.runtime.MessageSender;
type Handlers<All> = {
  [K in keyof All]: All[K] extends { asks: infer A; answer: infer R } ? (asks: A, sender: Sender) => Promise<R> : never;
};

export class Answers {
  readonly #engine: LayeredEngine;
  readonly #badge: Badge;

  constructor(engine: LayeredEngine, badge: Badge) {
    this.#engine = engine;
    this.#badge = badge;
  }

  /** Answers a message; undefined where it is no question, or not one that its sender may ask. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined {
    const { ask } = (message ?? {}) as Partial<Question>;
    const handlers = isOwnPage(sender) ? { ...this.#forOwnPages, ...this.#forFrames } : this.#forFrames;
    if (sender.id !== chrome.runtime.id || !ask || !Object.hasOwn(handlers, ask)) return undefined;
    const handler = (handlers as Record<string, (asks: unknown, sender: Sender) => Promise<unknown>>)[ask];
    return handler?.(message, sender);
  }

  readonly #forFrames: Handlers<PageQuestions> = {
    hello: async ({ byHand }, sender) => {
      // Most who ask will ask for names next; what goes wrong is told to those who do.
      this.#engine.info().catch(() => undefined);
      return ordersFor(sender, byHand);
    },
    found: async ({ count }, { tab, frameId = 0 }) => {
      if (tab?.id !== undefined) await this.#badge.show(tab.id, frameId, count);
      return {};
    },
  };

  readonly #forOwnPages: Handlers<Questions> = {
    'turn-on': async ({ tab }) => ({ on: await turnOn(tab) }),
    'turn-off': async ({ tab }) => {
      await turnOff(tab);
      return { on: false };
    },
    status: async () => ({ ...(await this.#engine.info()), faults: await this.#engine.faults() }),
    'check-pack': async ({ id }) => (await this.#examine(id)).info,
    'check-own': async ({ entry }) => {
      const engine = emptyEngine();
      try {
        await engine.load({ entities: [entityOf(entry)] });
      } finally {
        engine.dispose();
      }
      return {};
    },
    'look-up': async ({ text }) => ({ entities: await this.#engine.named(text) }),
    'add-gazetteer': async ({ id, title, private: isPrivate }) => {
      const { size, info } = await this.#examine(id).catch(async (cause: unknown) => {
        await deletePack(id);
        throw cause;
      });
      const { gazetteers } = await readSettings();
      const { checked, entityCount, nameCount } = info;
      const added = new Date().toISOString().slice(0, 10);
      const sizes = { entityCount, nameCount, checked, bytes: size, added };
      const item = { id, title: title || info.title, on: true, private: isPrivate, ...sizes };
      await writeSettings({ gazetteers: [...gazetteers.filter((other) => other.id !== id), item] });
      return { added: true };
    },
  };

  /** What a pack holds. */
  async #examine(id: string): Promise<{ size: number; info: Awaited<ReturnType<LayeredEngine['info']>> }> {
    const pack = await getPack(id);
    if (!pack) throw Object.assign(new Error('there is no such pack'), { code: 'missing-pack' });
    const engine = emptyEngine();
    try {
      await engine.load(pack);
      return { size: pack.byteLength, info: await engine.info() };
    } finally {
      engine.dispose();
    }
  }
}

function isOwnPage({ url, origin }: Sender): boolean {
  const own = new URL(chrome.runtime.getURL('')).origin;
  return (origin ?? (url && new URL(url).origin)) === own;
}
