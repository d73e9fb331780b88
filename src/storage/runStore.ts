import type { ChangeSet } from '../domain/changeSet.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { idsOnly, memoryJournal, type Journal } from '../domain/journal.ts';
import { ownerKey, type Database, type Owner } from './database.ts';

/** A run as it is kept: what was confirmed, and the journal of what happened since. */
export interface KeptRun {
  readonly changeSet: ChangeSet;
  readonly confirmation: Confirmation;
  readonly journal: Journal;
}

/** The last run of one person, kept on this device so that a crash, a reload or a sign-in does not lose it. */
export interface RunStore {
  /** Keeps what was confirmed, in place of the run before, and gives the journal for it. */
  begin(changeSet: ChangeSet, confirmation: Confirmation): Promise<Journal>;
  /** The run that began last, however far it came. */
  last(): Promise<KeptRun | undefined>;
  forget(): Promise<void>;
}

/** The run store of this person. Where the browser keeps nothing, a run lives as long as the page. */
export function runStoreOf(who: Owner, database: Promise<Database | undefined>): RunStore {
  const owner = ownerKey(who);
  return {
    async begin(changeSet, confirmation) {
      const db = await database;
      if (!db) return memoryJournal();
      await clear(db, owner);
      await db.put('runs', { owner, changeSet, confirmation });
      return journalIn(db, owner);
    },
    async last() {
      const db = await database;
      const run = await db?.get('runs', owner);
      return db && run && { changeSet: run.changeSet, confirmation: run.confirmation, journal: journalIn(db, owner) };
    },
    async forget() {
      const db = await database;
      if (db) await clear(db, owner);
    },
  };
}

function journalIn(db: Database, owner: string): Journal {
  return {
    append: async (event) => void (await db.add('events', { owner, event: idsOnly(event) })),
    load: async () => (await db.getAllFromIndex('events', 'byOwner', owner)).map(({ event }) => event),
    clear: () => clear(db, owner),
  };
}

async function clear(db: Database, owner: string): Promise<void> {
  const change = db.transaction(['runs', 'events'], 'readwrite');
  const keys = await change.objectStore('events').index('byOwner').getAllKeys(owner);
  for (const key of keys) void change.objectStore('events').delete(key);
  void change.objectStore('runs').delete(owner);
  await change.done;
}
