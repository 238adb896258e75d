/** Names wrapped in a page that goes on changing: what it changes stays, and nothing else does. */
import { expect, test } from './support.js';
import { AS_BEFORE, html, unwrap, wrap } from './wrapping-page.js';

/** What a page does to wrapped text, and what it reads when the wrappers are gone. */
const CHANGES: { name: string; html: string; change: (root: HTMLElement) => void; left: string }[] = [
  {
    name: 'writes to its own node',
    html: '<p>In Aleppo today.</p>',
    change: (root) => {
      (root.firstElementChild?.firstChild as Text).data = 'Somewhere else.';
    },
    left: '<p>Somewhere else.</p>',
  },
  {
    name: 'takes its own node away',
    html: '<p>In Aleppo <i>now</i></p>',
    change: (root) => root.firstElementChild?.firstChild?.remove(),
    left: '<p><i>now</i></p>',
  },
  {
    name: 'puts something before, between and behind',
    html: '<p>In Aleppo today, in Idlib tomorrow.</p>',
    change: (root) => {
      const [first, second] = root.querySelectorAll('mark');
      first?.before(document.createElement('hr'));
      first?.append(document.createElement('img'));
      second?.after('!');
      root.firstElementChild?.prepend('So: ');
      root.firstElementChild?.append(document.createElement('br'));
    },
    left: '<p>So: In <hr>Aleppo<img> today, in Idlib! tomorrow.<br></p>',
  },
  {
    name: 'takes a name away, and moves another',
    html: '<p>In Aleppo and Idlib and New York City.</p><div></div>',
    change: (root) => {
      const [first, second] = root.querySelectorAll('mark');
      first?.remove();
      root.lastElementChild?.append(second as Element);
    },
    left: '<p>In  and  and New York City.</p><div>Idlib</div>',
  },
  {
    name: 'writes into a wrapper and behind it',
    html: '<p>In Aleppo today.</p>',
    change: (root) => {
      const mark = root.querySelector('mark') as Element;
      (mark.firstChild as Text).data = 'Damascus';
      (mark.nextSibling as Text).data = ' yesterday.';
    },
    left: '<p>In Damascus yesterday.</p>',
  },
  {
    name: 'merges text nodes',
    html: '<p>Aleppo fell.</p><p>In <!-- -->Idlib.</p>',
    change: (root) => {
      root.lastElementChild?.childNodes[1]?.remove();
      root.normalize();
    },
    left: '<p>Aleppo fell.</p><p>In Idlib.</p>',
  },
  {
    name: 'cuts its own node and puts a part into an element',
    html: '<p>Today in Aleppo, not in Idlib.</p>',
    change: (root) => {
      const node = root.firstElementChild?.firstChild as Text;
      const span = document.createElement('span');
      node.splitText(5);
      node.replaceWith(span);
      span.append(node);
    },
    left: '<p><span>Today</span> in Aleppo, not in Idlib.</p>',
  },
  {
    name: 'puts the paragraph elsewhere',
    html: '<p>In Aleppo.</p><div></div>',
    change: (root) => root.lastElementChild?.append(root.firstElementChild as Element),
    left: '<div><p>In Aleppo.</p></div>',
  },
  {
    name: 'takes away all but its own node',
    html: '<p>In Aleppo today.</p>',
    change: (root) => {
      const [paragraph] = root.children;
      while (paragraph?.childNodes[1]) paragraph.lastChild?.remove();
    },
    left: '<p>In </p>',
  },
  {
    name: 'puts its own node elsewhere',
    html: '<p>In Aleppo today.</p><div></div>',
    change: (root) => root.lastElementChild?.append(root.firstElementChild?.firstChild as Text),
    left: '<p></p><div>In Aleppo today.</div>',
  },
  {
    name: 'empties everything',
    html: '<p>In Aleppo.</p>',
    change: (root) => root.replaceChildren('Idlib.'),
    left: 'Idlib.',
  },
];

for (const { name, html: given, change, left } of CHANGES) {
  for (const observe of [false, true]) {
    const how = observe ? 'seen at once' : 'seen at the end';
    test(`a page that ${name} stays changed and nothing else, ${how}`, async ({ page }) => {
      await wrap(page, given, { observe });
      await page.evaluate(`(${change.toString()})(document.getElementById('root'))`);
      if (observe) {
        const read = () => page.evaluate(() => window.view.mentions.map(({ text }) => text).join());
        const names = left.match(/Aleppo|Idlib|New York City/g)?.join() ?? '';
        await expect.poll(read).toBe(names);
        await expect.poll(() => page.locator('#root mark').allTextContents()).toEqual(names ? names.split(',') : []);
      }
      await page.evaluate(() => window.view.dispose());
      expect(await html(page)).toBe(left);
    });
  }
}

test('names that stay are left alone, and the page is not read for ever', async ({ page }) => {
  await wrap(page, '<p id="a">In Aleppo.</p><p id="b">In Idlib.</p>');
  const told = await page.evaluate(async () => {
    const { view } = window;
    const mark = document.querySelector('#a mark');
    const read = (): Promise<unknown> =>
      new Promise((resolve) => view.addEventListener('annotate', resolve, { once: true }));
    let times = 0;
    view.addEventListener('annotate', () => (times += 1));
    const next = read();
    document.querySelector('#b')?.append(' And Aleppo.');
    await next;
    const stays = mark === document.querySelector('#a mark');
    const found = view.mentions.map(({ text }) => text);
    // What was changed by us would be read within the following frames, which end with a change of the page's.
    times = 0;
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    const idle = times;
    const last = read();
    document.querySelector('#b')?.append(' Idlib.');
    await last;
    return { stays, found, idle, times };
  });
  expect(told).toEqual({ stays: true, found: ['Aleppo', 'Idlib', 'Aleppo'], idle: 0, times: 1 });
  await page.evaluate(() => window.view.dispose());
  expect(await html(page)).toBe('<p id="a">In Aleppo.</p><p id="b">In Idlib. And Aleppo. Idlib.</p>');
});

test('of many names the rest is wrapped later, which is no change of the page', async ({ page }) => {
  const first = await wrap(page, '<p>From Aleppo to Idlib.</p>'.repeat(1000));
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(2000);
  // A name that is not wrapped yet can be the current one.
  await page.evaluate(() => window.view.previous());
  const marks = page.locator('#root mark');
  await expect(marks).toHaveCount(2000);
  await expect(page.locator('.namelight-current')).toHaveText('Idlib');
  const times = await page.evaluate(async () => {
    let times = 0;
    const read = new Promise<void>((resolve) => {
      window.view.addEventListener('annotate', () => {
        times += 1;
        if (window.view.mentions.length === 2001) resolve();
      });
    });
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    document.getElementById('root')?.append('Aleppo');
    await read;
    return times;
  });
  expect(times).toBe(1);
  await expect(marks).toHaveCount(2001);
});

test('a view that ends before all is wrapped leaves nothing, and nothing follows', async ({ page }) => {
  const first = await wrap(page, '<p>From Aleppo to Idlib.</p>'.repeat(1000), {}, true);
  expect(first).toBeGreaterThan(0);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
  expect(await unwrap(page)).toEqual(AS_BEFORE);
});
