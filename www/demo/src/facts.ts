/** One line of facts: what is loaded and how long the text took. */
import { monthInWords } from './days.js';
import { element } from './element.js';
import type { PageModel, PageState } from './model.js';
import { words } from './words.js';

export function showFacts(model: PageModel): void {
  const show = ({ info, timing, mentions, text }: PageState): void => {
    if (!info || !timing) return;
    const number = (value: number): string => value.toLocaleString(words.locale);
    const took = timing.annotate.toLocaleString(words.locale, { maximumFractionDigits: 1 });
    const loaded = words.facts(number(info.nameCount), number(info.entityCount), monthInWords(info.checked));
    element('facts').textContent = `${loaded} ${words.found(number(mentions.length), number(text.length), took)}`;
    // Within the text that is read: a change that changes nothing would have it read again, for ever.
    const open = element('open');
    const none = mentions.every(({ confidence }) => confidence !== 'ambiguous');
    if (open.hidden !== none) open.hidden = none;
  };
  model.subscribe((state, before) => {
    if (state.timing !== before.timing) show(state);
  });
  show(model.state);
}
