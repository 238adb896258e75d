/** Lights up the names of a page as the orders say. */
import { attachCard } from '../../src/card.js';
import type { Engine } from '../../src/engine.js';
import { FirstHighlights } from '../../src/first-highlights.js';
import type { FirstPainter } from '../../src/painter.js';
import { PageView } from '../../src/page-view.js';
import { PageReader } from '../../src/reader.js';
import type { View } from '../../src/view.js';
import { stringsOf } from './card-strings.js';
import { copyText } from './copy-text.js';
import { highlightRules, overlayRules } from './looks.js';
import { OverlayPainter } from './overlay-painter.js';
import type { PageOrders } from './protocol.js';
import { reportFoot } from './report-foot.js';
import { reportOf } from './report.js';
import { pageWords } from './strings.js';
import { writeUnfindable } from './unfindable.js';

/** The root outlasts a page that puts another body in place of its own. */
export async function lightUp(engine: Engine, orders: PageOrders, date: string | undefined): Promise<View> {
  const { appearance, messages } = orders;
  const first: FirstPainter = orders.private
    ? new OverlayPainter(overlayRules(appearance))
    : new FirstHighlights(highlightRules(appearance));
  const reader = new PageReader(engine, first, document.documentElement);
  await reader.read(date);
  const painter = await first.complete((work) => reader.unseen(work));
  const view = new PageView(reader, painter, date, true);
  const say = pageWords(messages);
  const report = async (index: number): Promise<boolean> => {
    const text = reportOf(view, index, say);
    return text !== undefined && copyText(text);
  };
  attachCard(view, stringsOf(say), { foot: reportFoot(report, say), closed: writeUnfindable });
  return view;
}
