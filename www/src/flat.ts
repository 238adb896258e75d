/** Reads the one flat array in which the engine gives the mentions of a text. */
import { confidenceNames, formNames, ruleNames } from '../generated/namelight.js';
import type { EngineMention } from './engine.js';
import type { Confidence, Form } from './types.js';

/** The words for the numbers in the array, as the started module has them. */
export interface Names {
  forms: Form[];
  confidences: Confidence[];
  rules: string[];
}

export const readNames = (): Names => ({
  forms: formNames() as Form[],
  confidences: confidenceNames() as Confidence[],
  rules: ruleNames(),
});

/**
 * Reads `[count, stride, …mentions, …candidates]`. A mention's words: start, end, entity, form,
 * confidence, rule, position of its first candidate, number of candidates; a candidate's: entity, rule.
 */
export function decode(words: Uint32Array, { forms, confidences, rules }: Names): EngineMention[] {
  const at = (position: number): number => words[position] ?? 0;
  const stride = at(1);
  return Array.from({ length: at(0) }, (_, number) => {
    const mention = 2 + number * stride;
    return {
      start: at(mention),
      end: at(mention + 1),
      entity: at(mention + 2),
      form: forms[at(mention + 3)] ?? 'name',
      confidence: confidences[at(mention + 4)] ?? 'ambiguous',
      why: rules[at(mention + 5)] ?? '',
      candidates: Array.from({ length: at(mention + 7) }, (_, rank) => {
        const candidate = at(mention + 6) + rank * 2;
        return { entity: at(candidate), why: rules[at(candidate + 1)] ?? '' };
      }),
    };
  });
}
