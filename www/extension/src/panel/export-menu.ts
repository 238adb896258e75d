/** The names of a page as a file: to save or to copy, in each format that the package has. */
import { html, type TemplateResult } from 'lit-html';
import { exportDocument, formats, type ExportDocument, type ExportFile, type ExportFormat } from 'namelight/export';
import { fileNameOf, saveFile } from '../page/save-file.js';
import type { JoinedPage } from '../page/joined-page.js';
import type { TabLink } from '../page/tab-link.js';
import type { MessageKey, Words } from '../words.js';

export function exportMenu(
  link: TabLink,
  page: JoinedPage,
  say: Words,
  saved: string,
  tell: (words: string) => void,
): TemplateResult {
  const { title } = page.main;
  const save = async (format: ExportFormat): Promise<void> => {
    const { text, type, extension } = await fileOf(link, page, format);
    const name = `${fileNameOf(title)}.${extension}`;
    saveFile(name, text, type);
    tell(say('export_saved', name));
  };
  const copy = async (format: ExportFormat): Promise<void> => {
    const { text } = await fileOf(link, page, format);
    await navigator.clipboard.writeText(text);
    tell(say('export_copied'));
  };
  return html`<p class="hint">${say('export_lead')}</p>
    <ul class="formats" role="list">
      ${formats().map((format) => {
        const key = format.replace('-', '_');
        const name = say(`format_${key}` as MessageKey);
        return html`<li>
          <h2>${name}</h2>
          <p class="quiet">${say(`format_${key}_for` as MessageKey)}</p>
          <div class="row">
            <button type="button" aria-label=${say('export_saveAs', name)} @click=${() => save(format)}>
              ${say('save')}
            </button>
            <button class="plain" type="button" aria-label=${say('export_copyAs', name)} @click=${() => copy(format)}>
              ${say('copy')}
            </button>
          </div>
        </li>`;
      })}
    </ul>
    <p class="quiet" role="status">${saved}</p>`;
}

/** The page itself is exported, as it stands; frames within it are documents of their own. */
async function fileOf(link: TabLink, { main }: JoinedPage, format: ExportFormat): Promise<ExportFile> {
  const { mentions, members, open, address, title, date, checked } = main;
  const known = [...members.map(({ entity }) => entity), ...open.flatMap(({ candidates }) => candidates)];
  const document: ExportDocument = {
    text: await link.text(main.frame),
    mentions,
    entities: [...new Map(known.map((entity) => [entity.id, entity])).values()],
    source: { url: address, title, date, checked, retrieved: new Date().toISOString() },
  };
  return exportDocument(document, format);
}
