/** What differs in the text's roles and readings between the day as of which it is read and another day. */
import type { CastMember, Mention } from 'namelight';
import type { PageModel } from './model.js';

/** Somebody or something that was another on one day than on the other. */
export interface Difference {
  name: string;
  /** The position in the mentions to go to. */
  position: number;
  /** What it was on the earlier and on the later day; undefined where nothing is known. */
  earlier: string | undefined;
  later: string | undefined;
  /** For a name that is read as two entities, the name as it stands in the text. */
  text?: string;
}

/** Letters beyond which the text is not read a second time for what its names stand for. */
const LONGEST_TEXT = 200_000;

/** The differences between the model's date and another one; undefined once the signal is aborted. */
export async function differencesTo(
  other: string,
  { state, highlighter }: PageModel,
  signal: AbortSignal,
): Promise<Difference[] | undefined> {
  const { date, entities, mentions, text } = state;
  const swapped = other < date;
  const ordered = (here: string | undefined, there: string | undefined): Pick<Difference, 'earlier' | 'later'> =>
    swapped ? { earlier: there, later: here } : { earlier: here, later: there };
  const dated = entities.filter(({ entity }) => entity.roles.some(({ from, to }) => from ?? to));
  const found: Difference[] = [];
  for (const { entity, mentions: positions } of dated) {
    const there = await highlighter.entity(entity.id, { date: other });
    if (signal.aborted) return undefined;
    const [title, otherTitle] = [entity.role?.title, there?.role?.title];
    if (title !== otherTitle) {
      found.push({ name: entity.name, position: positions[0] ?? -1, ...ordered(title, otherTitle) });
    }
  }
  if (text.length > LONGEST_TEXT) return found;
  const read = await highlighter.annotate(text, { date: other });
  if (signal.aborted) return undefined;
  const readings = readOtherwise(mentions, read, entities).map(({ text, position, here, there }) => ({
    name: text,
    text,
    position,
    ...ordered(here, there),
  }));
  return [...readings, ...found];
}

/** Names that stand for another entity on the other day, each once. */
function readOtherwise(
  mentions: readonly Mention[],
  others: readonly Mention[],
  entities: readonly CastMember[],
): { text: string; position: number; here: string; there: string }[] {
  const cast = new Set(entities.map(({ entity }) => entity.id));
  const byStart = new Map(others.map((mention) => [mention.start, mention]));
  const seen = new Set<string>();
  return mentions.flatMap(({ start, text, name, entity }, position) => {
    const other = byStart.get(start);
    if (!other || !cast.has(entity) || other.entity === entity || other.confidence === 'ambiguous') return [];
    const key = `${text} ${entity} ${other.entity}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ text, position, here: name, there: other.name }];
  });
}
