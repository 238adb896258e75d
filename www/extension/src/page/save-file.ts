/** Files that the reader saves and chooses. */

/** Has the browser save a file, as a click on a link to it does. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A title as part of a file's name. */
export function fileNameOf(title: string): string {
  const plain = title.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'namelight' : plain.slice(0, 60);
}

/** The day as files and fields have it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
