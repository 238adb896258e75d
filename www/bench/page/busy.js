/** A page of 100 KB whose hundred cells are written ten thousand times in sixty frames, with a view or without. */
import { createHighlighter } from '/dist/package/index.js';
import { articleRoot, show } from './article.js';

const CELLS = 100;
const WRITES_PER_FRAME = 167;

const highlighter = createHighlighter();
let root;
let view;
let annotations = 0;

/** The page anew, lit or not, once it has come to rest. */
export async function prepare({ longArticle, date, lit }) {
  view?.dispose();
  view = undefined;
  await highlighter.ready;
  root = articleRoot(longArticle);
  for (let cell = 0; cell < CELLS; cell += 1) root.prepend(document.createElement('p'));
  await show(root);
  if (lit) {
    view = await highlighter.highlight(document.body, { date, card: false });
    view.addEventListener('annotate', () => (annotations += 1));
  }
  await write({ frames: 30 });
}

/** Writes for so many frames; tells how often the view was annotated meanwhile. */
export async function write({ frames }) {
  annotations = 0;
  const cells = [...root.children].slice(0, CELLS);
  for (let writes = 0; writes < frames * WRITES_PER_FRAME; ) {
    for (let one = 0; one < WRITES_PER_FRAME; one += 1, writes += 1) {
      cells[writes % CELLS].textContent = `Aleppo: message ${writes}`;
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return annotations;
}
