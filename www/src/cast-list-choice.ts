/** What the cast list shows of a page, chosen and put in order. It holds no state and touches no page. */
import type { CastMember } from './view.js';
import type { EntityDetails, Kind, Mention } from './types.js';

/** All that a cast list needs to know of a page: plain data, which can be sent as a message. */
export interface CastContent {
  mentions: readonly Mention[];
  /** In the order of their first mention. */
  members: readonly CastMember[];
  open: readonly OpenName[];
  /** Entities that the reader has hidden on this page. */
  muted?: readonly { id: string; name: string }[];
  /** The day at which roles are read. */
  date: string;
  /** The day on which the facts were checked. */
  checked: string;
  /** The position of the current mention, or null. */
  current: number | null;
}

/** A name that the text leaves open, with all it could stand for. */
export interface OpenName {
  text: string;
  /** Positions in `mentions`. */
  mentions: number[];
  candidates: EntityDetails[];
}

/** By the first mention in the text, by the number of mentions, or by name. */
export type CastOrder = 'text' | 'count' | 'name';

/** What the reader has chosen to see, and how. */
export interface CastChoice {
  /** A kind, a type of entity, or all. */
  show: string;
  order: CastOrder;
  find: string;
}

/** The names that the text leaves open, each with its mentions, in the order of the first. */
export function openNames(
  mentions: readonly Mention[],
  entity: (id: string) => EntityDetails | undefined,
): OpenName[] {
  const names = new Map<string, OpenName>();
  mentions.forEach((mention, position) => {
    if (mention.confidence !== 'ambiguous') return;
    const ids = [mention.entity, ...mention.candidates.map((candidate) => candidate.entity)];
    const key = JSON.stringify([mention.text, ids]);
    const known = names.get(key);
    if (known) {
      known.mentions.push(position);
      return;
    }
    const candidates = ids.flatMap((id) => entity(id) ?? []);
    names.set(key, { text: mention.text, mentions: [position], candidates });
  });
  return [...names.values()];
}

/** What passes the reader's choice, in the order chosen. */
export interface Chosen {
  members: Record<Kind, CastMember[]>;
  open: OpenName[];
}

export function chosenOf(content: CastContent, choice: CastChoice, locale: string): Chosen {
  const members = (kind: Kind): CastMember[] => membersOf(content, kind, choice, locale);
  return {
    members: { actor: members('actor'), place: members('place') },
    open: openOf(content, choice),
  };
}

function membersOf(
  { members }: CastContent,
  kind: Kind,
  { show, order, find }: CastChoice,
  locale: string,
): CastMember[] {
  const wanted = plain(find.trim());
  const passing = members.filter(
    ({ entity }) =>
      entity.kind === kind && fits(entity, show) && (wanted === '' || says(entity, wanted)),
  );
  if (order === 'count') return passing.sort((a, b) => b.mentions.length - a.mentions.length);
  if (order === 'text') return passing;
  const { compare } = new Intl.Collator(locale);
  return passing.sort((a, b) => compare(a.entity.name, b.entity.name));
}

function openOf({ open }: CastContent, { show, find }: CastChoice): OpenName[] {
  const wanted = plain(find.trim());
  return open.filter(
    ({ text, candidates }) =>
      candidates.some((entity) => fits(entity, show)) &&
      (wanted === '' ||
        plain(text).includes(wanted) ||
        candidates.some((entity) => says(entity, wanted))),
  );
}

/** How many of each type of a kind there are, the most frequent first. */
export function typesOf(members: readonly CastMember[], kind: Kind): [type: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { entity } of members) {
    if (entity.kind === kind) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The following or preceding mention among `positions`, seen from the one that is current. */
export function stepFrom(
  current: number | null,
  positions: readonly number[],
  by: 1 | -1,
): number | undefined {
  if (by === 1) return positions.find((position) => position > (current ?? -1)) ?? positions[0];
  return positions.findLast((position) => position < (current ?? 0)) ?? positions.at(-1);
}

const fits = ({ kind, type }: EntityDetails, show: string): boolean =>
  show === 'all' || show === kind || show === type;

function says({ name, names, role }: EntityDetails, wanted: string): boolean {
  return [name, role?.title ?? '', ...names.map(({ text }) => text)].some((text) =>
    plain(text).includes(wanted),
  );
}

/** Letters without case and marks, as people type them into a field. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
