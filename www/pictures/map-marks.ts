/** The marks of a frame: a dot for each place, one with a number for places that would cover each other. */
import type { GeoProjection } from 'd3-geo';
import type { Size } from './map-frame.js';
import type { MapPlace } from './map-places.js';

export interface Mark {
  /** The place mentioned most; it gives the mark its name and its position. */
  lead: MapPlace;
  /** All that it stands for, the lead included. */
  places: MapPlace[];
  x: number;
  y: number;
  radius: number;
}

export interface Marks {
  marks: Mark[];
  /** Places that have a position, but not in this frame. */
  beyond: MapPlace[];
}

/** Room between two dots. */
const BETWEEN = 5;
const SEVERAL = 10;

export function marksOf(
  places: readonly MapPlace[],
  projection: GeoProjection,
  { width, height }: Size,
): Marks {
  const marks: Mark[] = [];
  const beyond: MapPlace[] = [];
  for (const place of places) {
    if (!place.at) continue;
    const [x, y] = projection(place.at) ?? [-1, -1];
    const margin = 8;
    const inside = x > margin && y > margin && x < width - margin && y < height - margin;
    if (inside) add(marks, place, x, y);
    else beyond.push(place);
  }
  return { marks, beyond };
}

function add(marks: Mark[], place: MapPlace, x: number, y: number): void {
  const radius = radiusOf(place.count);
  const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < mark.radius + radius + BETWEEN);
  if (near) {
    near.places.push(place);
    near.radius = Math.max(SEVERAL, near.radius);
  } else {
    marks.push({ lead: place, places: [place], x, y, radius });
  }
}

/** By area: twice as many mentions, twice as much ink. */
const radiusOf = (count: number): number => Math.min(9, 2.6 * Math.sqrt(count));

/** Whether zooming in would take the places of a mark apart. */
export const separable = ({ places, lead }: Mark): boolean =>
  places.some(({ at }) => at?.[0] !== lead.at?.[0] || at?.[1] !== lead.at?.[1]);
