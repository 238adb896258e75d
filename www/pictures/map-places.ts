/** What the map shows: the places mentioned, each with a position or an outline, as far as there is one. */
import { countryFinder, type Country, type Land } from './map-land.js';
import type { Member } from './members.js';
import type { Position } from './sphere.js';

export interface MapPlace {
  id: string;
  name: string;
  /** What it was on the date, or nothing. */
  role: string;
  type: string;
  count: number;
  at: Position | undefined;
  country: Country | undefined;
}

/** The places among the members, the most mentioned first. */
export function placesOf(members: readonly Member[], land: Land): MapPlace[] {
  const found = members.filter(({ entity }) => entity.kind === 'place');
  const find = countryFinder(land);
  return found
    .map((member) => {
      const { id, name, type, role, names } = member.entity;
      const country =
        type === 'country' ? find([name, ...names.map(({ text }) => text)]) : undefined;
      const at = country ? undefined : positionOf(member, found);
      return { id, name, role: role?.title ?? '', type, count: member.mentions.length, at, country };
    })
    .sort((a, b) => b.count - a.count);
}

/**
 * Where a place is. One without a position of its own is where a place is that contains it, or that it contains, if the
 * text mentions that as well: a university in its city, a province at its largest.
 */
function positionOf({ entity }: Member, places: readonly Member[]): Position | undefined {
  const own = latitudeLast(entity.at);
  if (own) return own;
  const around = places.filter((other) => entity.in.some(({ id }) => id === other.entity.id));
  const within = places.filter((other) => other.entity.in.some(({ id }) => id === entity.id));
  const [largest] = within.toSorted((a, b) => (b.entity.population ?? 0) - (a.entity.population ?? 0));
  const near = around.find((other) => other.entity.at) ?? largest;
  return latitudeLast(near?.entity.at);
}

const latitudeLast = (at: [number, number] | undefined): Position | undefined => at && [at[1], at[0]];
