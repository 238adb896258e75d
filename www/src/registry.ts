/** What the page has taken away from the registry of highlights is set again. */
import type { Entry } from './entries.js';
import type { UsedHighlights } from './shared-highlights.js';

/**
 * Registers what the page has cleared, and moves into what it has put in its place what was painted of `entries`.
 * A highlight is not asked what is in it, which Firefox does not tell content scripts.
 */
export function registerAgain(all: UsedHighlights, entries: readonly Pick<Entry, 'as' | 'range'>[]): void {
  for (const [registry, used] of all) {
    for (const [name, highlight] of used) {
      const registered = registry.get(name);
      if (registered === highlight) continue;
      if (!registered) {
        registry.set(name, highlight);
        continue;
      }
      used.set(name, registered);
      for (const { as, range } of entries) {
        if (range && highlight.has(range) && name.endsWith(as)) registered.add(range);
      }
    }
  }
}
