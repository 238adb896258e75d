/** Gazetteers of the reader's own: brought as files or written in a form, laid over the names that are loaded. */
import { html, render } from 'lit-html';
import type { PageModel } from '../model.js';
import { fileName, save } from '../saving.js';
import { entryTemplate } from './own/entry-form.js';
import { Entry } from './own/entry.js';
import { importsTemplate, placeOf } from './own/imports-template.js';
import { Imports } from './own/imports.js';
import './own/own.css';
import { shelfTemplate } from './own/shelf-template.js';
import { Shelf, type Volume } from './own/shelf.js';

export function mount(element: HTMLElement, model: PageModel): { dispose(): void } {
  let frame: number | undefined;
  const changed = (): void => {
    frame ??= requestAnimationFrame(draw);
  };
  const shelf = new Shelf(model, changed);
  const entry = new Entry(model, shelf, changed);
  const imports = new Imports({ take: (brought) => shelf.take(brought), changed });
  let defaultType = 'organisation';

  const inText = ({ gazetteer }: Volume): number | undefined => {
    if (!gazetteer) return undefined;
    const ids = new Set(gazetteer.entities.map(({ id }) => id));
    return model.state.mentions.filter(({ entity }) => ids.has(entity)).length;
  };
  const importControls = {
    bring: (files: readonly File[]) => void imports.bring(files, defaultType),
    again: (one: (typeof imports.all)[number]) => imports.again(one, defaultType),
    forget: (one: (typeof imports.all)[number]) => imports.forget(one),
    saveFindings: ({ title, findings }: (typeof imports.all)[number]) => {
      const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const lines = findings.map((finding) => [placeOf(finding), finding.what, finding.reason].map(cell).join(','));
      save(`${fileName(title)}-findings.csv`, `row,what,why\r\n${lines.join('\r\n')}\r\n`, 'text/csv');
    },
    chooseType: (type: string) => {
      defaultType = type;
      changed();
    },
  };
  const shelfControls = {
    edit: (volume: Volume) => {
      entry.edit(volume);
      element.querySelector('.writing')?.scrollIntoView({ block: 'nearest' });
    },
    lift: (volume: Volume) => {
      entry.forget(volume.id);
      void shelf.lift(volume.id);
    },
    saveJson: (volume: Volume) => shelf.saveJson(volume),
    savePack: (volume: Volume) => void shelf.savePack(volume),
  };

  function draw(): void {
    frame = undefined;
    render(
      html`<div class="own">
        <div class="bringing">${importsTemplate(imports.all, defaultType, importControls)}</div>
        <div class="writing">${entryTemplate(entry.state, entry.controls)}</div>
        <div class="laid">${shelfTemplate(shelf.volumes, inText, shelfControls)}</div>
      </div>`,
      element,
    );
  }

  const following = model.subscribe((state, before) => {
    if (state.mentions !== before.mentions || state.overlays !== before.overlays) changed();
  });
  draw();
  return {
    dispose: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      following.dispose();
      imports.dispose();
      entry.dispose();
      render(html``, element);
    },
  };
}
