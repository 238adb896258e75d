/** What a reader can send in where a name was recognised wrongly: the mention, and the sentence that it stands in. */
import type { View } from '../../src/view.js';
import type { Words } from './words.js';

/** A report of the mention at a position, in plain lines. Neither the page nor its address are named. */
export function reportOf(view: View, index: number, say: Words): string | undefined {
  const mention = view.mentions[index];
  if (!mention) return undefined;
  const { entity, name, text, form, why, confidence, candidates, start, end } = mention;
  const others = candidates.map((candidate) => `${candidate.name} (${candidate.entity})`).join(', ');
  const lines: [string, string][] = [
    [say('report_entity'), `${name} (${entity})`],
    [say('report_form'), `“${text}” (${form})`],
    [say('report_rule'), `${why} (${confidence})`],
    [say('card_candidates'), others],
    [say('report_date'), view.date ?? ''],
    [say('report_checked'), view.info.checked],
    [say('report_sentence'), sentenceAround(view.text, start, end, say.locale)],
  ];
  const told = lines.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
  return [say('report_title'), ...told].join('\n');
}

/** The block's sentence, or sentences, between two offsets; blocks are separated by U+2029. */
function sentenceAround(text: string, start: number, end: number, locale: string): string {
  const from = text.lastIndexOf('\u2029', start) + 1;
  const to = text.indexOf('\u2029', end);
  const block = text.slice(from, to < 0 ? undefined : to);
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(block)];
  return sentences
    .filter(({ index, segment }) => index < end - from && index + segment.length > start - from)
    .map(({ segment }) => segment)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
