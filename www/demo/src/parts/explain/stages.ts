/** The stages of one mention: what stood there, what was dropped and why, and what spoke for the choice. */
import type { CastMember, EntityDetails, Mention } from 'namelight';
import type { Explanation, FoldedWord, StandingForm } from './asking.js';
import { WORDS } from './words.js';

/** A paragraph and where it begins in the text. */
export interface Passage {
  text: string;
  start: number;
}

export interface Dropped {
  form: StandingForm;
  written: string;
  reason: string;
}

export interface Stages {
  passage: Passage;
  words: FoldedWord[];
  found: StandingForm[];
  dropped: Dropped[];
  /** In the same paragraph, without a mention there. */
  elsewhere: Dropped[];
}

const BLOCK = '\u2029';

export function passageOf(text: string, { start, end }: Mention): Passage {
  const from = text.lastIndexOf(BLOCK, start) + 1;
  const to = text.indexOf(BLOCK, end);
  return { text: text.slice(from, to === -1 ? text.length : to), start: from };
}

export function stagesOf(
  mention: Mention,
  mentions: readonly Mention[],
  passage: Passage,
  { words, forms }: Explanation,
): Stages {
  const touches = (form: StandingForm): boolean => form.start < mention.end && form.end > mention.start;
  const written = ({ start, end }: StandingForm): string =>
    passage.text.slice(start - passage.start, end - passage.start);
  const here = forms.filter(touches);
  const isChosen = (form: StandingForm): boolean =>
    form.refusal === null &&
    form.start === mention.start &&
    form.end === mention.end &&
    (form.entity === mention.entity ||
      (mention.confidence === 'ambiguous' && mention.candidates.some(({ entity }) => entity === form.entity)));
  const lit = (form: StandingForm): boolean =>
    mentions.some(({ start, end }) => start < form.end && end > form.start);
  const drop = (form: StandingForm, reason: string): Dropped => ({ form, written: written(form), reason });
  return {
    passage,
    words: words.filter(({ start, end }) => start < mention.end + 40 && end > mention.start - 40),
    found: once(here),
    dropped: once(here.filter((form) => !isChosen(form))).map((form) => drop(form, reasonAt(form, mention))),
    elsewhere: once(forms.filter((form) => !lit(form))).map((form) =>
      drop(form, form.refusal ? WORDS.reasons[form.refusal] : WORDS.reasons.evidence),
    ),
  };
}

/** Of an entity's forms of the same letters, one says enough. */
function once(forms: readonly StandingForm[]): StandingForm[] {
  const keys = new Set<string>();
  return forms.filter(({ start, end, entity }) => {
    const key = `${start} ${end} ${entity}`;
    return !keys.has(key) && keys.add(key);
  });
}

function reasonAt(form: StandingForm, mention: Mention): string {
  const { reasons } = WORDS;
  if (form.refusal) return reasons[form.refusal];
  const longer = mention.end - mention.start > form.end - form.start;
  if (longer) return reasons.longer(mention.text);
  return mention.candidates.some(({ entity }) => entity === form.entity) ? reasons.other : reasons.evidence;
}

/** Mentions of what a rule looks for elsewhere in the text, each entity once. */
export function supportsOf(
  mention: Mention,
  mentions: readonly Mention[],
  entity: EntityDetails | undefined,
  members: readonly CastMember[],
): number[] {
  if (mention.why === 'named-in-full' || mention.why === 'full-name') {
    const full = mentions.findIndex((other) => other.entity === mention.entity && other.text.length > mention.text.length);
    return full === -1 ? [] : [full];
  }
  if (mention.why !== 'affiliation' && mention.why !== 'container') return [];
  const related = new Set([...(entity?.in ?? []).map(({ id }) => id), ...(entity?.roles ?? []).map(({ of }) => of)]);
  return members
    .filter((member) => related.has(member.entity.id) || member.entity.in.some(({ id }) => id === mention.entity))
    .flatMap((member) => member.mentions.slice(0, 1));
}
