/**
 * The results as a picture: a row for each way, and in each panel where its times lie on a logarithmic axis, a disc for
 * Chromium and a ring for Firefox. All that is drawn comes from the results.
 */
import { count, number } from './table.mjs';

const PALETTES = {
  light: {
    ...{ ground: '#ffffff', ink: '#1f2328', faint: '#59636e', line: '#d8dee4' },
    ...{ band: '#f6f1ee', ours: '#a3341f', others: '#3d5a80' },
  },
  dark: {
    ...{ ground: '#0d1117', ink: '#e6edf3', faint: '#9198a1', line: '#2b323b' },
    ...{ band: '#1d1a1b', ours: '#f0937c', others: '#8fb4dd' },
  },
};

export const SCHEMES = Object.keys(PALETTES);

const PANELS = [
  { title: 'Ready', of: '100,000 names', size: 100_000, figure: 'ready' },
  { title: 'Page of 100 KB lit', of: '10,000 names', size: 10_000, figure: '100 KB' },
  { title: 'Page of 1 MB lit', of: '100,000 names', size: 100_000, figure: '1 MB' },
];

/** What stands in the rows: what we are, to the end too, and the least that it can cost; and what others would use. */
const OURS = ['namelight', 'all', 'floor'];
const OTHERS = ['expression', 'flashtext', 'monyone', 'fastscan', 'ahocorasick', 'mark', 'find-and-replace'];

const LABELS = {
  namelight: 'namelight, first names',
  all: 'namelight, all, at rest',
  floor: 'floor: walk and paint alone',
  mark: 'mark.js',
};

/** What has no time to be ready of its own. */
const PAGES_ONLY = new Set(['all', 'floor']);

const FONT = `font-family="system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"`;

const BOX = { left: 212, top: 88, row: 29, panel: 214, gap: 38, bottom: 104 };

export function chart({ about, rows }, scheme) {
  const colours = PALETTES[scheme];
  const names = ordered(rows);
  const width = BOX.left + PANELS.length * (BOX.panel + BOX.gap) + 10;
  const bottom = BOX.top + names.length * BOX.row;
  const height = bottom + BOX.bottom;
  const panels = PANELS.map((panel, index) => {
    const left = BOX.left + index * (BOX.panel + BOX.gap);
    return panelAt(panel, left, rows, names, colours);
  });
  const labels = names.map((name, line) => {
    const own = isOurs(name) ? ` font-weight="600" fill="${colours.ours}"` : '';
    return text(BOX.left - 14, middleOf(line) + 5, labelOf(rows, name), `text-anchor="end"${own}`);
  });
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" ${FONT} font-size="14" fill="${colours.ink}">
<title>How long it takes to be ready, and to light the names of a page</title>
<desc>${escaped(described(rows, names))}</desc>
<rect width="${width}" height="${height}" fill="${colours.ground}"/>
<rect x="0" y="${BOX.top}" width="${width}" height="${2 * BOX.row}" fill="${colours.band}"/>
${labels.join('\n')}
${panels.join('\n')}
${legend(bottom + 66, about, colours)}
</svg>
`;
}

/** Ours, and the others from the fastest page on. */
function ordered(rows) {
  const isFirst = ({ browser }) => browser === 'chromium';
  const pageOf = (name) => pointsOf(PANELS[1], rows, name).find(isFirst)?.value ?? Infinity;
  return [...OURS, ...OTHERS.toSorted((a, b) => pageOf(a) - pageOf(b))];
}

const isOurs = (name) => name === 'namelight' || name === 'all';

const labelOf = (rows, name) => LABELS[name] ?? rows.find((row) => row.name === name).label;

const middleOf = (line) => BOX.top + (line + 0.5) * BOX.row;

function panelAt(panel, left, rows, names, colours) {
  const points = names.flatMap((name, line) => pointsOf(panel, rows, name).map((point) => ({ ...point, line })));
  const from = 10 ** Math.floor(Math.log10(Math.min(...points.map(({ value }) => value))));
  const to = Math.max(...points.map(({ value }) => value)) * 1.25;
  const x = (value) => left + (BOX.panel * Math.log(value / from)) / Math.log(to / from);
  const bottom = BOX.top + names.length * BOX.row;
  const labelled = `text-anchor="middle" fill="${colours.faint}"`;
  const decades = [];
  for (let decade = from; decade <= to; decade *= 10) decades.push(decade);
  const between = decades.flatMap((decade) => [2, 5].map((times) => decade * times)).filter((value) => value < to);
  return [
    text(left, 40, panel.title, 'font-size="16" font-weight="600"'),
    text(left, 60, panel.of, `fill="${colours.faint}"`),
    ...between.map((value) => vertical(x(value), bottom, colours.line, 0.45)),
    ...decades.map((value) => vertical(x(value), bottom, colours.line, 1.2)),
    ...decades.map((value) => text(x(value), bottom + 20, duration(value), labelled)),
    ...points.map((point) => mark(point, x(point.value), colours)),
    ...told(points).map(({ value, line, isGreater }) => {
      const anchor = isGreater ? 'start' : 'end';
      const own = `text-anchor="${anchor}" font-weight="600" font-size="12.5" fill="${colours.ours}"`;
      return text(x(value) + (isGreater ? 9 : -9), middleOf(line) + 4.5, short(value), own);
    }),
  ].join('\n');
}

/** Of each browser; what was given up lies where that was, and beyond. */
function pointsOf({ size, figure }, rows, name) {
  if (figure === 'ready' && PAGES_ONLY.has(name)) return [];
  const kind = name === 'all' ? 'all' : 'page';
  const way = name === 'all' ? 'namelight' : name;
  return Object.keys(MARKS).flatMap((browser) => {
    const row = rows.find((one) => one.browser === browser && one.size === size && one.name === way);
    const doing = figure === 'ready' ? figure : `${kind} ${figure}`;
    if (row?.capped?.doing === doing) return [{ name, browser, value: row.capped.seconds * 1000, isOver: true }];
    const value = (figure === 'ready' ? row?.ready : row?.[kind][figure])?.median;
    return value === undefined ? [] : [{ name, browser, value }];
  });
}

/** Our own points, the greater of a row told on its right; what was given up has no number. */
function told(points) {
  return OURS.filter(isOurs).flatMap((name) => {
    const own = points.filter((point) => point.name === name).sort((a, b) => a.value - b.value);
    return own.map((point, index) => ({ ...point, isGreater: index === own.length - 1 })).filter(({ isOver }) => !isOver);
  });
}

const short = (value) => (value < 10 ? value.toFixed(1) : count(Math.round(value)));

const MARKS = {
  chromium: (x, y, colour) => `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="5.5" fill="${colour}"/>`,
  firefox: (x, y, colour, ground) =>
    `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="4.5" fill="${ground}" stroke="${colour}" stroke-width="2"/>`,
};

/** An arrow leads on from what was given up. */
function mark({ browser, line, name, isOver }, x, colours) {
  const colour = isOurs(name) ? colours.ours : name === 'floor' ? colours.faint : colours.others;
  const y = middleOf(line);
  const way = `M${fixed(x + 8)} ${fixed(y)}h10m-4-4l4 4l-4 4`;
  const arrow = `<path d="${way}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
  return MARKS[browser](x, y, colour, colours.ground) + (isOver ? arrow : '');
}

function legend(y, { browsers, date, load }, colours) {
  const x = BOX.left;
  const faint = `font-size="13" fill="${colours.faint}"`;
  const busy = load < 0.7 ? '' : `; the machine was busy (load ${number(load)}): ratios count, not times`;
  return [
    MARKS.chromium(x + 6, y - 26, colours.others),
    text(x + 18, y - 21, browsers.chromium),
    MARKS.firefox(x + 226, y - 26, colours.others, colours.ground),
    text(x + 238, y - 21, browsers.firefox),
    text(x, y + 4, 'Medians on logarithmic axes; less is better; an arrow: given up.', faint),
    text(x, y + 22, `${date}${busy}.`, faint),
  ].join('\n');
}

/** The picture in words. */
function described(rows, names) {
  return PANELS.map((panel) => {
    const times = names.flatMap((name) => {
      const point = pointsOf(panel, rows, name).find(({ browser }) => browser === 'chromium');
      return point ? [`${labelOf(rows, name)} ${point.isOver ? 'over ' : ''}${short(point.value)} ms`] : [];
    });
    return `${panel.title}, ${panel.of}, in Chromium: ${times.join('; ')}.`;
  }).join(' ');
}

const duration = (ms) => (ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

const vertical = (x, bottom, colour, width) =>
  `<path d="M${fixed(x)} ${BOX.top - 4}V${bottom}" stroke="${colour}" stroke-width="${width}"/>`;

const text = (x, y, words, attributes = '') =>
  `<text x="${fixed(x)}" y="${fixed(y)}" ${attributes}>${escaped(words)}</text>`;

const fixed = (value) => Number(value.toFixed(1));

const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
