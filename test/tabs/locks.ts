type Callback = (lock: Lock | null) => unknown;

interface Held {
  readonly name: string;
  readonly mode: LockMode;
  readonly tab: object;
}

/** The locks of one browser, for all its tabs. https://www.w3.org/TR/web-locks/ */
export interface TestLocks {
  openTab(): { readonly manager: LockManager; /** Lets go of all that this tab holds or waits for. */ kill(): void };
}

/** Locks that nobody holds. Knows what the app uses: exclusive and shared, at once or in turn, and the list of those held. */
export function createLocks(): TestLocks {
  let held: readonly Held[] = [];
  let waiting: readonly { readonly wish: Held; readonly start: () => void }[] = [];

  const isFree = ({ name, mode }: Held) =>
    held.every((other) => other.name !== name || (mode === 'shared' && other.mode === 'shared'));
  const release = (one: Held) => {
    held = held.filter((other) => other !== one);
    serve();
  };
  const serve = () => {
    for (const entry of waiting) {
      if (!isFree(entry.wish)) continue;
      waiting = waiting.filter((other) => other !== entry);
      held = [...held, entry.wish];
      entry.start();
    }
  };

  return {
    openTab() {
      const tab = {};
      const request = (name: string, options: LockOptions | Callback, then?: Callback): Promise<unknown> => {
        const callback = typeof options === 'function' ? options : then;
        const { mode = 'exclusive', ifAvailable = false } = typeof options === 'function' ? {} : options;
        const wish: Held = { name, mode, tab };
        return new Promise((resolve, reject) => {
          const start = () => {
            const work = Promise.resolve().then(() => callback?.({ name, mode }));
            void work.then(resolve, reject).finally(() => release(wish));
          };
          if (ifAvailable && !isFree(wish)) return resolve(callback?.(null));
          waiting = [...waiting, { wish, start }];
          serve();
        });
      };
      const query: LockManager['query'] = () =>
        Promise.resolve({ held: held.map(({ name, mode }) => ({ name, mode })), pending: [] });
      return {
        manager: { request, query } as LockManager,
        kill() {
          waiting = waiting.filter(({ wish }) => wish.tab !== tab);
          held = held.filter((one) => one.tab !== tab);
          serve();
        },
      };
    },
  };
}
