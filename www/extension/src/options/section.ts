/** What the sections of the options share: the settings as they are now, the words, and a way to be drawn again. */
import type { TemplateResult } from 'lit-html';
import type { Strings } from 'namelight/strings';
import type { Settings } from '../settings.js';
import type { Words } from '../words.js';

export interface Context {
  readonly say: Words;
  readonly strings: Strings;
  readonly settings: Settings;
  /** Writes settings; the page is drawn again once they are written. What cannot be written is told. */
  write(changes: Partial<Settings>): Promise<void>;
  /** Does something that may fail, and tells the reader if it does. */
  attempt(work: () => Promise<void>): Promise<void>;
  redraw(): void;
  /** Says something politely to who cannot see it happen. */
  tell(words: string): void;
}

/** A section of the page; it is drawn while it is the one that is shown. */
export type Section = (context: Context) => { draw(): TemplateResult; opened?(argument: string): void };
