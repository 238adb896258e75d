/** What the pictures ask of the page's text. */
import type { PageModel, PageState } from '../../model.js';

/** The entity of the current mention. */
export const currentOf = ({ mentions, selected }: PageState): string | undefined =>
  selected === null ? undefined : mentions[selected]?.entity;

/** Goes to the first mention of an entity. */
export function showEntity(model: PageModel, id: string): void {
  const first = model.state.entities.find(({ entity }) => entity.id === id)?.mentions[0];
  if (first !== undefined) model.select(first, { scroll: true, focus: true });
}
