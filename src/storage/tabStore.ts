/*
 * Texts kept in this tab: they survive a reload and the trip to sign in, and end with the tab. What the tab does not take,
 * blocked or full, lives as long as the page: the next page of the app finds it all the same.
 */

const untilReload = new Map<string, string>();

/** Keeps the text under this key, in place of what was kept there. */
export function keepInTab(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
    untilReload.delete(key);
  } catch {
    untilReload.set(key, text);
    dropStored(key);
  }
}

/** The text kept under this key; `undefined` where there is none. */
export function keptInTab(key: string): string | undefined {
  try {
    return untilReload.get(key) ?? sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what the tab did not take. */
export function forgetUntilReload(): void {
  untilReload.clear();
}

/** After a reload an earlier text would come back in place of the one that was not taken. */
function dropStored(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Blocked: then nothing was stored before either.
  }
}
