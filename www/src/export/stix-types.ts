/** The objects of a bundle, as far as they are used here; STIX 2.1 has the meaning of each property. */

/** What is exchanged: objects that stand together. */
export interface StixBundle {
  type: 'bundle';
  id: string;
  objects?: StixObject[];
}

/** An actor or a place. */
export type StixEntity = StixIdentity | StixLocation;
/** Whatever can stand in a bundle here. */
export type StixObject = StixEntity | StixNote | StixReport;

/** What all objects have. */
export interface StixCommon<Type extends string> {
  type: Type;
  spec_version: '2.1';
  id: `${Type}--${string}`;
  /** RFC 3339 in UTC, to the millisecond. */
  created: string;
  modified: string;
}

/** Where else something is described. */
export interface StixReference {
  source_name: string;
  url: string;
  external_id?: string;
  description?: string;
}

/** An actor. */
export interface StixIdentity extends StixCommon<'identity'> {
  name: string;
  description?: string;
  /** What it has been, each with its dates. */
  roles?: string[];
  identity_class: 'individual' | 'organization' | 'class';
  sectors?: string[];
  /** The entity's type in the gazetteer. */
  labels: string[];
  external_references?: StixReference[];
}

/** A place. */
export interface StixLocation extends StixCommon<'location'> {
  name: string;
  description?: string;
  latitude?: number;
  longitude?: number;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  region?: string;
  administrative_area?: string;
  city?: string;
  labels: string[];
  external_references?: StixReference[];
}

/** The mentions of an entity. */
export interface StixNote extends StixCommon<'note'> {
  abstract: string;
  /** The role on the date of the text, then each mention as it stands there. */
  content: string;
  object_refs: string[];
  external_references?: StixReference[];
}

/** The document. */
export interface StixReport extends StixCommon<'report'> {
  name: string;
  report_types: string[];
  published: string;
  object_refs: string[];
  external_references?: StixReference[];
}
