/**
 * The countries' outlines, from Natural Earth: coarse ones for the whole world, finer ones for a part of it. Each is
 * loaded when first asked for.
 */
/// <reference path="./world-atlas.d.ts" />
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { capOf, type Cap, type Position } from './sphere.js';

export interface Country {
  /** In English, as Natural Earth has it. */
  name: string;
  shape: Feature<Polygon | MultiPolygon>;
  /** Holds all of it, distant islands included. */
  extent: Cap;
  /** Its largest part, and what holds that. */
  largest: Polygon;
  main: Cap;
}

export type Land = readonly Country[];

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

let coarse: Promise<Land> | undefined;
let fine: Promise<Land> | undefined;

/** Outlines to one in 110 million. */
export const coarseLand = (): Promise<Land> =>
  (coarse ??= import('world-atlas/countries-110m.json').then(({ default: world }) => landOf(world)));

/** Outlines to one in 50 million. */
export const fineLand = (): Promise<Land> =>
  (fine ??= import('world-atlas/countries-50m.json').then(({ default: world }) => landOf(world)));

function landOf(world: World): Land {
  return feature(world, world.objects.countries).features.flatMap(({ type, properties, geometry }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const parts = polygons.map((coordinates) => ({ coordinates, cap: roughCap(coordinates[0] as Position[]) }));
    const [first] = parts.toSorted((a, b) => b.cap.radius - a.cap.radius);
    if (!first) return [];
    return [
      {
        name: properties.name,
        shape: { type, properties: {}, geometry },
        extent: around(parts.map(({ cap }) => cap)),
        largest: { type: 'Polygon' as const, coordinates: first.coordinates },
        main: first.cap,
      },
    ];
  });
}

/** Of a long outline, some positions say enough. */
function roughCap(outline: readonly Position[]): Cap {
  const step = Math.max(1, Math.floor(outline.length / 24));
  const { centre, radius } = capOf(outline.filter((_, number) => number % step === 0));
  return { centre, radius: radius * 1.1 };
}

function around(caps: readonly Cap[]): Cap {
  const { centre, radius } = capOf(caps.map((cap) => cap.centre));
  return { centre, radius: radius + Math.max(...caps.map((cap) => cap.radius)) };
}

/** How Natural Earth shortens the names that it writes on small maps. */
const SHORT: Readonly<Record<string, string>> = {
  'antigua and barb.': 'antigua and barbuda',
  'bosnia and herz.': 'bosnia and herzegovina',
  'br. indian ocean ter.': 'british indian ocean territory',
  'central african rep.': 'central african republic',
  'dem. rep. congo': 'democratic republic of the congo',
  'dominican rep.': 'dominican republic',
  'eq. guinea': 'equatorial guinea',
  'fr. polynesia': 'french polynesia',
  'n. cyprus': 'northern cyprus',
  'n. mariana is.': 'northern mariana islands',
  's. geo. and the is.': 'south georgia and the south sandwich islands',
  's. sudan': 'south sudan',
  'são tomé and principe': 'são tomé and príncipe',
  'st. kitts and nevis': 'saint kitts and nevis',
  'st. pierre and miquelon': 'saint pierre and miquelon',
  'st. vin. and gren.': 'saint vincent and the grenadines',
  'st-barthélemy': 'saint barthélemy',
  'st-martin': 'saint martin',
  'w. sahara': 'western sahara',
  macedonia: 'north macedonia',
};

/** Finds countries by any of their names, in any case. */
export function countryFinder(land: Land): (names: readonly string[]) => Country | undefined {
  const byName = new Map(
    land.map((country) => {
      const name = country.name.toLowerCase();
      return [SHORT[name] ?? name.replace(/ is\.$/, ' islands'), country];
    }),
  );
  return (names) => {
    const known = names.find((name) => byName.has(name.toLowerCase()));
    return known === undefined ? undefined : byName.get(known.toLowerCase());
  };
}
