/** Everything that is to be drawn of a frame, computed: outlines as paths, marks, labels, scale and globe. */
import { geoCircle, geoOrthographic, geoPath } from 'd3-geo';
import { placeLabels, type Box, type Label, type PlacedLabel } from './labels.js';
import { projectionOf, sightOf, WORLD, type Size } from './map-frame.js';
import type { Country, Land } from './map-land.js';
import { marksOf, type Marks } from './map-marks.js';
import type { MapPlace } from './map-places.js';
import { scaleBar } from './map-scale.js';
import { meet, type Cap } from './sphere.js';

export interface Outline {
  path: string;
  /** The place that it belongs to, where the text mentions it. */
  place: MapPlace | undefined;
}

export interface Drawing extends Marks {
  /** The countries mentioned of which something is in sight. */
  countries: MapPlace[];
  outlines: Outline[];
  /** The rim of the world, where it is drawn whole. */
  rim: string | undefined;
  placeLabels: PlacedLabel[];
  countryLabels: PlacedLabel[];
  /** Of countries that the text does not mention. */
  quietLabels: PlacedLabel[];
  scale: { kilometres: number; width: number } | undefined;
  globe: { sphere: string; land: string; frame: string; x: number; y: number; radius: number } | undefined;
}

export interface Lettering {
  place: string;
  country: string;
  quiet: string;
  measure(text: string, font: string): number;
}

/** The radius of the globe, in a wide picture. */
const GLOBE = 38;
/** Space between the letters of countries' names. */
const SPACED = 1.1;

export function draw(
  places: readonly MapPlace[],
  land: Land,
  coarse: Land,
  frame: Cap,
  size: Size,
  lettering: Lettering,
): Drawing {
  const projection = projectionOf(frame, size);
  const sight = sightOf(frame, size);
  const path = geoPath(projection).digits(1);
  const marks = marksOf(places, projection, size);
  const byName = new Map(places.flatMap((place) => (place.country ? [[place.country.name, place] as const] : [])));
  const inSight = land.filter(({ extent }) => meet(extent, sight));
  const outlines: Outline[] = [];
  const areas: { country: Country; place: MapPlace | undefined; x: number; y: number; area: number }[] = [];
  for (const country of inSight) {
    const outline = path(country.shape);
    if (!outline) continue;
    const place = byName.get(country.name);
    outlines.push({ path: outline, place });
    const [x, y] = path.centroid(country.largest);
    areas.push({ country, place, x, y, area: path.area(country.largest) });
  }
  const globe = frame.radius < WORLD ? globeOf(coarse, frame, sight, size) : undefined;
  const scale = frame.radius < WORLD ? scaleBar(projection, size.width / 4) : undefined;

  const taken: Box[] = marks.marks.map(({ x, y, radius }) => around(x, y, radius));
  if (globe) taken.push(around(globe.x, globe.y, globe.radius + 4));
  if (scale) taken.push({ x: 0, y: size.height - 34, width: scale.width + 24, height: 34 });
  const labels: Label[] = [
    ...marks.marks.map((mark) => ({
      key: mark.lead.id,
      text: mark.lead.name,
      x: mark.x,
      y: mark.y,
      radius: mark.radius,
      width: lettering.measure(mark.lead.name, lettering.place) + 4,
      height: 16,
    })),
    ...areas
      .filter(({ place, area }) => area > (place ? 0 : 2500))
      .sort((a, b) => (b.place?.count ?? 0) - (a.place?.count ?? 0) || b.area - a.area)
      .map(({ country, place, x, y }) => {
        const text = place?.name ?? country.name;
        const font = place ? lettering.country : lettering.quiet;
        const width = lettering.measure(text, font) + text.length * SPACED + 6;
        return { key: place?.id ?? `/${text}`, text, x, y, radius: 0, width, height: 16 };
      }),
  ];
  const placed = placeLabels(labels, { x: 2, y: 2, width: size.width - 4, height: size.height - 4 }, taken);
  const named = new Set(marks.marks.map(({ lead }) => lead.id));
  const countries = outlines.flatMap(({ place }) => place ?? []);
  const unseen = places.filter((place) => place.country && !countries.includes(place));
  return {
    ...marks,
    countries,
    beyond: [...marks.beyond, ...unseen],
    outlines,
    rim: frame.radius < WORLD ? undefined : (path({ type: 'Sphere' }) ?? undefined),
    placeLabels: placed.filter(({ key }) => named.has(key)),
    countryLabels: placed.filter(({ key }) => !named.has(key) && !key.startsWith('/')),
    quietLabels: placed.filter(({ key }) => key.startsWith('/')),
    scale,
    globe,
  };
}

const around = (x: number, y: number, radius: number): Box => ({
  x: x - radius - 1,
  y: y - radius - 1,
  width: 2 * radius + 2,
  height: 2 * radius + 2,
});

/** Where on the globe the frame lies. */
function globeOf(coarse: Land, frame: Cap, sight: Cap, { width, height }: Size): Drawing['globe'] {
  const [longitude, latitude] = frame.centre;
  const radius = Math.min(GLOBE, width / 14);
  const projection = geoOrthographic()
    .rotate([-longitude, -latitude * 0.7])
    .scale(radius)
    .translate([0, 0])
    .clipAngle(90);
  const path = geoPath(projection).digits(1);
  const near = coarse.filter(({ extent }) => meet(extent, { centre: frame.centre, radius: 90 }));
  const circle = geoCircle().center(frame.centre).radius(Math.max(4, sight.radius / 1.3));
  return {
    sphere: path({ type: 'Sphere' }) ?? '',
    land: near.map(({ shape }) => path(shape) ?? '').join(''),
    frame: path(circle()) ?? '',
    x: width - radius - 10,
    y: height - radius - 10,
    radius,
  };
}
