/** Starts the page: the names of the report first, then everything that stands around it. */
import { createHighlighter } from 'namelight';
import { showAsOf } from './as-of.js';
import { showCast } from './cast-list.js';
import { offerLink } from './copy-link.js';
import { Desk } from './desk.js';
import { showDifferences } from './differences-list.js';
import { element } from './element.js';
import { showFacts } from './facts.js';
import { watchIncoming } from './incoming.js';
import { PageModel } from './model.js';
import { keepOffline } from './offline.js';
import { showParts } from './parts.js';
import { showProblem } from './problem.js';

async function start(): Promise<void> {
  const { dateTime: written } = element<HTMLTimeElement>('written');
  const title = element('headline').textContent.trim();
  const model = new PageModel({
    root: element('report'),
    story: { id: element('report').dataset['article'] ?? '', title, written, language: 'en' },
    createHighlighter: () => createHighlighter(),
  });
  const desk = new Desk(model, model.state.story.id ?? '');
  model.subscribe(({ phase, error }, before) => {
    if (phase === 'failed' && before.phase !== 'failed') showProblem(error);
  });
  showCast(model);
  await desk.follow(true);
  showAsOf(model);
  showDifferences(model);
  showFacts(model);
  offerLink(model, (position) => desk.addressOf(position));
  const step = element<HTMLButtonElement>('step');
  step.disabled = false;
  step.addEventListener('click', () => model.select(0, { scroll: true, focus: true }));
  watchIncoming((source) => void desk.read(source).catch(showProblem));
  showParts(model);
  await keepOffline();
}

start().catch(showProblem);
