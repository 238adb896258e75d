/** Starts the page: the names of the report first, then everything that stands around it. */
import { createHighlighter } from 'namelight';
import { Desk } from './desk.js';
import { element } from './element.js';
import { PageModel } from './model.js';
import { showProblem } from './problem.js';

async function start(): Promise<void> {
  const { dateTime: written } = element<HTMLTimeElement>('written');
  const title = element('headline').textContent.trim();
  const model = new PageModel({
    root: element('report'),
    story: { id: element('report').dataset['article'] ?? '', title, written, language: 'en' },
    createHighlighter: (where) => createHighlighter(where),
  });
  model.subscribe(({ phase, error }, before) => {
    if (phase === 'failed' && before.phase !== 'failed') showProblem(error);
  });
  const desk = new Desk(model, model.state.story.id ?? '');
  const around = import('./around.js');
  await desk.follow(true);
  (await around).furnish(model, desk);
}

start().catch(showProblem);
