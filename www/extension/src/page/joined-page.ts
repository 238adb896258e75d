/** The frames of a page as one: their mentions behind each other, the page's own first, and an entity listed once. */
import type { CastContent } from 'namelight/cast-list';
import type { PageState } from '../protocol.js';

export interface JoinedPage extends CastContent {
  /** The frame that is the page itself, or the first there is. */
  readonly main: PageState;
  readonly frames: readonly PageState[];
  /** Which frame a mention of all stands in, and its position there. */
  placeOf(position: number): { frame: string; position: number } | undefined;
}

export function joined(states: readonly PageState[]): JoinedPage | undefined {
  const frames = states.toSorted((a, b) => Number(b.top) - Number(a.top));
  const [main] = frames;
  if (!main) return undefined;
  const starts = frames.map((_, at) => sum(frames.slice(0, at).map(({ mentions }) => mentions.length)));
  const from = (at: number, positions: readonly number[]): number[] =>
    positions.map((position) => position + (starts[at] ?? 0));
  return {
    main,
    frames,
    mentions: frames.flatMap(({ mentions }) => mentions),
    members: membersOf(frames, from),
    open: frames.flatMap(({ open }, at) => open.map((name) => ({ ...name, mentions: from(at, name.mentions) }))),
    muted: [...new Map(frames.flatMap(({ muted }) => muted.map((one) => [one.id, one]))).values()],
    date: main.date,
    checked: main.checked,
    current: currentOf(frames, starts),
    placeOf: (position) => {
      const at = starts.findLastIndex((start) => start <= position);
      const frame = frames[at]?.frame;
      return frame === undefined ? undefined : { frame, position: position - (starts[at] ?? 0) };
    },
  };
}

function membersOf(
  frames: readonly PageState[],
  from: (at: number, positions: readonly number[]) => number[],
): JoinedPage['members'] {
  const members = new Map<string, JoinedPage['members'][number]>();
  frames.forEach((frame, at) => {
    for (const { entity, mentions } of frame.members) {
      const known = members.get(entity.id);
      if (known) known.mentions.push(...from(at, mentions));
      else members.set(entity.id, { entity, mentions: from(at, mentions) });
    }
  });
  return [...members.values()];
}

function currentOf(frames: readonly PageState[], starts: readonly number[]): number | null {
  const at = frames.findIndex(({ current }) => current !== null);
  const current = frames[at]?.current ?? null;
  return current === null ? null : current + (starts[at] ?? 0);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
