/** Style sheets are written with space and comments, templates with indents; what ships has neither. */
export const withoutSpace = { name: 'without-space', transform };

function transform(code, id) {
  // Line ends stay, as space between words or the end of a comment.
  if (code.includes("from 'lit-html'")) return { code: code.replaceAll(/\n +/g, '\n') };
  if (!id.endsWith('-styles.ts')) return null;
  const short = (sheet) =>
    sheet
      .replaceAll(/\/\*[^]*?\*\//g, '')
      .replaceAll(/\n\s*/g, '')
      .replaceAll(/([:,>]) /g, '$1')
      .replaceAll(/ ([{>])/g, '$1')
      .replaceAll(';}', '}');
  return { code: code.replace(/(?<=[=>] `)\n[^`]*(?=`;)/, short) };
}
