/** Where the nodes of the graph stand: computed once by forces, the same for the same text, and without overlaps. */
import { forceCenter, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { strength, type Pair } from './graph-pairs.js';
import type { Member } from './members.js';

export interface GraphNode {
  member: Member;
  x: number;
  y: number;
  radius: number;
  /** Half of what the node and the label beneath it take. */
  halfWidth: number;
  halfHeight: number;
}

export interface GraphEdge {
  pair: Pair;
  from: GraphNode;
  to: GraphNode;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** The middle of a node's sign; its label stands beneath. */
export const signY = ({ y, halfHeight, radius }: GraphNode): number => y - halfHeight + radius + 2;

const LABEL_HEIGHT = 17;
const MARGIN = 6;
const TICKS = 240;

/** Lays out the members with their pairs in a picture of this size. `widthOf` is that of a label. */
export function layOut(
  members: readonly Member[],
  pairs: readonly Pair[],
  width: number,
  height: number,
  widthOf: (label: string) => number,
): Graph {
  const nodes = members.map((member, number): GraphNode => {
    const radius = 4 + 2.4 * Math.sqrt(member.mentions.length);
    const turn = (number / members.length) * 2 * Math.PI;
    return {
      member,
      x: width / 2 + (Math.cos(turn) * width) / 3,
      y: height / 2 + (Math.sin(turn) * height) / 3,
      radius,
      halfWidth: Math.max(radius, widthOf(member.entity.name) / 2) + 4,
      halfHeight: radius + LABEL_HEIGHT / 2 + 3,
    };
  });
  const byMember = new Map(nodes.map((node) => [node.member, node]));
  const edges = pairs.flatMap((pair): GraphEdge[] => {
    const [from, to] = [byMember.get(pair.a), byMember.get(pair.b)];
    return from && to ? [{ pair, from, to }] : [];
  });
  const links = edges.map(({ pair, from, to }) => ({ source: from, target: to, weight: strength(pair) }));
  const room = Math.sqrt((width * height) / Math.max(1, nodes.length));
  forceSimulation(nodes)
    .force('link', forceLink(links).distance(room * 0.8).strength(({ weight }) => Math.min(0.9, 0.2 * weight)))
    .force('charge', forceManyBody().strength(-room * 4))
    .force('centre', forceCenter(width / 2, height / 2))
    .force('x', forceX(width / 2).strength(0.04))
    .force('y', forceY(height / 2).strength(0.04))
    .stop()
    .tick(TICKS);
  stretch(nodes, width, height);
  separate(nodes, width, height);
  return { nodes, edges };
}

/** Uses all of the picture, whatever the form of the graph. */
function stretch(nodes: readonly GraphNode[], width: number, height: number): void {
  const fit = (values: number[], length: number): ((value: number) => number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (high - low < 1) return () => length / 2;
    return (value) => ((value - low) / (high - low)) * length;
  };
  const x = fit(nodes.map((node) => node.x), width);
  const y = fit(nodes.map((node) => node.y), height);
  for (const node of nodes) {
    node.x = x(node.x);
    node.y = y(node.y);
    keepWithin(node, width, height);
  }
}

/** Moves apart what overlaps, by the shorter way, until nothing does or there is no room. */
function separate(nodes: readonly GraphNode[], width: number, height: number): void {
  for (let round = 0; round < 200; round += 1) {
    let moved = false;
    nodes.forEach((a, number) => {
      for (const b of nodes.slice(number + 1)) {
        const overX = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
        const overY = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        if (overX < overY) push(a, b, 'x', overX);
        else push(a, b, 'y', overY);
        keepWithin(a, width, height);
        keepWithin(b, width, height);
      }
    });
    if (!moved) return;
  }
}

function push(a: GraphNode, b: GraphNode, axis: 'x' | 'y', over: number): void {
  const way = a[axis] < b[axis] || (a[axis] === b[axis] && a.member.entity.id < b.member.entity.id) ? -1 : 1;
  a[axis] += (way * over) / 2;
  b[axis] -= (way * over) / 2;
}

function keepWithin(node: GraphNode, width: number, height: number): void {
  const { halfWidth, halfHeight } = node;
  node.x = Math.min(width - halfWidth - MARGIN, Math.max(halfWidth + MARGIN, node.x));
  node.y = Math.min(height - halfHeight - MARGIN, Math.max(halfHeight + MARGIN, node.y));
}
