/** Lights up the names of a page as the orders say. */
import { attachCard } from '../../src/card.js';
import type { Engine } from '../../src/engine.js';
import { HighlightPainter } from '../../src/highlight-painter.js';
import { PageView } from '../../src/page-view.js';
import { PageReader } from '../../src/reader.js';
import type { View } from '../../src/view.js';
import type { PageOrders } from './protocol.js';
import { cardStrings } from './strings.js';

/** The root outlasts a page that puts another body in place of its own. */
export async function lightUp(engine: Engine, orders: PageOrders, date: string | undefined): Promise<View> {
  const { messages } = orders;
  const reader = new PageReader(engine, new HighlightPainter(), document.documentElement);
  await reader.read(date);
  await reader.painter.complete((work) => reader.unseen(work));
  const view = new PageView(reader, date, true);
  attachCard(view, cardStrings(messages));
  return view;
}
