/** The seed article, what is expected in it, and what the command line finds in it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Mention } from 'namelight';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

type Span = [start: number, end: number];

export interface ExpectedMention {
  text: string;
  spans: Span[];
  wikipedia: string[];
  kind: 'actor' | 'place' | null;
  covered_by?: Span;
}

interface ExpectedRole {
  wikipedia: string;
  at: string;
  must_contain: string;
  must_not_contain?: string | null;
}

interface Expected {
  text: string;
  date: string;
  mentions: ExpectedMention[];
  optional: Span[];
  roles: ExpectedRole[];
}

export const expected = JSON.parse(read('seeds/expected.json')) as Expected;
export const seed = read(expected.text);

const equals = ([start, end]: Span, other: { start: number; end: number }): boolean =>
  start === other.start && end === other.end;

/** The expected mentions that none of the spans is, and the spans that are not expected. */
export function differences<S extends { start: number; end: number }>(
  spans: readonly S[],
): { missing: string[]; wrong: string[] } {
  const accepted = ({ spans: own, covered_by }: ExpectedMention): Span[] =>
    covered_by ? [...own, covered_by] : own;
  const missing = expected.mentions.filter(
    (mention) => !accepted(mention).some((span) => spans.some((other) => equals(span, other))),
  );
  const allowed = [...expected.mentions.flatMap(accepted), ...expected.optional];
  const wrong = spans.filter((span) => !allowed.some((other) => equals(other, span)));
  return {
    missing: missing.map(({ text, spans: [first] }) => `${text} at ${first?.[0]}`),
    wrong: wrong.map(({ start, end }) => `${seed.slice(start, end)} at ${start}`),
  };
}

/** The expected mention that a found one is, where it is not one of the optional ones. */
export function expectedAt(mention: { start: number; end: number }): ExpectedMention | undefined {
  return expected.mentions.find(({ spans }) => spans.some((span) => equals(span, mention)));
}

export const titleOf = (address: string | undefined): string =>
  decodeURIComponent(address?.split('/wiki/')[1] ?? '').replaceAll('_', ' ');

/** What the command line prints for the seed article. */
export function commandLine(date: string): Mention[] {
  const program =
    process.env['NAMELIGHT_CLI'] ?? fileURLToPath(new URL('target/release/namelight', root));
  const line = `${JSON.stringify({ id: 'seed', text: seed, date })}\n`;
  const printed = execFileSync(
    program,
    ['annotate', '--pack', 'base', '--format', 'jsonl'],
    { input: line, encoding: 'utf8' },
  );
  return (JSON.parse(printed) as { mentions: Mention[] }).mentions;
}
