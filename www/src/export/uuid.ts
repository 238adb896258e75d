/** Identifiers that follow from what they name (UUID version 5), so that the same export is made twice alike. */
import { v5 } from 'uuid';
import { wellFormed } from '../well-formed.js';

/** Namelight's own; the one that STIX reserves for observables is not used. */
const NAMESPACE = '86fc8ef2-2f8d-4833-81ba-30105070c3ca';

/** The identifier of what the parts together name. */
export const uuidOf = (...parts: (string | number)[]): string =>
  v5(JSON.stringify(parts.map((part) => (typeof part === 'string' ? wellFormed(part) : part))), NAMESPACE);
