/** Turns what an engine found into mentions that stand on their own. */
import type { EngineMention, Reading } from './engine.js';
import type { EntityDetails, Mention, Role } from './types.js';

/** The mentions of one text, and every entity that they name or could name, by id. */
export interface Annotation {
  mentions: Mention[];
  entities: ReadonlyMap<string, EntityDetails>;
}

/** What an engine read in `text`, in words; a mention for each of its own. */
export function annotationOf({ mentions, entities }: Reading, text: string): Annotation {
  const byIndex = new Map(entities.map((entity) => [entity.index, entity]));
  return {
    mentions: mentions.map((mention) =>
      // An engine tells of every entity that it names.
      describe(mention, byIndex.get(mention.entity) as EntityDetails, text, byIndex),
    ),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
  };
}

function describe(
  { start, end, form, confidence, why, candidates }: EngineMention,
  { id, name, kind, type, role: details, links }: EntityDetails,
  text: string,
  byIndex: ReadonlyMap<number, EntityDetails>,
): Mention {
  // The id says whose the role is; the name is with the details.
  const { ofName: _, ...role } = details ?? {};
  return {
    start,
    end,
    text: text.slice(start, end),
    entity: id,
    name,
    kind,
    type,
    form,
    confidence,
    role: details && (role as Role),
    links,
    candidates: candidates.flatMap((candidate) => {
      const other = byIndex.get(candidate.entity);
      if (!other) return [];
      return [{ entity: other.id, name: other.name, kind: other.kind, why: candidate.why }];
    }),
    why,
  };
}
