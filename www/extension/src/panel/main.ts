/** The side panel and the sidebar: the page of the tab in front with its cast, its map, and its export. */
import { html, render, type TemplateResult } from 'lit-html';
import { iconButton } from '../page/icons.js';
import { openPage } from '../page/open-page.js';
import { tabControls } from '../page/tab-controls.js';
import { TabPage } from '../page/tab-page.js';
import { exportMenu } from './export-menu.js';
import { followTab } from './follow-tab.js';
import { MapView } from './map-view.js';

const VIEWS = ['cast', 'map', 'export'] as const;
type View = (typeof VIEWS)[number];

const { say } = await openPage('panel');
const head = document.createElement('header');
const rooms = { cast: roomOf('cast'), map: roomOf('map'), export: roomOf('export') };
const main = document.createElement('main');
main.append(...Object.values(rooms));
document.body.append(head, main);

let shown: View = 'cast';
let saved = '';
const page = new TabPage(say, draw);
const map = new MapView(rooms.map, say, (position) => page.link.go(position, false));
page.listIn(rooms.cast);
draw();
followTab((tab) => void page.open(tab));

function roomOf(view: View): HTMLElement {
  const room = document.createElement('div');
  room.id = `room-${view}`;
  room.className = 'room';
  room.setAttribute('role', 'tabpanel');
  room.setAttribute('aria-labelledby', `tab-${view}`);
  return room;
}

function draw(): void {
  const { page: lit } = page.state;
  render(
    html`<div class="bar">
        <h1>Namelight</h1>
        ${iconButton('gear', say('options'), toOptions)}
      </div>
      ${tabControls(page.state, say, page)}
      <div class="tabs" role="tablist" aria-label=${say('tab_views')} ?hidden=${!lit} @keydown=${travel}>
        ${VIEWS.map(tabButton)}
      </div>`,
    head,
  );
  for (const view of VIEWS) rooms[view].hidden = !lit || view !== shown;
  if (!lit) return;
  if (shown === 'map') map.show(lit);
  if (shown === 'export') render(exportMenu(page.link, lit, say, saved, tell), rooms.export);
}

function tabButton(view: View): TemplateResult {
  return html`<button
    id="tab-${view}"
    role="tab"
    type="button"
    aria-selected=${view === shown}
    aria-controls="room-${view}"
    tabindex=${view === shown ? 0 : -1}
    @click=${() => choose(view)}
  >
    ${say(`view_${view}`)}
  </button>`;
}

function choose(view: View): void {
  shown = view;
  draw();
}

/** Arrow keys go from tab to tab, in the direction in which they are written. */
function travel({ key }: KeyboardEvent): void {
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = onward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const by = key === onward ? 1 : key === back ? -1 : 0;
  const next = VIEWS[(VIEWS.indexOf(shown) + by + VIEWS.length) % VIEWS.length];
  if (by === 0 || !next) return;
  choose(next);
  document.getElementById(`tab-${next}`)?.focus();
}

function tell(words: string): void {
  saved = words;
  draw();
}

function toOptions(): void {
  void chrome.runtime.openOptionsPage();
}
