/** The cast of the report, as the package lists it, and a line above it that says who has changed since. */
import type { View } from 'namelight';
import { attachCastList } from 'namelight/cast-list';
import { english } from 'namelight/strings';
import { element } from './element.js';

export function showCast(view: View): void {
  attachCastList(view, element('cast'), { order: 'count' });
  element('waiting').hidden = true;
  const showChanges = (): void => {
    element('changes').textContent = changes(view);
  };
  view.addEventListener('annotate', showChanges);
  showChanges();
}

function changes({ entities }: View): string {
  const changed = entities.filter(({ entity }) => entity.role?.now);
  if (changed.length === 0) return 'Nothing here is known to have changed since then.';
  const names = new Intl.ListFormat(english.locale).format(changed.map(({ entity }) => entity.name));
  return `Changed since then: ${names}.`;
}
