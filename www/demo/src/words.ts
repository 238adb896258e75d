/** The words that the page's scripts write, in one place; what stands in the page from the beginning is in its HTML. */
import { plural } from 'namelight/strings';

const LOCALE = 'en-GB';
const differences = plural(LOCALE, { one: '# difference', other: '# differences' });

export const words = {
  locale: LOCALE,
  pageTitle: (title: string) => `${title} · Namelight`,
  /** The titles of texts that bring none. */
  ownTitle: 'A text of your own',
  ownCredit: 'Read in your browser and kept nowhere else, unless you share its link.',
  ownUndated: 'No date was given, so roles are those known last.',
  dayOfReport: 'On the day of the report',
  asOf: (date: string) => `On ${date}`,
  noDifference: 'Nothing here is known to have changed between these days.',
  differences: (count: number) => differences(count),
  more: (count: number) => `Show ${count} more`,
  roleUnknown: 'no role known',
  meant: (text: string) => `“${text}” is read as`,
  stepTitle: 'Go to the first name; arrow keys lead on',
  copyLink: 'Copy link',
  copyLinkTo: (name: string) => `Copy link to “${name}”`,
  copied: 'The link was copied.',
  copiedLong: 'The link was copied, without the text: it is too long for a link.',
  copyRefused: 'The browser did not allow copying. The link is in the address bar.',
  offlineReady: 'The page is kept for use without a connection.',
  faults: {
    'wasm-missing': 'This browser does not run WebAssembly, with which the names are found.',
    'wasm-refused': 'WebAssembly, with which the names are found, is not allowed on this page.',
    'wasm-unreachable': 'The program that finds the names could not be loaded. Try loading the page again.',
  } as Record<string, string>,
  fault: (message: string) => `The names could not be loaded: ${message}.`,
  partFault: 'This part of the page could not be loaded.',
  linkFault: 'The text in this link is damaged and cannot be read.',
  facts: (names: string, entities: string, known: string) =>
    `${names} names of ${entities} actors and places loaded, as of ${known}.`,
  found: (mentions: string, length: string, took: string) =>
    `${mentions} mentions found in ${length} characters in ${took} ms.`,
};
