import type { KeptReceipt } from '../domain/guardrailReceipt.ts';
import { ownerKey, type Database, type Owner } from './database.ts';

/** Receipts of one person in one tenant, kept on this device. */
export interface Receipts {
  /** Keeps this receipt, and the newest 50 in all. A receipt with the same id is replaced. */
  keep(id: string, endedAt: number, receipt: KeptReceipt): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly KeptReceipt[]>;
  get(id: string): Promise<KeptReceipt | undefined>;
  /** Whether they outlive this page: some browsers let a page keep nothing. */
  durable(): Promise<boolean>;
}

const kept = 50;

/** The receipts of this person; another person on the same device never sees them. */
export function receiptsOf(who: Owner, database: Promise<Database | undefined>): Receipts {
  const owner = ownerKey(who);
  const memory = new Map<string, { readonly endedAt: number; readonly receipt: KeptReceipt }>();
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
      if (!db) return memory.get(id)?.receipt;
      const found = await db.get('receipts', id);
      return found?.owner === owner ? found.receipt : undefined;
    },
    durable: async () => (await database) !== undefined,
  };
}

function range(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner, 0], [owner, Infinity]);
}
