/** Sentences with names in them, which each language puts in an order of its own. */
import type { TemplateResult } from 'lit-html';

/** A sentence with names in it, which languages put in their own order: `{actor}`, `{place}`, `{open}`. */
export function sentence(text: string, names: Record<string, TemplateResult>): (string | TemplateResult)[] {
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (names[part] ?? part)));
}
