/**
 * An article and whom and what it mentions, as schema.org JSON-LD. What the text leaves open is not in it.
 */
import { addressesOf } from '../addresses.js';
import { jsonText, namedEntities, sourceOf, type ExportDocument } from '../export/document.js';
import type { EntityDetails } from '../types.js';

/** What is known of an article beside its text. */
export interface JsonLdOptions {
  /** The ids of the entities that the article is about; the others it mentions. */
  about?: readonly string[];
}

/** An article, as schema.org has it. */
export interface ArticleLd {
  '@context': 'https://schema.org';
  '@type': 'NewsArticle';
  /** The page's address. */
  url?: string;
  headline?: string;
  datePublished?: string;
  about?: EntityLd[];
  mentions?: EntityLd[];
}

/** Whom or what an article mentions. */
export type EntityLd = PersonLd | OrganisationLd | PlaceLd | PeopleLd;

/** What all have: a name, and where it says which one is meant. */
export interface NamedLd {
  name: string;
  /** The addresses that say which one is meant. */
  sameAs?: string[];
}

/** A person. */
export interface PersonLd extends NamedLd {
  '@type': 'Person';
  /** The role on the date of the text. */
  jobTitle?: string;
}

/** An organisation. */
export interface OrganisationLd extends NamedLd {
  '@type': (typeof ORGANISATIONS)[keyof typeof ORGANISATIONS];
  description?: string;
}

/** A place. */
export interface PlaceLd extends NamedLd {
  '@type': (typeof PLACES)[keyof typeof PLACES];
  description?: string;
  geo?: { '@type': 'GeoCoordinates'; latitude: number; longitude: number };
  containedInPlace?: { '@type': 'Place'; name: string }[];
}

/** The vocabulary has no type for peoples. */
export interface PeopleLd extends NamedLd {
  '@type': 'Thing';
  description?: string;
}

const ORGANISATIONS = {
  government: 'GovernmentOrganization',
  ministry: 'GovernmentOrganization',
  military: 'GovernmentOrganization',
  agency: 'GovernmentOrganization',
  'armed-group': 'Organization',
  party: 'PoliticalParty',
  company: 'Corporation',
  media: 'NewsMediaOrganization',
  ngo: 'NGO',
  igo: 'Organization',
  organisation: 'Organization',
} as const;

const PLACES = {
  country: 'Country',
  region: 'Place',
  admin: 'AdministrativeArea',
  city: 'City',
  district: 'Place',
  site: 'Place',
  water: 'BodyOfWater',
} as const;

/** An article with whom and what it mentions. */
export function toJsonLd(
  document: ExportDocument,
  { about = [] }: JsonLdOptions = {},
): ArticleLd {
  const { url, title, date } = sourceOf(document);
  const topics = new Set(about);
  const named = namedEntities(document).map(({ entity }) => entity);
  const central = named.filter(({ id }) => topics.has(id)).map(entityLd);
  const others = named.filter(({ id }) => !topics.has(id)).map(entityLd);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url ? { url } : {}),
    ...(title ? { headline: title } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(central.length > 0 ? { about: central } : {}),
    ...(others.length > 0 ? { mentions: others } : {}),
  };
}

/** JSON that can stand in `<script type="application/ld+json">`: nothing in it ends the element or opens a comment. */
export function jsonLdText(value: unknown): string {
  return jsonText(value).trimEnd().replaceAll('<', '\\u003c');
}

function entityLd({ name, type, kind, role, links, at, in: containers }: EntityDetails): EntityLd {
  const sameAs = addressesOf(links).map(({ address }) => address);
  const named: NamedLd = { name, ...(sameAs.length > 0 ? { sameAs } : {}) };
  if (type === 'person') {
    return { '@type': 'Person', ...named, ...(role ? { jobTitle: role.title } : {}) };
  }
  const described = { ...named, ...(role ? { description: role.title } : {}) };
  if (type === 'people') return { '@type': 'Thing', ...described };
  if (kind === 'actor') return { '@type': organisationType(type), ...described };
  return {
    '@type': placeType(type),
    ...described,
    ...(at ? { geo: { '@type': 'GeoCoordinates', latitude: at[0], longitude: at[1] } } : {}),
    ...(containers.length > 0
      ? { containedInPlace: containers.map((place) => ({ '@type': 'Place', name: place.name })) }
      : {}),
  };
}

const organisationType = (type: string): OrganisationLd['@type'] =>
  Object.hasOwn(ORGANISATIONS, type)
    ? ORGANISATIONS[type as keyof typeof ORGANISATIONS]
    : 'Organization';

const placeType = (type: string): PlaceLd['@type'] =>
  Object.hasOwn(PLACES, type) ? PLACES[type as keyof typeof PLACES] : 'Place';
