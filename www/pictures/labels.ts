/** Finds room for labels: each is tried at several places beside what it names, and left out where it would cover another. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Label {
  key: string;
  text: string;
  /** What it names: a point, with the radius that is drawn around it; 0 for an area. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

/** Where a label is written: the middle of its text. */
export interface PlacedLabel {
  key: string;
  text: string;
  x: number;
  y: number;
}

const GAP = 4;
/** Beside a point, in the order in which eyes look for a label: right, left, above, below, then between. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;
/** Within an area: at its middle, then away from it, in heights of the text. */
const SHIFTS = [0, -1.5, 1.5, -3, 3, -4.5, 4.5];

/** Places the labels that come first before the others; `taken` is where nothing may be written. */
export function placeLabels(labels: readonly Label[], within: Box, taken: readonly Box[]): PlacedLabel[] {
  const full = [...taken];
  return labels.flatMap(({ key, text, ...label }) => {
    const box = candidates(label).find(
      (candidate) => contains(within, candidate) && !full.some((other) => overlap(candidate, other)),
    );
    if (!box) return [];
    full.push(box);
    return [{ key, text, x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  });
}

function candidates({ x, y, radius, width, height }: Omit<Label, 'key' | 'text'>): Box[] {
  const at = (middleX: number, middleY: number): Box => ({
    x: middleX - width / 2,
    y: middleY - height / 2,
    width,
    height,
  });
  if (radius === 0) {
    return SHIFTS.flatMap((down) => [0, -0.5, 0.5].map((right) => at(x + right * width, y + down * height)));
  }
  const slant = radius * 0.7;
  return SIDES.map(([right, down]) => {
    const reach = right !== 0 && down !== 0 ? slant : radius;
    return at(
      x + right * (reach + GAP + width / 2),
      y + down * (right === 0 ? reach + GAP / 2 + height / 2 : slant + height / 2),
    );
  });
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The width of a text in a font; measured, since letters differ. */
export function textMeasure(): (text: string, font: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (text, font) => {
    if (!context) return text.length * 7;
    context.font = font;
    return context.measureText(text).width;
  };
}
