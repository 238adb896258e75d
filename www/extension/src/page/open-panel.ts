/** Opens the side panel of Chromium or the sidebar of Firefox; called in the very click, as both demand. */

/** Firefox's part, which the types of Chromium do not know. */
interface WithSidebar {
  sidebarAction?: { open(): Promise<void> };
}

export function openPanel({ windowId }: chrome.tabs.Tab): void {
  const { sidebarAction, sidePanel } = chrome as typeof chrome & WithSidebar;
  void (sidebarAction ? sidebarAction.open() : sidePanel.open({ windowId }));
}
