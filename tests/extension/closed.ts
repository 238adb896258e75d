/** What is in closed shadow roots of a page: what its reader sees and its own code cannot. */
import type { CDPSession, Page } from '@playwright/test';

interface Node {
  nodeId: number;
  nodeName: string;
  localName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: (Node & { shadowRootType?: string })[];
  contentDocument?: Node;
}

export interface Line {
  as: string;
  /** What stands above the middle of the line. */
  text: string;
}

/** The lines that the overlay draws, in the order of the page. */
export async function overlayLines(page: Page): Promise<Line[]> {
  const session = await page.context().newCDPSession(page);
  const lines: Line[] = [];
  for (const node of (await closedRoots(session)).flatMap(all).filter(({ localName }) => localName === 'i')) {
    const middle = await middleOf(session, node);
    // A line that was drawn anew meanwhile is none any more.
    if (!middle) continue;
    const text = await page.evaluate(
      ({ x, y }) => {
        const caret = document.caretPositionFromPoint(x, y);
        const text = caret?.offsetNode.textContent ?? '';
        const at = caret?.offset ?? 0;
        return /[^\s.,]*$/.exec(text.slice(0, at))?.[0] + (/^[^\s.,]*/.exec(text.slice(at))?.[0] ?? '');
      },
      middle,
    );
    lines.push({ as: attribute(node, 'class'), text });
  }
  await session.detach();
  return lines;
}

/** What the open card says. */
export async function cardText(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const card = (await closedRoots(session)).flatMap(all).find((node) => attribute(node, 'class') === 'card');
  await session.detach();
  return card ? textOf(card).replaceAll(/\s+/g, ' ').trim() : '';
}

/** The first element in a closed root whose text is this, clicked as readers do once it stands still. */
export async function clickInside(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const middle = async (): Promise<Point> => {
    const nodes = (await closedRoots(session)).flatMap(all);
    const node = nodes.findLast((one) => one.localName && textOf(one).trim().startsWith(text));
    const found = node && (await middleOf(session, node));
    if (!found) throw new Error(`nothing reads ${text}`);
    return found;
  };
  let before: Point;
  let now = await middle();
  do {
    before = now;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    now = await middle();
  } while (now.x !== before.x || now.y !== before.y);
  await session.detach();
  await page.mouse.click(now.x, now.y);
}

interface Point {
  x: number;
  y: number;
}

/** Where a node is drawn; undefined where it is gone by now. */
async function middleOf(session: CDPSession, { nodeId }: Node): Promise<Point | undefined> {
  const box = await session.send('DOM.getBoxModel', { nodeId }).catch(() => undefined);
  if (!box) return undefined;
  const [left = 0, top = 0, right = 0, , , bottom = 0] = box.model.border;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function closedRoots(session: CDPSession): Promise<Node[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return all(root as Node).flatMap(({ shadowRoots = [] }) =>
    shadowRoots.filter(({ shadowRootType }) => shadowRootType === 'closed'),
  );
}

function all(node: Node): Node[] {
  const inner = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  return [node, ...(node.contentDocument ? all(node.contentDocument) : []), ...inner.flatMap(all)];
}

function attribute({ attributes = [] }: Node, name: string): string {
  const at = attributes.indexOf(name);
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}

/** Comments of templates are no text; what is generated is. */
const textOf = (node: Node): string =>
  (node.nodeName === '#text' ? node.nodeValue : attribute(node, 'data-said')) +
  (node.children ?? []).map(textOf).join('');
