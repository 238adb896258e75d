/** The demo page's parts below the report, each loaded when it is come near to. */
import type { Locator, Page } from '@playwright/test';

/** Opens the room of a part and waits until it is furnished. */
export async function openPart(page: Page, name: string): Promise<Locator> {
  const room = page.locator(`[data-part="${name}"]`);
  await room.scrollIntoViewIfNeeded();
  await room.and(page.locator('.furnished')).waitFor();
  return room;
}
