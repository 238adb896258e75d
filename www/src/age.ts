/** How old facts are, and when that is worth a word. */

const DAY = 86_400_000;
/** Facts that have not been checked for more days than this may have changed. */
const OLD = 90;
/** Days in a month, on average. */
const MONTH = 30.44;

/** For how many months facts have not been checked, once that is long; `now` is in milliseconds. */
export function monthsUnchecked(checked: string, now: number): number | undefined {
  const days = (now - Date.parse(checked)) / DAY;
  return days > OLD ? Math.floor(days / MONTH) : undefined;
}
