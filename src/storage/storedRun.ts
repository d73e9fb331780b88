/** The device's database. The start page looks into it with what the browser brings, so that it stays small. */
export const databaseName = 'lighthouse';

/**
 * Whether a run that has not ended is kept on this device, whosever it is: nobody has signed in yet, so nothing more is
 * read. Never makes a database, and never fails: where nothing can be read there is nothing to say.
 */
export async function isRunStored(): Promise<boolean> {
  try {
    const database = await openIfThere();
    if (!database) return false;
    try {
      const { runs, events } = storesOf(database);
      for (const owner of await answerOf(runs.getAllKeys())) {
        const last = await answerOf(events.index('byOwner').openCursor(owner, 'prev'));
        if (last && !isEnd(last.value)) return true;
      }
      return false;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

function storesOf(database: IDBDatabase): { readonly runs: IDBObjectStore; readonly events: IDBObjectStore } {
  const read = database.transaction(['runs', 'events']);
  return { runs: read.objectStore('runs'), events: read.objectStore('events') };
}

/** `over` is the last event of a run that has ended. */
function isEnd(row: unknown): boolean {
  const event = typeof row === 'object' && row !== null && 'event' in row ? row.event : undefined;
  return typeof event === 'object' && event !== null && 'type' in event && event.type === 'over';
}

/** The database in whatever version it is; `undefined` where there is none. */
function openIfThere(): Promise<IDBDatabase | undefined> {
  const opening = indexedDB.open(databaseName);
  let isNew = false;
  opening.addEventListener('upgradeneeded', () => {
    isNew = true;
    opening.transaction?.abort();
  });
  return answerOf(opening).catch((error: unknown) => {
    if (isNew) return undefined;
    throw error;
  });
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The database does not answer.')));
  });
}
