/** What the page has taken away from the registry of highlights is set again. */
import type { UsedHighlights } from './shared-highlights.js';

/** Registers what the page has cleared, and moves into what it has put in its place. */
export function registerAgain(all: UsedHighlights): void {
  for (const [registry, used] of all) {
    for (const [name, highlight] of used) {
      const registered = registry.get(name);
      if (registered === highlight) continue;
      if (!registered) {
        registry.set(name, highlight);
        continue;
      }
      for (const range of highlight) registered.add(range);
      used.set(name, registered);
    }
  }
}
