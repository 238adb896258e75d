/**
 * Mentions as JSON, in a shape of our own: `mentions.schema.json` beside the package describes it. The text
 * itself, which belongs to its publisher, is not in it; each mention carries the words around it.
 */
import { addressesOf, type Address } from '../addresses.js';
import type { Candidate, Confidence, DatedRole, EntityDetails, Form, Kind, Role } from '../types.js';
import { namedEntities, sourceOf, type ExportDocument, type ExportSource } from './document.js';
import { evidenceIn, type Evidence } from './evidence.js';

/** What `mentions.schema.json` describes. */
export interface MentionsFile {
  format: 'namelight-mentions';
  version: 1;
  source: ExportSource;
  mentions: MentionRecord[];
  /** The entities that mentions name or could name. */
  entities: EntityRecord[];
}

/** A mention with its evidence. */
export interface MentionRecord extends Evidence {
  /** The id of the entity. Where `confidence` is `ambiguous` it is only the first of those that could be meant. */
  entity: string;
  form: Form;
  confidence: Confidence;
  /** The rule that decided. */
  why: string;
  candidates: Candidate[];
}

/** What is known of an entity that is named. */
export interface EntityRecord {
  id: string;
  name: string;
  kind: Kind;
  type: string;
  /** The role on the date of the text. */
  role: Role | null;
  roles: DatedRole[];
  links: Address[];
  in: { id: string; name: string }[];
  /** In degrees, WGS 84. */
  at?: { latitude: number; longitude: number };
  population?: number;
  /** How often it is named, what the text leaves open not counted. */
  count: number;
}

/** The mentions and entities of a document, as `mentions.schema.json` has them. */
export function toJson(document: ExportDocument): MentionsFile {
  const { mentions, entities } = document;
  const evidence = evidenceIn(document);
  const counts = new Map(
    namedEntities(document).map((named) => [named.entity.id, named.mentions.length]),
  );
  return {
    format: 'namelight-mentions',
    version: 1,
    source: sourceOf(document),
    mentions: mentions.map((mention) => {
      const { entity, form, confidence, why } = mention;
      const candidates = mention.candidates.map((candidate) => ({ ...candidate }));
      return { ...evidence(mention), entity, form, confidence, why, candidates };
    }),
    entities: entities.map((entity) => recordOf(entity, counts.get(entity.id) ?? 0)),
  };
}

function recordOf(entity: EntityDetails, count: number): EntityRecord {
  const { id, name, kind, type, role, roles, links, at, population } = entity;
  return {
    ...{ id, name, kind, type, role, roles },
    links: addressesOf(links),
    in: entity.in,
    ...(at ? { at: { latitude: at[0], longitude: at[1] } } : {}),
    ...(population === undefined ? {} : { population }),
    count,
  };
}
