/** The popup: the page of the tab in front, its site, and its cast. */
import { html, render } from 'lit-html';
import { iconButton } from '../page/icons.js';
import { openPage } from '../page/open-page.js';
import { openPanel } from '../page/open-panel.js';
import { tabControls } from '../page/tab-controls.js';
import { TabPage } from '../page/tab-page.js';

const [{ say }, [tab]] = await Promise.all([
  openPage('panel'),
  chrome.tabs.query({ active: true, lastFocusedWindow: true }),
]);
const head = document.createElement('header');
const cast = document.createElement('main');
cast.setAttribute('aria-label', say('tab_cast'));
document.body.append(head, cast);

const page = new TabPage(say, draw);
page.listIn(cast);
draw();
if (tab) await page.open(tab);

function draw(): void {
  cast.hidden = page.state.page === undefined;
  render(
    html`<div class="bar">
        <h1>Namelight</h1>
        ${iconButton('panel', say('tab_openPanel'), toPanel)} ${iconButton('gear', say('options'), toOptions)}
      </div>
      ${tabControls(page.state, say, page)}`,
    head,
  );
}

function toPanel(): void {
  if (tab) openPanel(tab);
  window.close();
}

function toOptions(): void {
  void chrome.runtime.openOptionsPage().then(() => window.close());
}
