/** The bar that shows how long a distance is. */
import type { GeoProjection } from 'd3-geo';

const EARTH = 6371;
const LENGTHS = [20, 50, 100, 200, 500, 1000, 2000];

/** The longest round number of kilometres that is no wider than `widest` in the middle of a frame. */
export function scaleBar(
  projection: GeoProjection,
  widest: number,
): { kilometres: number; width: number } | undefined {
  const perKilometre = projection.scale() / EARTH;
  const kilometres = LENGTHS.findLast((length) => length * perKilometre <= widest);
  return kilometres === undefined ? undefined : { kilometres, width: kilometres * perKilometre };
}
