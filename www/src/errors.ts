/** The one way in which the package makes an error: an `Error` with a `code` to branch on. */

/** An error of this package or of its engine; `code` is stable, the message is for people. */
export interface NamelightError extends Error {
  code: string;
}

export function problem(code: string, message: string, cause?: unknown): NamelightError {
  const error = cause === undefined ? new Error(message) : new Error(message, { cause });
  return Object.assign(error, { code });
}
