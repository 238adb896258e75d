/** The cast of a page: who and what is mentioned, and where. */
import type { EntityDetails, Mention } from './types.js';
import type { CastMember } from './view.js';

/** The entities in the order of their first mention; what the text leaves open counts for none. */
export function castOf(
  mentions: readonly Mention[],
  entityOf: (id: string) => EntityDetails | undefined,
): CastMember[] {
  const cast = new Map<string, CastMember>();
  mentions.forEach(({ confidence, entity: id }, number) => {
    const entity = entityOf(id);
    if (confidence === 'ambiguous' || !entity) return;
    const member = cast.get(id);
    if (member) member.mentions.push(number);
    else cast.set(id, { entity, mentions: [number] });
  });
  return [...cast.values()];
}
