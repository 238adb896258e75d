/** Texts that come to the page from outside: pasted where no field has the focus, dropped as a file, or given in a dialog. */
import { element } from './element.js';
import { sourceOf, type Source } from './own-text/source.js';

/** What else has to do with what was pasted or dropped has said so by `preventDefault`. */
export function watchIncoming(read: (source: Source) => void): void {
  const button = element<HTMLButtonElement>('own-text');
  button.disabled = false;
  button.addEventListener('click', () => void import('./own-text/dialog.js').then(({ openDialog }) => openDialog(read)));

  document.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (event.defaultPrevented || !data || isField(event.composedPath()[0])) return;
    const [plain, html, file] = [data.getData('text/plain'), data.getData('text/html'), data.files[0]];
    if (`${plain}${html}`.trim() === '') return file && void readFile(file, read);
    event.preventDefault();
    // At once, so that of two texts the later one stays.
    read(sourceOf(plain, html));
  });

  const { classList } = document.documentElement;
  document.addEventListener('dragover', (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    classList.add('receiving');
  });
  for (const type of ['dragleave', 'drop', 'dragend'] as const) {
    document.addEventListener(type, (event) => {
      if (type !== 'dragleave' || event.relatedTarget === null) classList.remove('receiving');
    });
  }
  document.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (event.defaultPrevented || !file) return;
    // A file that is no text is not opened in place of the page either.
    event.preventDefault();
    void readFile(file, read);
  });
}

async function readFile(file: File, read: (source: Source) => void): Promise<void> {
  const { kindOf, sourceOfFile } = await import('./own-text/files.js');
  const kind = kindOf(file);
  if (kind) read(await sourceOfFile(file, kind));
}

/** Where what is pasted goes into a field. */
const isField = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
