/** A consumer with all checks on: what is public can be named, and what is wrong is refused. */
import {
  createHighlighter,
  type EntityDetails,
  type Gazetteer,
  type Highlighter,
  type Mention,
  type NamelightError,
  type View,
} from 'namelight';
import { english, type Strings } from 'namelight/strings';

const strings: Partial<Strings> = { ...english, close: 'Zu' };
const own: Gazetteer = { entities: [{ id: 'us', type: 'company', name: 'Example Press' }] };

export async function use(root: Element, signal: AbortSignal): Promise<string[]> {
  const highlighter: Highlighter = createHighlighter({ strings, signal });
  await highlighter.load(own);
  const view: View = await highlighter.highlight(root, { date: '2024-12-01', card: false });
  view.addEventListener('annotate', ({ detail }) => console.log(detail.walk + detail.paint));
  view.addEventListener('select', ({ detail }) => console.log(detail.index));
  const mentions: Mention[] = await highlighter.annotate('Damascus');
  const entity: EntityDetails | undefined = await highlighter.entity('syria');
  view.dispose();
  return [...mentions.map(({ name }) => name), entity?.role?.title ?? ''];
}

export const codeOf = (error: NamelightError): string => error.code;

// @ts-expect-error a date is text
createHighlighter().annotate('Damascus', { date: new Date() });
// @ts-expect-error there is no such option
createHighlighter({ packs: [] });
