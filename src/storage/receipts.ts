import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Receipt } from '../domain/receipt.ts';

interface Database extends DBSchema {
  readonly receipts: {
    readonly key: string;
    readonly value: {
      readonly id: string;
      readonly owner: string;
      readonly endedAt: number;
      readonly receipt: Receipt;
    };
    readonly indexes: { readonly byOwner: [string, number] };
  };
}

/** Receipts of one person in one tenant, kept on this device. */
export interface Receipts {
  /** Keeps this receipt, and the newest 50 in all. A receipt with the same id is replaced. */
  keep(id: string, endedAt: number, receipt: Receipt): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly Receipt[]>;
  get(id: string): Promise<Receipt | undefined>;
  /** Whether they outlive this page: some browsers let a page keep nothing. */
  durable(): Promise<boolean>;
}

const kept = 50;

/** The receipts of this person; another person on the same device never sees them. */
export function receiptsOf(who: { readonly tenantId: string; readonly objectId: string }): Receipts {
  const owner = `${who.tenantId}/${who.objectId}`;
  const database = open();
  const memory = new Map<string, { readonly endedAt: number; readonly receipt: Receipt }>();
  return {
    async keep(id, endedAt, receipt) {
      memory.set(id, { endedAt, receipt });
      const db = await database;
      if (!db) return;
      await db.put('receipts', { id, owner, endedAt, receipt });
      const keys = await db.getAllKeysFromIndex('receipts', 'byOwner', range(owner));
      await Promise.all(keys.slice(0, Math.max(0, keys.length - kept)).map((key) => db.delete('receipts', key)));
    },
    async list() {
      const db = await database;
      if (!db) return [...memory.values()].toSorted((a, b) => b.endedAt - a.endedAt).map(({ receipt }) => receipt);
      const all = await db.getAllFromIndex('receipts', 'byOwner', range(owner));
      return all.toReversed().map(({ receipt }) => receipt);
    },
    async get(id) {
      const db = await database;
      const found = db ? await db.get('receipts', id) : undefined;
      return found ? (found.owner === owner ? found.receipt : undefined) : memory.get(id)?.receipt;
    },
    durable: async () => (await database) !== undefined,
  };
}

function range(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, 0], [owner, Infinity]);
}

async function open(): Promise<IDBPDatabase<Database> | undefined> {
  try {
    return await openDB<Database>('lighthouse', 1, {
      upgrade(db) {
        db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('byOwner', ['owner', 'endedAt']);
      },
    });
  } catch {
    // Private browsing and strict settings forbid storage; the page then keeps what it has until it closes.
    return undefined;
  }
}
