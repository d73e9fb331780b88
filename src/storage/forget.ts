import type { Database } from './database.ts';
import { forgetUntilReload } from './tabStore.ts';

const prefix = 'lighthouse.';

/**
 * Removes everything that the app keeps in this browser, whoever it belongs to: receipts, runs and their journals, what was
 * chosen and seen, language and theme. The tokens of the sign-in are MSAL's, and go with signing out. Where the browser lets
 * the app keep nothing there is nothing to remove.
 */
export async function forgetDevice(database: Database | undefined): Promise<void> {
  if (database) {
    const change = database.transaction([...database.objectStoreNames], 'readwrite');
    for (const store of change.objectStoreNames) void change.objectStore(store).clear();
    await change.done;
  }
  forgetUntilReload();
  for (const area of areas()) {
    for (const key of Object.keys(area).filter((name) => name.startsWith(prefix))) area.removeItem(key);
  }
}

function areas(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}
