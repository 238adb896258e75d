/**
 * What passes between the parts of the extension, typed: questions to the background, and the channel between an
 * extension page and the page that the reader reads. Settings need no messages: `settings.ts` reads, writes and
 * watches them from anywhere but content scripts.
 */
import type { OpenName } from '../../src/cast-list-choice.js';
import type { EngineInfo } from '../../src/engine.js';
import { problem } from '../../src/errors.js';
import type { EntityDetails, Mention } from '../../src/types.js';
import type { CastMember } from '../../src/view.js';
import type { ArticleDate } from './article-date.js';
import type { Appearance, OwnEntry } from './settings.js';

/** What is asked of the background by pages of the extension, and what it answers. */
export interface Questions {
  /** Runs in a tab that was granted by a click or a permission. */
  'turn-on': { asks: { tab: number }; answer: { on: boolean } };
  /** Runs there no more, until it is turned on or opened anew. */
  'turn-off': { asks: { tab: number }; answer: { on: boolean } };
  /** What is loaded, and which gazetteers could not be. */
  status: { asks: object; answer: EngineStatus };
  /** What a pack in `packs.ts` holds; fails where it cannot be loaded. */
  'check-pack': { asks: { id: string }; answer: EngineInfo };
  /** Fails where an entry of the reader's own could not be loaded, and says why. */
  'check-own': { asks: { entry: OwnEntry }; answer: object };
  /** All that some text could name, what it does name first. */
  'look-up': { asks: { text: string }; answer: { entities: EntityDetails[] } };
  /** A pack that was put into `packs.ts` becomes a gazetteer on top of all, if it can be loaded. */
  'add-gazetteer': { asks: { id: string; title: string; private: boolean }; answer: { added: boolean } };
}

export interface EngineStatus extends EngineInfo {
  faults: GazetteerFault[];
}

/** A gazetteer, or the reader's own entries (`own`), that could not be loaded, and why. */
export interface GazetteerFault {
  id: string;
  code: string;
  message: string;
}

/** What is asked of the background by content scripts only. */
export interface PageQuestions {
  /** A frame has come up, or was told that something changed. */
  hello: { asks: { byHand: boolean }; answer: PageOrders };
  /** What was found in a frame, for the badge. */
  found: { asks: { count: number | undefined }; answer: object };
}

/** What a frame is to do. */
export interface PageOrders {
  /** Light names up, or leave the page alone. */
  run: boolean;
  /** True where something of the reader's own plays a part: then nothing of what is lit may be in the page's reach. */
  private: boolean;
  appearance: Appearance;
  /** The language chosen, empty for the browser's own; and its messages, where it was chosen. */
  language: string;
  messages: Record<string, string> | undefined;
  /** Changes whenever other mentions may be found. */
  engine: string;
  /** Known to this extension alone; how a new version finds what an old one has left. */
  secret: string;
}

/** The name of the channel of `tabs.connect` from extension pages; every frame that runs answers. */
export const PAGE_CHANNEL = 'page';
/** The name of the channel to the engine. */
export const ENGINE_CHANNEL = 'engine';

/** From a frame, at once when connected and after each change. */
export type PageReport = { state: PageState } | { text: string; frame: string } | { gone: string };

/** A frame that names are lit in. What it has of `CastContent` is what `namelight/cast-list` shows. */
export interface PageState {
  /** Names the frame in commands; of no meaning otherwise. */
  frame: string;
  /** Whether it is the page itself. */
  top: boolean;
  title: string;
  address: string;
  /** The language of the page, if it says one. */
  lang: string;
  info: EngineInfo;
  mentions: readonly Mention[];
  members: readonly CastMember[];
  open: readonly OpenName[];
  muted: readonly { id: string; name: string }[];
  /** The day at which roles are read: that of the article, or of the pack where none is known. */
  date: string;
  checked: string;
  current: number | null;
  /** The day the article says itself, and how; the reader may have chosen another `date`. */
  found: ArticleDate | undefined;
  /** True where the reader has chosen the date. */
  chosen: boolean;
}

/** To one frame, or to all. */
export interface PageCommand {
  frame?: string;
  command: PageAction;
}

export type PageAction =
  /** Makes a mention current and brings it into view. */
  | { do: 'go'; position: number | null; focus?: boolean }
  | { do: 'step'; by: 1 | -1 }
  /** Reads the page as of a day; without one, as of its own. */
  | { do: 'date'; date: string | undefined }
  /** On this page and nowhere else. */
  | { do: 'mute'; id: string; muted: boolean }
  /** Answered with the text as it was read, which mentions count their positions in. */
  | { do: 'text' };

/** From the background to the frames of a tab; answered by whether names are lit, or by what is said there. */
export type Notice =
  /** Ask for orders again. */
  | { notice: 'check' }
  | { notice: 'turn-on' }
  | { notice: 'turn-off' }
  | { notice: 'is-on' }
  | { notice: 'step'; by: 1 | -1 }
  /** Opens the card, or closes it. */
  | { notice: 'card' }
  /** Opens the card of what is selected, if it is known; answered by `true` where it is. */
  | { notice: 'look-up' };

type All = Questions & PageQuestions;
/** A question as it is sent. */
export type Question = { [K in keyof All]: { ask: K } & All[K]['asks'] }[keyof All];
type Reply = { answer: unknown } | { error: { code: string; message: string } };

/** A background that is stopped so often before it has answered will not answer. */
const TIMES = 10;

/** Asks the background, which is started if it does not run. Fails with an `Error` that has a `code`. */
export async function ask<K extends keyof All>(question: K, asks: All[K]['asks']): Promise<All[K]['answer']> {
  const reply = await replyTo({ ...asks, ask: question });
  if ('error' in reply) throw problem(reply.error.code, reply.error.message);
  return reply.answer as All[K]['answer'];
}

/** Asks again where the background was stopped before it answered: every question may be asked twice. */
async function replyTo(message: object): Promise<Reply> {
  let cause: unknown;
  for (let time = 0; time < TIMES && chrome.runtime?.id; time += 1) {
    try {
      const reply = (await chrome.runtime.sendMessage(message)) as Reply | undefined;
      if (reply) return reply;
    } catch (gone) {
      cause = gone;
    }
  }
  throw problem('no-answer', 'the background did not answer', cause);
}
