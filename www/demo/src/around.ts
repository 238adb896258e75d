/** Everything that stands around the text, once its names are lit: the date, what differs, the cast, the further parts. */
import { showAsOf } from './as-of.js';
import { showCast } from './cast-list.js';
import { offerLink } from './copy-link.js';
import type { Desk } from './desk.js';
import { showDifferences } from './differences-list.js';
import { element } from './element.js';
import { showFacts } from './facts.js';
import { watchIncoming } from './incoming.js';
import type { PageModel } from './model.js';
import { keepOffline } from './offline.js';
import { showParts } from './parts.js';
import { showProblem } from './problem.js';

export function furnish(model: PageModel, desk: Desk): void {
  showCast(model);
  showAsOf(model);
  showDifferences(model);
  showFacts(model);
  offerLink(model, (position) => desk.addressOf(position));
  const step = element<HTMLButtonElement>('step');
  step.disabled = false;
  step.addEventListener('click', () => model.select(0, { scroll: true, focus: true }));
  watchIncoming((source) => void desk.read(source).catch(showProblem));
  showParts(model);
  // Without it the page works all the same.
  keepOffline().catch(() => undefined);
}
