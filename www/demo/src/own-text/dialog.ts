/** The dialog in which the reader gives a text: typed, pasted with or without its structure, or as a file. */
import { html, nothing, render } from 'lit-html';
import './dialog.css';
import { ACCEPTED, kindOf, sourceOfFile } from './files.js';
import { sourceOf, type Source } from './source.js';
import { WORDS } from './words.js';

/** Letters beyond which a text is held as it came: laying it out in a field would keep the page waiting. */
const LONG = 20_000;

/** Opens the dialog; `read` is given the text when the reader has one. */
export function openDialog(read: (source: Source) => void): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'own-text';
  dialog.setAttribute('aria-labelledby', 'own-text-title');
  /** What was pasted or chosen, in place of what is typed. */
  let held: Source | undefined;
  let refused = '';

  const take = (source: Source): void => {
    held = source;
    refused = '';
    draw();
    dialog.querySelector<HTMLElement>('[type="submit"]')?.focus();
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const kind = kindOf(file);
    if (kind) return take(await sourceOfFile(file, kind));
    refused = WORDS.fileRefused(file.name);
    draw();
  };
  const paste = (event: ClipboardEvent): void => {
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    const source = sourceOf(plain, event.clipboardData?.getData('text/html'));
    if (source.kind === 'text' && plain.length < LONG) return;
    event.preventDefault();
    take(source);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const source = held ?? sourceOf(String(form.get('text') ?? ''));
    if (source.content.trim() === '') return dialog.querySelector('textarea')?.focus();
    const written = String(form.get('written') ?? '');
    dialog.close();
    read(written ? { ...source, written } : source);
  };
  const again = (): void => {
    held = undefined;
    draw();
    dialog.querySelector('textarea')?.focus();
  };

  const draw = (): void => {
    render(
      html`<form @submit=${submit}>
        <h2 id="own-text-title">${WORDS.title}</h2>
        <p class="lead">${WORDS.lead}</p>
        ${held
          ? html`<p class="held">
              ${WORDS.held(held.content.length)}
              <button type="button" @click=${again}>${WORDS.other}</button>
            </p>`
          : html`<label>
              <span>${WORDS.text}</span>
              <textarea name="text" rows="9" dir="auto" spellcheck="false" @paste=${paste}></textarea>
            </label>`}
        <label class="file">
          <span>${WORDS.file}</span>
          <input
            type="file"
            accept=${ACCEPTED}
            aria-describedby="own-text-files"
            @change=${({ target }: Event) => void choose((target as HTMLInputElement).files?.[0])}
          />
        </label>
        <p id="own-text-files" class="hint">${WORDS.fileHint}</p>
        ${refused ? html`<p role="alert" class="problem">${refused}</p>` : nothing}
        <label class="written">
          <span>${WORDS.date}</span>
          <input type="date" name="written" />
        </label>
        <p class="tools">
          <button type="submit" class="main">${WORDS.read}</button>
          <button type="button" @click=${() => dialog.close()}>${WORDS.cancel}</button>
        </p>
      </form>`,
      dialog,
    );
  };

  draw();
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
