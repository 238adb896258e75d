/** The results that are kept, in `docs/bench/results.json`: of the samples their median, range and number. */
import { median, quantile } from './table.mjs';

export const RESULTS = 'docs/bench/results.json';

export function summary({ about, versions, rows, floors, groups }) {
  return {
    about: { ...about, browsers: versions },
    rows: rows.map(({ ready, longestTask, kept, peak, search, page, all, ...row }) => ({
      ...pick(row, ['browser', 'size', 'name', 'label', 'peer', 'capped', 'failure', 'bytes', 'painted', 'found']),
      ...{ ready: figure(ready), longestTask: figure(longestTask), kept: figure(kept), peak: figure(peak) },
      ...{ search: figures(search), page: figures(page), all: figures(all) },
    })),
    floors: floors.map(({ samples, parts, ...floor }) => ({
      ...floor,
      ...figures(samples),
      // Of each round by itself, as a slow moment meets both.
      ratio: figure(samples.package.map((took, round) => took / samples.floor[round])),
      ratioAll: figure(samples.package.map((took, round) => took / samples.floorAll[round])),
      parts: figures(byName(parts)),
    })),
    groups: groups.map(({ rows: lines, ...group }) => ({
      ...group,
      rows: lines.map(({ samples, ...line }) => ({ ...line, ...figure(samples) })),
    })),
  };
}

/** As JSON with a line for each thing that was measured, so that two runs can be compared. */
export function written({ about, ...lists }) {
  const lines = Object.entries(lists).map(
    ([name, list]) => `${JSON.stringify(name)}: [\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`,
  );
  return `{\n"about": ${JSON.stringify(about)},\n${lines.join(',\n')}\n}\n`;
}

const pick = (object, names) =>
  Object.fromEntries(names.filter((name) => object[name] !== undefined).map((name) => [name, object[name]]));

/** `[{ a, b }, …]` as `{ a: […], b: […] }`. */
const byName = (list) =>
  Object.fromEntries(Object.keys(list[0] ?? {}).map((name) => [name, list.map((one) => one[name])]));

const figures = (samples) => Object.fromEntries(Object.entries(samples).map(([name, list]) => [name, figure(list)]));

function figure(samples) {
  const finite = samples.filter(Number.isFinite);
  if (finite.length === 0) return undefined;
  const [middle, low, high] = [median(finite), quantile(finite, 0.1), quantile(finite, 0.9)].map(rounded);
  return { median: middle, low, high, count: finite.length };
}

/** To four digits. */
const rounded = (value) => Number(value.toPrecision(4));
