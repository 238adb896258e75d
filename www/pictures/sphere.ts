/** Positions on the globe, and caps that hold several of them. */
import { geoDistance } from 'd3-geo';

/** Longitude and latitude in degrees, in the order that d3-geo has. */
export type Position = [longitude: number, latitude: number];

/** A part of the globe: all that lies within `radius` degrees of `centre`. */
export interface Cap {
  centre: Position;
  radius: number;
}

const DEGREES = 180 / Math.PI;

/** How far apart two positions are, in degrees of the globe. */
export const distance = (a: Position, b: Position): number => geoDistance(a, b) * DEGREES;

/** A cap that holds all positions, nearly the smallest: its centre is moved towards the farthest, by less each time. */
export function capOf(positions: readonly Position[]): Cap {
  let centre = meanOf(positions);
  for (let step = 2; step < 40; step += 1) {
    const { position, away } = farthest(centre, positions);
    if (away === 0) break;
    centre = towards(centre, position, 1 / step);
  }
  return { centre, radius: farthest(centre, positions).away };
}

/** Whether two caps have something in common. */
export const meet = (a: Cap, b: Cap): boolean => distance(a.centre, b.centre) < a.radius + b.radius;

/** The middle of positions, each counted alike. */
export function meanOf(positions: readonly Position[]): Position {
  const sum: Vector = [0, 0, 0];
  for (const position of positions) {
    const [x, y, z] = vectorOf(position);
    sum[0] += x;
    sum[1] += y;
    sum[2] += z;
  }
  return positionOf(sum);
}

function farthest(from: Position, positions: readonly Position[]): { position: Position; away: number } {
  let found = { position: from, away: 0 };
  for (const position of positions) {
    const away = distance(from, position);
    if (away > found.away) found = { position, away };
  }
  return found;
}

type Vector = [x: number, y: number, z: number];

function vectorOf([longitude, latitude]: Position): Vector {
  const [lambda, phi] = [longitude / DEGREES, latitude / DEGREES];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function positionOf([x, y, z]: Vector): Position {
  return [Math.atan2(y, x) * DEGREES, Math.atan2(z, Math.hypot(x, y)) * DEGREES];
}

function towards(from: Position, to: Position, share: number): Position {
  const [a, b] = [vectorOf(from), vectorOf(to)];
  const mix = (at: 0 | 1 | 2): number => a[at] * (1 - share) + b[at] * share;
  return positionOf([mix(0), mix(1), mix(2)]);
}
