/** A text that the page shows, and what is known of it before its names are found. */
export interface Story {
  /** The name of one of the page's own articles; undefined for a text of the reader's. */
  readonly id?: string;
  readonly title: string;
  /** The day on which it was written, `YYYY-MM-DD`. */
  readonly written: string;
  /** Its language as a BCP 47 code; undefined where that is not known. */
  readonly language?: string;
}
