/**
 * The places of a document as GeoJSON (RFC 7946): one point for each place that is named and whose coordinates
 * the gazetteer knows, longitude first. Where the text leaves open which place is meant, there is none.
 */
import { addressesOf } from '../addresses.js';
import { namedEntities, sourceOf, type ExportDocument, type ExportSource, type NamedEntity } from './document.js';
import { evidenceIn, type Evidence } from './evidence.js';

/** The places that a document names. */
export interface PlaceCollection {
  type: 'FeatureCollection';
  features: PlaceFeature[];
  /** A foreign member, as the standard allows: where the text comes from. */
  source: ExportSource;
}

/** A place, with the mentions of it. */
export interface PlaceFeature {
  type: 'Feature';
  /** The entity's id. */
  id: string;
  geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] };
  properties: {
    name: string;
    type: string;
    /** What the place is, on the date of the text. */
    role: string | null;
    population: number | null;
    /** The places that contain it, the nearest first. */
    in: string[];
    links: string[];
    count: number;
    mentions: Evidence[];
  };
}

/** The places of a document as GeoJSON, but for those whose position is not known. */
export function toGeoJson(document: ExportDocument): PlaceCollection {
  const evidence = evidenceIn(document);
  const features = namedEntities(document).flatMap((named) => {
    const { kind, at } = named.entity;
    return kind === 'place' && at ? [featureOf(named, at, evidence)] : [];
  });
  return { type: 'FeatureCollection', features, source: sourceOf(document) };
}

function featureOf(
  { entity, mentions }: NamedEntity,
  [latitude, longitude]: readonly [number, number],
  evidence: ReturnType<typeof evidenceIn>,
): PlaceFeature {
  return {
    type: 'Feature',
    id: entity.id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      name: entity.name,
      type: entity.type,
      role: entity.role?.title ?? null,
      population: entity.population ?? null,
      in: entity.in.map(({ name }) => name),
      links: addressesOf(entity.links).map(({ address }) => address),
      count: mentions.length,
      mentions: mentions.map(evidence),
    },
  };
}
