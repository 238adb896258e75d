/** The part of the world that the map shows, and how it is drawn flat. */
import { geoAzimuthalEqualArea, geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import type { MapPlace } from './map-places.js';
import { capOf, distance, type Cap, type Position } from './sphere.js';

export interface Size {
  width: number;
  height: number;
}

/** From this radius on, in degrees, the map is a map of the world, north above. */
export const WORLD = 30;
/** What is nearest that one can go: the outlines are no finer. */
const NEAREST = 1.2;
/** The first frame is no nearer than this, so that there is something around the places. */
const FIRST = 2.6;
/** A country of up to this radius is shown whole where most places lie in it. */
const WHOLE = 7;
/** The share of the mentions that the first frame must hold. */
const SHARE = 0.7;
const WHOLE_WORLD: Cap = { centre: [11, 20], radius: 90 };

export const nearer = ({ centre, radius }: Cap): Cap => clamp({ centre, radius: radius / 1.7 });
export const wider = ({ centre, radius }: Cap): Cap => clamp({ centre, radius: radius * 1.7 });

function clamp({ centre, radius }: Cap): Cap {
  return { centre, radius: Math.min(90, Math.max(NEAREST, radius)) };
}

/** The frame that holds all places. */
export function frameOfAll(places: readonly MapPlace[]): Cap {
  const positions = places.flatMap(positionsOf);
  return positions.length === 0 ? WHOLE_WORLD : framed(positions);
}

/** The frame in which most of what is mentioned happens: around the places, or else around the countries. */
export function mainFrame(places: readonly MapPlace[]): Cap {
  const points = places.flatMap(({ at, count }) => (at ? [{ at, count }] : []));
  if (points.length === 0) return frameOfAll(places);
  const core = coreOf(points);
  const { centre } = capOf(core);
  const home = places.find(
    ({ country }) =>
      country && country.main.radius <= WHOLE && distance(country.main.centre, centre) < country.main.radius,
  );
  return framed([...core, ...(home ? positionsOf(home) : [])]);
}

/** The positions nearest to the middle of things that have their share of the mentions, and what else is as near. */
function coreOf(points: readonly { at: Position; count: number }[]): Position[] {
  const cost = (at: Position): number =>
    points.reduce((sum, other) => sum + other.count * distance(at, other.at), 0);
  const costs = new Map(points.map(({ at }) => [at, cost(at)]));
  const [middle] = points.toSorted((a, b) => (costs.get(a.at) ?? 0) - (costs.get(b.at) ?? 0));
  if (!middle) return [];
  const total = points.reduce((sum, { count }) => sum + count, 0);
  const byDistance = points
    .map(({ at, count }) => ({ at, count, away: distance(middle.at, at) }))
    .sort((a, b) => a.away - b.away);
  const core: Position[] = [];
  let held = 0;
  let reach = 0;
  for (const { at, count, away } of byDistance) {
    if (held >= SHARE * total && away > Math.max(FIRST, reach * 1.6)) break;
    core.push(at);
    held += count;
    reach = away;
  }
  return core;
}

function framed(positions: readonly Position[]): Cap {
  const { centre, radius } = capOf(positions);
  return { centre, radius: Math.max(FIRST, radius * 1.05) };
}

/** A place's position, or the rim of the largest part of its country. */
function positionsOf({ at, country }: MapPlace): Position[] {
  if (at) return [at];
  if (!country) return [];
  const { centre, radius } = country.main;
  const [longitude, latitude] = centre;
  const wide = radius / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  return [
    [longitude - wide, latitude],
    [longitude + wide, latitude],
    [longitude, Math.max(-89, latitude - radius)],
    [longitude, Math.min(89, latitude + radius)],
  ];
}

/** Draws a frame: a part of the world true to area, or a map of the world of which the frame is seen. */
export function projectionOf(frame: Cap, size: Size): GeoProjection {
  const { centre, radius } = frame;
  const { width, height } = size;
  if (radius >= WORLD) return worldProjection(frame, size);
  return geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .scale(halfOf(size) / (2 * Math.sin((radius * Math.PI) / 360)))
    .translate([width / 2, height / 2])
    .clipExtent(pictureOf(size))
    .precision(0.3);
}

function worldProjection({ centre, radius }: Cap, { width, height }: Size): GeoProjection {
  const world = geoNaturalEarth1().rotate([-centre[0], 0]).fitSize([width, height], { type: 'Sphere' });
  const scale = Math.max(world.scale(), halfOf({ width, height }) / ((radius * Math.PI) / 180));
  world.scale(scale).translate([0, 0]);
  const [, y = 0] = world(centre) ?? [];
  const [, pole = 0] = world([centre[0], -90]) ?? [];
  // No more sea is shown than there is.
  const slack = Math.max(0, pole - height / 2);
  return world
    .translate([width / 2, height / 2 - Math.min(slack, Math.max(-slack, y))])
    .clipExtent(pictureOf({ width, height }));
}

/** The picture and a little around it, so that no outline is drawn along its edge. */
const pictureOf = ({ width, height }: Size): [[number, number], [number, number]] => [
  [-20, -20],
  [width + 20, height + 20],
];

/** What the radius of a frame is in the picture. */
const halfOf = ({ width, height }: Size): number => Math.min(width, height) / 2 - 24;

/** All that can be seen in a frame, its corners included. */
export function sightOf({ centre, radius }: Cap, { width, height }: Size): Cap {
  if (radius >= WORLD) return { centre, radius: 180 };
  const corner = Math.hypot(width, height) / (Math.min(width, height) - 48);
  return { centre, radius: Math.min(180, radius * corner * 1.1) };
}
