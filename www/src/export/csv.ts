/**
 * Mentions as CSV (RFC 4180): a header, then one record for each mention, ended by CR LF, in UTF-8.
 *
 * A spreadsheet reads a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula,
 * and so may run what a page has written. Such a cell gets an apostrophe in front, which spreadsheets take
 * as the mark of text. Numbers are not touched.
 */
import { addressesOf } from '../addresses.js';
import type { EntityDetails, Mention } from '../types.js';
import { wellFormed } from '../well-formed.js';
import { sourceOf, type ExportDocument } from './document.js';
import { evidenceIn, type Evidence } from './evidence.js';

type Cell = string | number | undefined;

const COLUMNS = [
  // The mention; `start` and `end` are UTF-16 code units, half open.
  ['start', 'end', 'text', 'prefix', 'suffix', 'form', 'confidence', 'why', 'candidates', 'link'],
  // Its entity; the role is that on the date of the text, `role_now` the one known last where it differs.
  ['entity', 'name', 'kind', 'type', 'role', 'role_of', 'role_from', 'role_to', 'role_now', 'role_now_from'],
  ['latitude', 'longitude', 'wikidata', 'wikipedia', 'geonames', 'website'],
  // The text and the pack.
  ['source_url', 'source_title', 'source_date', 'source_retrieved', 'checked'],
].flat();

/** The candidates of an open mention are ids, best first, separated by `|`. */
export function toCsv(document: ExportDocument): string {
  const byId = new Map(document.entities.map((entity) => [entity.id, entity]));
  const evidence = evidenceIn(document);
  const rows = document.mentions.map((mention) => [
    ...ofMention(mention, evidence(mention)),
    ...ofEntity(mention, byId.get(mention.entity)),
    ...ofSource(document),
  ]);
  return [COLUMNS, ...rows].map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function ofMention({ form, confidence, why, candidates }: Mention, evidence: Evidence): Cell[] {
  const { start, end, text, prefix, suffix, link } = evidence;
  const others = candidates.map(({ entity }) => entity).join('|');
  return [start, end, text, prefix, suffix, form, confidence, why, others, link];
}

function ofEntity(mention: Mention, details: EntityDetails | undefined): Cell[] {
  const { entity, name, kind, type, role, links } = mention;
  const addresses = new Map(addressesOf(links).map((entry) => [entry.site, entry]));
  return [
    ...[entity, name, kind, type],
    ...[role?.title, role?.of, role?.from, role?.to, role?.now?.title, role?.now?.from],
    ...[details?.at?.[0], details?.at?.[1]],
    ...[addresses.get('wikidata')?.id, addresses.get('wikipedia')?.address],
    ...[addresses.get('geonames')?.id, addresses.get('website')?.address],
  ];
}

function ofSource(document: ExportDocument): Cell[] {
  const { url, title, date, retrieved, checked } = sourceOf(document);
  return [url, title, date, retrieved, checked];
}

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const text = wellFormed(cell);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
