/**
 * What is exported: a text, the mentions found in it, the entities that they name, and where the text comes
 * from. Plain data, so that it can be made in a page, an extension or Node, stored, and sent.
 */
import { safeAddress } from '../addresses.js';
import type { Highlighter } from '../highlighter.js';
import type { EntityDetails, Mention } from '../types.js';
import type { View } from '../view.js';
import { wellFormed } from '../well-formed.js';

/** Where a text comes from, and as of when. Dates are `YYYY-MM-DD` or full RFC 3339 timestamps. */
export interface ExportSource {
  /** The address of the page, `http:` or `https:`. */
  url?: string;
  title?: string;
  /** When the text was written: the date at which roles are read. */
  date?: string;
  /** When the text was read. */
  retrieved?: string;
  /** The day on which the facts of the pack were checked. */
  checked?: string;
}

/** A text with all that was found in it. */
export interface ExportDocument {
  /** The haystack. Blocks are separated by U+2029, or in plain text by blank lines. */
  text: string;
  /** In order and disjoint; `start` and `end` are UTF-16 code units of `text`. */
  mentions: readonly Mention[];
  /** Every entity that a mention names or could name, roles resolved at the date of the text. */
  entities: readonly EntityDetails[];
  source?: ExportSource;
}

/** The document of a view as it stands; what `source` leaves out is taken from the view. */
export function documentOfView(view: ViewParts, source: ExportSource = {}): ExportDocument {
  const { text, mentions, info, date } = view;
  const entities = idsIn(mentions).flatMap((id) => view.entity(id) ?? []);
  return { text, mentions, entities, source: withDefaults(source, date, info.checked) };
}

/** What of a view is exported. */
export type ViewParts = Pick<View, 'text' | 'mentions' | 'info' | 'date' | 'entity'>;

/** Finds the mentions of a text and gathers their entities. Needs no DOM; `source.date` is when it was written. */
export async function documentOfText(
  highlighter: Pick<Highlighter, 'annotate' | 'entity' | 'ready'>,
  text: string,
  source: ExportSource = {},
): Promise<ExportDocument> {
  const at = source.date === undefined ? {} : { date: source.date.slice(0, 10) };
  const [{ checked }, mentions] = await Promise.all([
    highlighter.ready,
    highlighter.annotate(text, at),
  ]);
  const found = await Promise.all(idsIn(mentions).map((id) => highlighter.entity(id, at)));
  const entities = found.flatMap((entity) => entity ?? []);
  return { text, mentions, entities, source: withDefaults(source, undefined, checked) };
}

/** The entities that mentions name or could name, in the order of the text. */
function idsIn(mentions: readonly Mention[]): string[] {
  const ids = mentions.flatMap(({ entity, candidates }) => [
    entity,
    ...candidates.map((candidate) => candidate.entity),
  ]);
  return [...new Set(ids)];
}

function withDefaults(
  source: ExportSource,
  date: string | undefined,
  checked: string,
): ExportSource {
  return { ...(date ? { date } : {}), ...(checked ? { checked } : {}), ...source };
}

/**
 * The source of a document as it may be exported: what is known of it and nothing else. An address that is not a
 * page's on the web, such as a file's, and a date that is none are left out.
 */
export function sourceOf({ source = {} }: ExportDocument): ExportSource {
  const { title, date, retrieved, checked } = source;
  const url = safeAddress(source.url ?? '', ['http:', 'https:']);
  return {
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(date && instant(date) ? { date } : {}),
    ...(retrieved && instant(retrieved) ? { retrieved } : {}),
    ...(checked && instant(checked) ? { checked } : {}),
  };
}

/** An entity that a document says is there: named by `mentions`, none of which the text leaves open. */
export interface NamedEntity {
  entity: EntityDetails;
  mentions: Mention[];
}

/** The entities named in a document, in the order of their first mention. */
export function namedEntities({ mentions, entities }: ExportDocument): NamedEntity[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const named = new Map<string, NamedEntity>();
  for (const mention of mentions) {
    const entity = byId.get(mention.entity);
    if (!entity || mention.confidence === 'ambiguous') continue;
    const known = named.get(entity.id);
    if (known) known.mentions.push(mention);
    else named.set(entity.id, { entity, mentions: [mention] });
  }
  return [...named.values()];
}

/** JSON as files hold it: indented, ended by a line feed, every string well-formed Unicode. */
export function jsonText(value: unknown): string {
  const text = (_: string, part: unknown): unknown =>
    typeof part === 'string' ? wellFormed(part) : part;
  return `${JSON.stringify(value, text, 2)}\n`;
}

/** A date or timestamp in the one form that all formats take, in UTC and to the millisecond. */
export function instant(date: string | undefined): string | undefined {
  if (!date || !/^\d{4}(-\d\d){0,2}(T.+(Z|[+-]\d\d:\d\d))?$/.test(date)) return undefined;
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
