/** The wording of the dialog for a text of the reader's. */
import { english } from 'namelight/strings';

const { locale } = english;

export const WORDS = {
  title: 'A text of your own',
  lead: 'It is read in your browser and sent nowhere.',
  text: 'Type or paste a text, or a part of a page',
  held: (letters: number) => `${letters.toLocaleString(locale)} characters are ready to be read.`,
  other: 'Take another text',
  file: 'Choose a file',
  fileHint: 'Plain text, HTML or Markdown. A file can also be dropped anywhere on the page.',
  fileRefused: (name: string) => `“${name}” is not a text file.`,
  date: 'The day it was written, if you know it',
  read: 'Find the names',
  cancel: 'Cancel',
};
