import * as fakeIndexedDb from 'fake-indexeddb';
import { vi } from 'vitest';
import { runLockOf, type RunLock } from '../../src/runs/runLock.ts';
import type { Channel } from '../../src/storage/channel.ts';
import { slowMs } from '../patience.ts';
import { slowDatabase } from '../slowDatabase.ts';
import { createLocks, type TestLocks } from './locks.ts';

let isSlowed = false;

/** What the tabs of one browser share: what it keeps for the site, its locks, and a way to tell each other. */
export interface BrowserTabs {
  /** Gives this browser's storage to the page until the test ends. */
  useStorage(): void;
  /** A tab: what it holds and hears is its own. */
  openTab(): {
    readonly channel: Channel;
    readonly lock: (who: { readonly tenantId: string; readonly objectId: string }) => RunLock;
    /** As when it crashes: its locks are free, and it hears nothing more. */
    kill(): void;
  };
}

/** A browser with nothing kept. Everything in it is real but small: no test sees another one's. */
export function createBrowserTabs(): BrowserTabs {
  const factory = new fakeIndexedDb.IDBFactory();
  const locks: TestLocks = createLocks();
  const listeners = new Set<(whose: string) => void>();
  return {
    useStorage() {
      // The classes stay: what a page still writes when its test ends needs them. Without `indexedDB` nobody opens anything.
      for (const [name, value] of Object.entries(fakeIndexedDb)) {
        if (name.startsWith('IDB')) Reflect.set(globalThis, name, value);
      }
      vi.stubGlobal('indexedDB', factory);
      if (slowMs > 0 && !isSlowed) slowDatabase(slowMs);
      isSlowed = true;
    },
    openTab() {
      const own = new Set<(whose: string) => void>();
      const held = locks.openTab();
      let alive = true;
      return {
        channel: {
          post: (whose) => {
            if (!alive) return;
            for (const listener of listeners) if (!own.has(listener)) listener(whose);
          },
          listen(listener) {
            own.add(listener);
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
        },
        lock: (who) => runLockOf(who, held.manager),
        kill() {
          alive = false;
          for (const listener of own) listeners.delete(listener);
          held.kill();
        },
      };
    },
  };
}
