/** One run at a time per person on this device, whatever the number of tabs. */
export interface RunLock {
  /** Resolves to what lets go of it again; `undefined` where another tab holds it. */
  take(): Promise<(() => void) | undefined>;
  isTaken(): Promise<boolean>;
  /** Resolves when nobody holds it: its tab has finished, or is gone. */
  whenFree(): Promise<void>;
}

/** A lock that the browser keeps for all tabs, and lets go of when this one is gone. https://developer.mozilla.org/docs/Web/API/Web_Locks_API */
export function runLockOf(
  { tenantId, objectId }: { readonly tenantId: string; readonly objectId: string },
  // Absent in old browsers and outside of pages; there a second tab cannot be known of.
  locks = (navigator as { readonly locks?: LockManager }).locks,
): RunLock {
  const name = `lighthouse.run.${tenantId}.${objectId}`;
  if (!locks) {
    return {
      take: () => Promise.resolve(() => undefined),
      isTaken: () => Promise.resolve(false),
      whenFree: () => Promise.resolve(),
    };
  }
  return {
    take: () =>
      new Promise((resolve, reject) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) {
              resolve(undefined);
              return undefined;
            }
            // Held until somebody calls what is given back here.
            return new Promise<void>((release) => resolve(release));
          })
          .catch(reject);
      }),
    isTaken: async () => ((await locks.query()).held ?? []).some((lock) => lock.name === name),
    // Shared, so that several who watch do not wait for each other.
    whenFree: () => locks.request(name, { mode: 'shared' }, () => undefined),
  };
}
