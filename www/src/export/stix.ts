/**
 * Actors and places as a STIX 2.1 bundle: an identity for each actor, a location for each place, a note with
 * the evidence for each, and a report of the text that refers to all. What an actor does or is suspected of is
 * claimed nowhere: there is no threat actor and no intrusion set.
 *
 * Identities and locations follow from the gazetteer alone, so that bundles of many texts agree on them; what
 * a text adds, its words and the roles on its date, is in its notes and its report. Where the text leaves open
 * who is meant, nothing is claimed. Identifiers are UUIDs of version 5 under a namespace of Namelight's own.
 */
import { countryCodes } from './country-codes.js';
import {
  instant,
  namedEntities,
  sourceOf,
  type ExportDocument,
  type ExportSource,
  type NamedEntity,
} from './document.js';
import { quotation } from './quote.js';
import { identityOf, locationOf } from './stix-entities.js';
import type {
  StixBundle,
  StixCommon,
  StixEntity,
  StixNote,
  StixReference,
  StixReport,
} from './stix-types.js';
import { uuidOf } from './uuid.js';

/**
 * When every identity and location was created, whatever the pack: an identifier that follows from the
 * gazetteer's has no first day that could be known, and all versions of an object must name the same.
 */
const CREATED = '2024-01-01T00:00:00.000Z';

/** A document as a STIX 2.1 bundle: a report, the entities that it names, and a note for each. */
export function toStix(document: ExportDocument): StixBundle {
  const source = sourceOf(document);
  const facts = latest(CREATED, instant(source.checked));
  const read = instant(source.retrieved) ?? instant(source.date) ?? facts;
  const codes = countryCodes();
  const known = namedEntities(document).flatMap((named) => {
    const object =
      named.entity.kind === 'actor'
        ? identityOf(named.entity, common('identity', CREATED, facts, named.entity.id))
        : locationOf(named.entity, common('location', CREATED, facts, named.entity.id), codes);
    return object ? [{ named, object }] : [];
  });
  const notes = known.map(({ named, object }) => noteOf(named, object, document, read));
  const objects = [...known.map(({ object }) => object), ...notes];
  if (objects.length === 0) return { type: 'bundle', id: `bundle--${uuidOf('bundle')}` };
  const all = [...objects, reportOf(objects, document, read)];
  return { type: 'bundle', id: `bundle--${uuidOf('bundle', JSON.stringify(all))}`, objects: all };
}

function noteOf(
  { entity: { role }, mentions }: NamedEntity,
  object: StixEntity,
  document: ExportDocument,
  read: string,
): StixNote {
  const source = sourceOf(document);
  const quotations = mentions.map((mention) => `${quotation(document.text, mention)} (${mention.confidence})`);
  const lines = role ? [role.title, ...quotations] : quotations;
  const content = lines.join('\n');
  return {
    ...common('note', read, read, read, source.url ?? '', object.id, content),
    abstract: `${object.name}: ${titleOf(source)}`,
    content,
    object_refs: [object.id],
    ...referenceTo(source),
  };
}

function reportOf(
  objects: readonly (StixEntity | StixNote)[],
  document: ExportDocument,
  read: string,
): StixReport {
  const source = sourceOf(document);
  const refs = objects.map(({ id }) => id);
  return {
    ...common('report', read, read, read, source.url ?? '', document.text, ...refs),
    name: titleOf(source),
    report_types: ['identity'],
    published: instant(source.date) ?? read,
    object_refs: refs,
    ...referenceTo(source),
  };
}

/** Every object needs a name. */
const titleOf = ({ title, url }: ExportSource): string => title || url || 'Untitled text';

function referenceTo({ title, url }: ExportSource): { external_references?: StixReference[] } {
  if (!url) return {};
  const reference = { source_name: new URL(url).hostname, url };
  return { external_references: [title ? { ...reference, description: title } : reference] };
}

function common<Type extends string>(
  type: Type,
  created: string,
  modified: string,
  ...parts: string[]
): StixCommon<Type> {
  const id = uuidOf(type, ...parts);
  return { type, spec_version: '2.1', id: `${type}--${id}`, created, modified };
}

const latest = (one: string, other = ''): string => (one > other ? one : other);
