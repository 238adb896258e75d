/** What the tests of the demo page share: how texts come to it, and what it says of them. */
import type { Locator, Page } from '@playwright/test';
import { DEMO, expect } from './support.js';

/** Opens the page with a fragment, and waits until the names are lit. */
export async function openDemoAt(page: Page, fragment: string): Promise<void> {
  await page.goto(`${DEMO}${fragment}`);
  await expect(page.locator('#cast li').first()).toBeVisible();
}

/** Pastes where no field has the focus, as the clipboard has it. */
export async function pasteInto(page: Page, flavours: Record<string, string>, selector = 'body'): Promise<void> {
  await page.locator(selector).evaluate((element, flavours) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(flavours)) clipboardData.setData(type, data);
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox gives an event that a script makes a clipboard of its own.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    element.dispatchEvent(event);
  }, flavours);
}

/** Drops a file on the page. */
export async function dropFile(page: Page, name: string, type: string, content: string): Promise<void> {
  await page.evaluate(
    ({ name, type, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name, { type }));
      for (const kind of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, type, content },
  );
}

export const headline = (page: Page): Locator => page.locator('#headline');
export const article = (page: Page): Locator => page.locator('#article');
export const entry = (page: Page, id: string): Locator => page.locator(`#cast [data-entity="${id}"]`);

/** The texts that are painted, in any class. */
export async function paintedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      name === 'namelight-current'
        ? []
        : [...highlight].map((place) => {
            const range = document.createRange();
            range.setStart(place.startContainer, place.startOffset);
            range.setEnd(place.endContainer, place.endOffset);
            return range.toString();
          }),
    ),
  );
}
