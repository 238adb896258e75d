/** Starts the page: finds the names of the report and ties the date, the cast list and the text together. */
import { createHighlighter, type View } from 'namelight';
import { AsOf } from './as-of.js';
import { showCast } from './cast-list.js';
import { element } from './element.js';
import { showFacts } from './facts.js';
import { showProblem } from './problem.js';

async function start(): Promise<void> {
  const written = element<HTMLTimeElement>('written').dateTime;
  const view = await createHighlighter().highlight(element('article'), { date: written });
  const asOf = new AsOf({ first: `${written.slice(0, 4)}-01-01`, last: view.info.checked, written });
  const show = (): void => {
    element('open').hidden = view.mentions.every(({ confidence }) => confidence !== 'ambiguous');
    showFacts(view);
    asOf.mark(turningPoints(view));
  };
  view.addEventListener('annotate', show);
  asOf.addEventListener('change', () => {
    view.asOf(asOf.date).catch(showProblem);
  });
  const step = element<HTMLButtonElement>('step');
  step.disabled = false;
  step.addEventListener('click', () => view.select(0, { scroll: true, focus: true }));
  showCast(view);
  show();
}

/** The dates at which somebody in the report began or ceased to be something. */
function turningPoints({ entities }: View): Set<string> {
  const roles = entities.flatMap(({ entity }) => entity.roles);
  const dates = roles.flatMap(({ from, to }) => [from, to]);
  return new Set(dates.filter((date) => date !== undefined));
}

start().catch(showProblem);
