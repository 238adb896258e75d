/** Entities as STIX identities and locations, from what the gazetteer says of them and nothing else. */
import { addressesOf } from '../addresses.js';
import type { DatedRole, EntityDetails } from '../types.js';
import type { StixCommon, StixIdentity, StixLocation, StixReference } from './stix-types.js';

/** Sectors of the open vocabulary, for the types that belong to one without doubt. */
const SECTORS = new Map([
  ['government', 'government-national'],
  ['ministry', 'government-national'],
  ['military', 'defense'],
  ['ngo', 'non-profit'],
]);

export function identityOf(entity: EntityDetails, common: StixCommon<'identity'>): StixIdentity {
  const { name, type, roles } = entity;
  const sector = SECTORS.get(type);
  return {
    ...common,
    name,
    identity_class: classOf(type),
    ...(roles.length > 0 ? { roles: roles.map(roleInWords) } : {}),
    ...(sector ? { sectors: [sector] } : {}),
    labels: [type],
    ...referencesOf(entity),
  };
}

/** A people is a class of persons; whatever else is not a person is organised. */
function classOf(type: string): StixIdentity['identity_class'] {
  if (type === 'person') return 'individual';
  return type === 'people' ? 'class' : 'organization';
}

/**
 * A location needs coordinates, a country or a region. Of a region of the world its name is the region; a
 * place of which nothing of that is known, such as a river through several countries, has no location.
 */
export function locationOf(
  entity: EntityDetails,
  common: StixCommon<'location'>,
  codes: ReadonlyMap<string, string>,
): StixLocation | undefined {
  const { id, name, type, at, in: containers, roles } = entity;
  const country = countryOf(type === 'country' ? [entity, ...containers] : containers, codes);
  const isRegion = !at && !country && (type === 'region' || type === 'country');
  if (!at && !country && !isRegion) return undefined;
  return {
    ...common,
    name,
    ...(roles.length > 0 ? { description: roles.map(roleInWords).join('; ') } : {}),
    ...(at ? { latitude: at[0], longitude: at[1] } : {}),
    ...(country ? { country } : {}),
    ...(isRegion ? { region: id } : {}),
    ...(country && (type === 'admin' || type === 'region') ? { administrative_area: name } : {}),
    ...(type === 'city' ? { city: name } : {}),
    labels: [type],
    ...referencesOf(entity),
  };
}

/** The one country among places; of what lies in several, none is the country. */
function countryOf(
  places: readonly { id: string }[],
  codes: ReadonlyMap<string, string>,
): string | undefined {
  const found = new Set(places.flatMap(({ id }) => codes.get(id) ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}

function referencesOf({ links }: EntityDetails): { external_references?: StixReference[] } {
  const references = addressesOf(links).map(
    ({ site, address, id }): StixReference => ({
      source_name: site,
      url: address,
      ...(id ? { external_id: id } : {}),
    }),
  );
  return references.length > 0 ? { external_references: references } : {};
}

/** A role with its time as an interval of ISO 8601, open where a date is not known. */
function roleInWords({ title, from, to }: DatedRole): string {
  return from || to ? `${title} (${from ?? '..'}/${to ?? '..'})` : title;
}
