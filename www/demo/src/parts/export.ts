/** What is found in the text as a file, in each of the formats that the package writes. */
import type { ExportFormat } from 'namelight/export';
import { documentOfView, exportDocument, formats } from 'namelight/export';
import { html, render } from 'lit-html';
import '../export/export.css';
import { WORDS } from '../export/words.js';
import type { PageModel } from '../model.js';
import { fileName, save } from '../saving.js';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  const exported = (format: ExportFormat): ReturnType<typeof exportDocument> | undefined => {
    const { view, state } = model;
    if (!view) return undefined;
    const { title, written } = state.story;
    return exportDocument(documentOfView(view, { title, date: written }), format);
  };
  const saveAs = (format: ExportFormat): void => {
    const file = exported(format);
    if (file) save(`${fileName(model.state.story.title)}.${file.extension}`, file.text, file.type);
  };
  const copy = async (format: ExportFormat): Promise<void> => {
    const file = exported(format);
    if (!file) return;
    const told = await navigator.clipboard.writeText(file.text).then(
      () => WORDS.copied(WORDS.names[format]),
      () => WORDS.refused,
    );
    const status = element.querySelector('[role="status"]');
    if (status) status.textContent = told;
  };
  render(
    html`<ul class="formats" role="list">
        ${formats().map(
          (format) => html`<li>
            <h3>${WORDS.names[format]}</h3>
            <p>${WORDS.uses[format]}</p>
            <p class="tools">
              <button type="button" aria-label=${WORDS.saveAs(WORDS.names[format])} data-save=${format} @click=${() => saveAs(format)}>
                ${WORDS.save}
              </button>
              <button type="button" aria-label=${WORDS.copyAs(WORDS.names[format])} data-copy=${format} @click=${() => void copy(format)}>
                ${WORDS.copy}
              </button>
            </p>
          </li>`,
        )}
      </ul>
      <p class="told" role="status"></p>`,
    element,
  );
  return { dispose: () => render('', element) };
}
