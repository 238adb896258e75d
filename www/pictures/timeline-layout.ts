/** Where everything of the timeline stands. */
import { ticksOf, within, type Bar, type Row, type Span } from './timeline-rows.js';

export interface PlacedBar {
  key: string;
  bar: Bar;
  x: number;
  y: number;
  width: number;
  /** No date is known for this end, it goes on, or it lies beyond the picture. */
  openLeft: boolean;
  openRight: boolean;
  /** The title, as much of it as there is room for, and where it begins. */
  label: string;
  labelX: number;
  inside: boolean;
}

export interface PlacedRow {
  row: Row;
  y: number;
  nameX: number;
  nameY: number;
  bars: PlacedBar[];
}

export interface TimelineLayout {
  width: number;
  height: number;
  /** Where the time begins: to its left are the names. */
  left: number;
  top: number;
  rows: PlacedRow[];
  ticks: { x: number; label: string }[];
  xOf(day: number): number;
  dayAt(x: number): number;
}

export const BAR_HEIGHT = 22;
const LANE = BAR_HEIGHT + 4;
const NAME = 20;
const GAP = 12;
/** Above the rows: the days that are marked, in two lines, and the years. */
const TOP = 62;
/** From this width on, names stand beside the bars. */
const WIDE = 640;

export function layTimeline(
  rows: readonly Row[],
  span: Span,
  width: number,
  measure: (text: string) => number,
): TimelineLayout {
  const wide = width >= WIDE;
  const left = wide ? 210 : 0;
  const right = width - 8;
  const xOf = (day: number): number => left + ((day - span.first) / (span.last - span.first)) * (right - left);
  const dayAt = (x: number): number => span.first + ((x - left) / (right - left)) * (span.last - span.first);
  let y = TOP;
  const placed = rows.map((row): PlacedRow => {
    const nameY = y + (wide ? BAR_HEIGHT / 2 : NAME / 2);
    const lanes: number[] = [];
    const bars = row.bars.flatMap((bar, number): PlacedBar[] => {
      const part = within(bar, span);
      if (!part) return [];
      const x = xOf(part.from);
      // A line of paper between one role and the next.
      const barWidth = Math.max(3, xOf(part.to) - x - 1.5);
      const key = `${row.member.entity.id} ${number}`;
      const ends = {
        openLeft: bar.from === undefined || bar.from < span.first,
        openRight: bar.to === undefined || bar.to > span.last,
      };
      const label = labelOf(bar.role.title, x, barWidth, right, measure);
      const reach = label.inside ? x + barWidth : label.labelX + measure(label.label);
      let lane = lanes.findIndex((end) => end <= x + 0.5);
      if (lane === -1) lane = lanes.length;
      lanes[lane] = Math.max(reach, x + barWidth);
      return [{ key, bar, x, y: y + (wide ? 0 : NAME) + lane * LANE, width: barWidth, ...ends, ...label }];
    });
    const height = Math.max(1, lanes.length) * LANE + (wide ? 0 : NAME) + GAP;
    const result = { row, y, nameX: 0, nameY, bars };
    y += height;
    return result;
  });
  const most = Math.max(3, Math.floor((right - left) / 70));
  const ticks = ticksOf(span, most).map(({ day, label }) => ({ x: xOf(day), label }));
  return { width, height: y, left, top: TOP, rows: placed, ticks, xOf, dayAt };
}

const PAD = 7;

/** Within the bar if there is room, otherwise behind it, before it, or shortened. */
function labelOf(
  title: string,
  x: number,
  width: number,
  right: number,
  measure: (text: string) => number,
): Pick<PlacedBar, 'label' | 'labelX' | 'inside'> {
  const long = measure(title);
  if (long + 2 * PAD <= width) return { label: title, labelX: x + PAD, inside: true };
  if (x + width + PAD + long <= right) return { label: title, labelX: x + width + PAD, inside: false };
  const [room, start, inside] =
    width >= right - x - width ? [width - 2 * PAD, x + PAD, true] : [right - x - width - PAD, x + width + PAD, false];
  return { label: shortened(title, room, measure), labelX: start, inside };
}

function shortened(title: string, room: number, measure: (text: string) => number): string {
  if (measure(title) <= room) return title;
  let length = title.length;
  while (length > 0 && measure(`${title.slice(0, length).trimEnd()}…`) > room) length -= 1;
  return length < 3 ? '' : `${title.slice(0, length).trimEnd()}…`;
}
