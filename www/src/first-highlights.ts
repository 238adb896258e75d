/**
 * Paints the names that are found first with the CSS Custom Highlight API, which leaves the page's DOM alone,
 * and hands over to the painter of all that follows, whose code comes after the first names are lit.
 */
import type { Entry } from './entries.js';
import { problem } from './errors.js';
import { PageStyles } from './highlight-styles.js';
import type { FirstPainter, Painted, Painter } from './painter.js';
import { SharedHighlights } from './shared-highlights.js';
import type { Place } from './text-map.js';
import type { Tree } from './walk.js';

/** So many are painted at once: all, or the first, where it cannot be known yet which are in sight. */
export const AT_ONCE = 100;

export const hasHighlights = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

export class FirstHighlights implements FirstPainter {
  readonly most = AT_ONCE;
  readonly #highlights = new SharedHighlights();
  readonly #styles: PageStyles;
  #entries: Entry[] = [];

  /** `looks` are further rules for the highlights. */
  constructor(looks = '') {
    this.#styles = new PageStyles((as) => `::highlight(namelight-${as})`, looks);
    if (!hasHighlights()) {
      throw problem('highlights-missing', 'this browser has no CSS Custom Highlight API');
    }
  }

  restore(): void {}

  origin(place: Place): Place {
    return place;
  }

  paint(painted: readonly Painted[], trees: Iterable<Tree>): void {
    this.#styles.adopt(trees);
    this.#entries = painted.map(({ place, as }) => ({ place, as }));
    for (const entry of this.#entries) this.#highlights.light(entry);
  }

  async complete(): Promise<Painter> {
    const { HighlightPainter } = await import('./live.js');
    return new HighlightPainter(this.#highlights, this.#styles, this.#entries);
  }

  clear(): void {
    for (const entry of this.#entries) this.#highlights.putOut(entry);
    this.#entries = [];
    this.#styles.clear();
  }
}
