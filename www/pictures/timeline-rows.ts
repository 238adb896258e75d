/** What the timeline shows: the dated roles of the entities of a page, and the days between which it runs. */
import type { DatedRole } from '../src/types.js';
import type { Member } from './members.js';

export interface Bar {
  role: DatedRole;
  /** Days since 1970; undefined where it is not known, or not over. */
  from: number | undefined;
  to: number | undefined;
}

export interface Row {
  member: Member;
  bars: Bar[];
}

/** First and last day of the picture. */
export interface Span {
  first: number;
  last: number;
}

const DAY = 86_400_000;

/** The number of a day, the first of a month or year. */
export function dayOf(date: string): number {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return Math.round(Date.parse(`${year}-${month}-${day}T00:00:00Z`) / DAY);
}

export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Those with a dated role: first those that had several, then the most mentioned; their roles in order. */
export function rowsOf(members: readonly Member[]): Row[] {
  return members
    .filter(({ entity }) => entity.roles.some(({ from, to }) => from !== undefined || to !== undefined))
    .toSorted((a, b) => several(b) - several(a) || b.mentions.length - a.mentions.length)
    .map((member) => ({
      member,
      bars: member.entity.roles
        .map((role) => ({ role, from: role.from && dayOf(role.from), to: role.to && dayOf(role.to) }))
        .map(({ role, from, to }) => ({ role, from: from || undefined, to: to || undefined }))
        .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity)),
    }));
}

const several = ({ entity: { roles } }: Member): number => (roles.length > 1 ? 1 : 0);

/** From the first day that is known to the last. */
export function wholeSpan(rows: readonly Row[], written: number, last: number): Span {
  const days = rows.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to]));
  const first = Math.min(written, ...days.filter((day) => day !== undefined));
  return padded({ first, last: Math.max(written, last) });
}

/** The years around the day of the text. */
export function nearSpan(written: number, last: number): Span {
  const year = 365;
  return padded({ first: written - 3 * year, last: Math.min(Math.max(written, last), written + 3 * year) });
}

const padded = ({ first, last }: Span): Span => {
  const pad = Math.max(20, (last - first) * 0.02);
  return { first: first - pad, last: last + pad };
};

/** A bar as far as it lies within the span, and whether it goes on beyond its ends. */
export function within({ from, to }: Bar, { first, last }: Span): { from: number; to: number } | undefined {
  const [start, end] = [Math.max(first, from ?? first), Math.min(last, to ?? last)];
  return end > start ? { from: start, to: end } : undefined;
}

/** Round days for the axis: years, or months where the span is short. */
export function ticksOf({ first, last }: Span, most: number): { day: number; label: string }[] {
  const startYear = new Date(first * DAY).getUTCFullYear();
  const endYear = new Date(last * DAY).getUTCFullYear();
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (endYear - startYear) / years <= most) ?? 200;
  const ticks: { day: number; label: string }[] = [];
  for (let year = Math.ceil(startYear / step) * step; year <= endYear; year += step) {
    const day = dayOf(`${String(year).padStart(4, '0')}-01-01`);
    if (day >= first && day <= last) ticks.push({ day, label: String(year) });
  }
  return ticks;
}
