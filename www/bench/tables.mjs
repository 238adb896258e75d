/** The results as tables in Markdown. */
import { number, table } from './table.mjs';

export function tables(results) {
  for (const f of results.floors) console.log(f.browser, f.pack, f.found, f.painted, 'package', f.package.median, 'floor', f.floor.median, 'ratio', f.ratio.median, f.ratio.low, f.ratio.high, Object.entries(f.parts).map(([n,p])=>n+' '+p.median).join(', '));
  for (const r of results.rows) console.log(r.browser, r.size, r.name, r.failure??'', JSON.stringify(r.capped), 'ready', r.ready?.median, 'kept', r.kept?.median, 'search', r.search['100 KB']?.median, 'page', r.page['100 KB']?.median, r.page['100 KB']?.count, 'all', r.all?.['100 KB']?.median, JSON.stringify(r.painted), JSON.stringify(r.bytes), JSON.stringify(r.found));
  return '';
}
