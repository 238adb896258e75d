/** One line of facts: what is loaded and how long the text took. */
import type { View } from 'namelight';
import { dateInWords, english } from 'namelight/strings';
import { element } from './element.js';

export function showFacts({ info, mentions, root, timing }: View): void {
  const number = (value: number): string => value.toLocaleString(english.locale);
  const took = timing.annotate.toLocaleString(english.locale, { maximumFractionDigits: 1 });
  const known = dateInWords(info.checked.slice(0, 7), english.locale);
  const length = root.textContent?.length ?? 0;
  element('facts').textContent =
    `${number(info.nameCount)} names of ${number(info.entityCount)} actors and places loaded, as of ${known}. ` +
    `${number(mentions.length)} mentions found in ${number(length)} characters in ${took} ms.`;
}
