/** Strings that every encoding can hold. */

/** Reads an unpaired surrogate as U+FFFD, one unit as before, so that offsets stay what they are. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
