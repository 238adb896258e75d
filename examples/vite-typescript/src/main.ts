/** Lights the names of an article, lists who is in it, and reads it as of another day when asked to. */
import { createHighlighter, type View } from 'namelight';

const article = document.querySelector('article');
const list = document.querySelector('#cast');
const day = document.querySelector('input');
if (!article || !list || !day) throw new Error('the page is not the one that this was written for');

const highlighter = createHighlighter();
const view = await highlighter.highlight(article, { date: day.value });
show(view, list);
view.addEventListener('annotate', () => show(view, list));
view.addEventListener('select', ({ detail }) => console.log(view.mentions[detail.index ?? -1]?.name));
day.addEventListener('change', () => void view.asOf(day.value));

function show({ entities }: View, into: Element): void {
  into.replaceChildren(
    ...entities.map(({ entity, mentions }) => {
      const item = document.createElement('li');
      const role = entity.role ? `, ${entity.role.title}` : '';
      item.textContent = `${entity.name}${role} (${mentions.length})`;
      return item;
    }),
  );
}
