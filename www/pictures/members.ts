/** What all pictures are drawn from: the entities of a page, each with the positions of its mentions. */
import type { EntityDetails } from '../src/types.js';

/** An entity and the positions of its mentions, as `view.entities` has them. */
export interface Member {
  entity: EntityDetails;
  mentions: readonly number[];
}

/** What a picture can ask for. */
export interface PictureActions {
  /** Shows where the text mentions an entity first. */
  show(id: string): void;
}

/** A picture in its element. */
export interface Picture<Content> {
  /** Draws something else in its place; it is drawn with whatever else changes in the same frame. */
  update(content: Content): void;
  /** Takes the picture out of its element. */
  dispose(): void;
}
