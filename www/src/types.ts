/** The values that cross the package's public surface: mentions, entities, roles, gazetteers. */

/** The two classes that a name can be painted in. */
export type Kind = 'actor' | 'place';

/** How a surface form relates to its entity. */
export type Form = 'name' | 'short' | 'acronym' | 'demonym' | 'metonym' | 'native';

/**
 * How sure the choice of entity is: `certain` (one candidate, or explicit evidence in the text),
 * `likely` (population or prominence decided) or `ambiguous` (nothing did).
 */
export type Confidence = 'certain' | 'likely' | 'ambiguous';

/** Where to read on: `wikipedia` and `website` are addresses, `wikidata` ("Q858") and `geonames` identifiers. */
export interface Links {
  wikipedia?: string;
  wikidata?: string;
  geonames?: number;
  website?: string;
}

/**
 * What an entity is or holds on a date. `from` is inclusive, `to` exclusive, each `YYYY`, `YYYY-MM`
 * or `YYYY-MM-DD`. `now` is given only where the role known last differs.
 */
export interface Role {
  title: string;
  of?: string;
  from?: string;
  to?: string;
  now?: { title: string; from?: string };
}

/** One entry of the list of roles that an entity has held. */
export interface DatedRole {
  title: string;
  of?: string;
  ofName?: string;
  from?: string;
  to?: string;
  source?: string;
}

/** Everything the gazetteer knows of an entity; `role` is resolved at the date asked for. */
export interface EntityDetails {
  index: number;
  id: string;
  name: string;
  type: string;
  kind: Kind;
  names: { text: string; form: Form; lang?: string }[];
  /** `ofName` is the name of what the role is of. */
  role: (Role & { ofName?: string }) | null;
  roles: DatedRole[];
  links: Links;
  in: { id: string; name: string }[];
  at?: [latitude: number, longitude: number];
  population?: number;
}

/** An entity that a mention could also stand for; `why` names the rule that ranked it. */
export interface Candidate {
  entity: string;
  name: string;
  kind: Kind;
  why: string;
}

/**
 * An accepted occurrence of a name, in the shape that the command line prints. `start` and `end` are
 * UTF-16 code units, half open; `entity` is an id; `candidates` are best first, without the chosen one.
 */
export interface Mention {
  start: number;
  end: number;
  text: string;
  entity: string;
  name: string;
  kind: Kind;
  type: string;
  form: Form;
  confidence: Confidence;
  role: Role | null;
  links: Links;
  candidates: Candidate[];
  why: string;
}

/** Entities with their surface forms and facts, as in the published JSON Schema of gazetteer files. */
export interface Gazetteer {
  title?: string;
  entities: readonly object[];
  examples?: readonly object[];
  /** What is silenced beneath: an entity, a surface form, or a surface form of one entity. */
  mute?: readonly { entity?: string; text?: string }[];
}

/**
 * Where an overlay meets what lies beneath it: its entity takes the place of one with the same id, its mute
 * silences nothing, or its surface form `text` also stands for `other`.
 */
export interface Conflict {
  kind: 'replaced' | 'mutes-nothing' | 'shared-name';
  /** The number of the overlay among what was loaded; the lowest is 0. */
  overlay: number;
  /** The id of its entity, or of the one that it mutes. */
  entity?: string;
  text?: string;
  other?: string;
}

/** A compiled gazetteer: its bytes, or where to fetch them. */
export type PackSource = string | URL | Request | Response | ArrayBuffer | Uint8Array;
