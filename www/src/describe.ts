/** Turns what an engine found into mentions that stand on their own. */
import type { Engine, EngineMention } from './engine.js';
import type { EntityDetails, Mention, Role } from './types.js';

/** The mentions of one text, and every entity that they name or could name, by id. */
export interface Annotation {
  mentions: Mention[];
  entities: ReadonlyMap<string, EntityDetails>;
}

/** Annotates `text`: one call of the engine gives the spans and the entities. */
export async function annotate(engine: Engine, text: string, date?: string): Promise<Annotation> {
  const { mentions: found, entities: details } = await engine.read(text, date);
  const byIndex = new Map(details.map((entity) => [entity.index, entity]));
  const mentions = found.flatMap((mention) => {
    const entity = byIndex.get(mention.entity);
    return entity ? [describe(mention, entity, text, byIndex)] : [];
  });
  return { mentions, entities: new Map(details.map((entity) => [entity.id, entity])) };
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
