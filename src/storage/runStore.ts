import type { ChangeSet } from '../domain/changeSet.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { idsOnly, journalShape, memoryJournal, type Journal } from '../domain/journal.ts';
import { ProblemError } from '../domain/problem.ts';
import type { RunEvent } from '../domain/run.ts';
import type { Channel } from './channel.ts';
import { ownerKey, type Database, type Owner } from './database.ts';
import { writtenTogether, type Writing } from './writtenTogether.ts';

/** A run as it is kept: what was confirmed, and the journal of what happened since. */
export interface KeptRun {
  readonly changeSet: ChangeSet;
  readonly confirmation: Confirmation;
  readonly journal: Journal;
  /** Kept by this version of the app, so that its words mean what they say. */
  readonly isOurs: boolean;
}

/** How well this device can keep a run: past this page, only as long as the page lives, or not even begin. */
export type Keeping = 'kept' | 'memory' | 'full';

/** The last run of one person, kept on this device so that a crash, a reload or a sign-in does not lose it. */
export interface RunStore {
  /** How well a run over so many scopes could be kept: asked before it begins. */
  keeping(scopes: number): Promise<Keeping>;
  /**
   * Keeps what was confirmed, in place of the run before, and gives the journal for it. Rejects with `cannotKeep`
   * where there is no room.
   */
  begin(changeSet: ChangeSet, confirmation: Confirmation): Promise<Journal>;
  /** The run that began last, however far it came. */
  last(): Promise<KeptRun | undefined>;
  /** What happened after `after` (a mark from here; 0: from the beginning), for whoever watches. */
  since(after: number): Promise<{ readonly events: readonly RunEvent[]; readonly mark: number }>;
  /** All that is kept of the last run, as it is kept: where it cannot be read, nothing of it is lost. */
  raw(): Promise<unknown>;
  forget(): Promise<void>;
  /** Calls back when another tab of this person has written down something, until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** About what one scope of a run takes, with all its events, in bytes. */
const bytesPerScope = 8 * 1024;

/** The run store of this person. Where the browser keeps nothing, a run lives as long as the page. */
export function runStoreOf(who: Owner, database: Promise<Database | undefined>, channel?: Channel): RunStore {
  const owner = ownerKey(who);
  const wrote = () => channel?.post(owner);
  let events: Writing<RunEvent> | undefined;
  const journalIn = (db: Database): Journal => {
    const writing = (events ??= writtenTogether<RunEvent>(async (several) => {
      await named(async () => {
        const change = db.transaction('events', 'readwrite');
        await Promise.all([...several.map((event) => change.store.add({ owner, event })), change.done]);
      });
      wrote();
    }));
    return {
      append: (event) => writing.add(idsOnly(event)),
      async load() {
        await writing.settled();
        return (await db.getAllFromIndex('events', 'byOwner', owner)).map(({ event }) => event);
      },
      clear: () => clearAll(db),
    };
  };
  /** What is still to be written belongs to the run that is cleared, not to the next one. */
  const clearAll = async (db: Database) => {
    await events?.settled();
    await clear(db, owner);
  };
  return {
    async keeping(scopes) {
      if (!(await database)) return 'memory';
      const free = await freeBytes();
      return free !== undefined && free < scopes * bytesPerScope ? 'full' : 'kept';
    },
    async begin(changeSet, confirmation) {
      const db = await database;
      if (!db) return memoryJournal();
      await named(async () => {
        await clearAll(db);
        await db.put('runs', { owner, changeSet, confirmation, shape: journalShape });
      });
      return journalIn(db);
    },
    async last() {
      const db = await database;
      const run = await db?.get('runs', owner);
      if (!db || !run) return undefined;
      const { changeSet, confirmation, shape } = run;
      return { changeSet, confirmation, journal: journalIn(db), isOurs: shape === journalShape };
    },
    async since(after) {
      const db = await database;
      if (!db) return { events: [], mark: after };
      const range = IDBKeyRange.lowerBound(after, true);
      const read = db.transaction('events');
      const [keys, rows] = await Promise.all([read.store.getAllKeys(range), read.store.getAll(range), read.done]);
      return { events: rows.flatMap((row) => (row.owner === owner ? [row.event] : [])), mark: keys.at(-1) ?? after };
    },
    async raw() {
      const db = await database;
      const [run, rows] = await Promise.all([db?.get('runs', owner), db?.getAllFromIndex('events', 'byOwner', owner)]);
      return { run, events: rows?.map(({ event }) => event) };
    },
    async forget() {
      const db = await database;
      if (db) await clearAll(db);
      wrote();
    },
    watch: (listener) => channel?.listen((whose) => whose === owner && listener()) ?? (() => undefined),
  };
}

/** Storage that is full, blocked or gone has one name for everybody. */
async function named<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (cause) {
    throw new ProblemError({ code: 'cannotKeep' }, { cause });
  }
}

async function freeBytes(): Promise<number | undefined> {
  // Absent in old browsers and where a page is not served securely: then only trying can tell.
  const storage = (navigator as { readonly storage?: StorageManager }).storage;
  const estimate = await storage?.estimate().catch(() => undefined);
  const { quota, usage } = estimate ?? {};
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

async function clear(db: Database, owner: string): Promise<void> {
  const change = db.transaction(['runs', 'events'], 'readwrite');
  const keys = await change.objectStore('events').index('byOwner').getAllKeys(owner);
  for (const key of keys) void change.objectStore('events').delete(key);
  void change.objectStore('runs').delete(owner);
  await change.done;
}
