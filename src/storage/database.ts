import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Confirmation } from '../domain/confirmation.ts';
import type { ChangeSet } from '../domain/changeSet.ts';
import type { KeptReceipt } from '../domain/guardrailReceipt.ts';
import type { RunEvent } from '../domain/run.ts';
import type { KeptHandOver } from './handOvers.ts';
import { databaseName } from './storedRun.ts';

interface Schema extends DBSchema {
  readonly receipts: {
    readonly key: string;
    readonly value: {
      readonly id: string;
      readonly owner: string;
      readonly endedAt: number;
      readonly receipt: KeptReceipt;
    };
    readonly indexes: { readonly byOwner: [string, number] };
  };
  /** The run of each person that began last. */
  readonly runs: {
    readonly key: string;
    readonly value: {
      readonly owner: string;
      readonly changeSet: ChangeSet;
      readonly confirmation: Confirmation;
      /** `journalShape` when it was kept; absent in the oldest records. */
      readonly shape?: number;
    };
  };
  readonly events: {
    readonly key: number;
    readonly value: { readonly owner: string; readonly event: RunEvent };
    readonly indexes: { readonly byOwner: string };
  };
  /** What Azure's own deployment engine carries out. */
  readonly handOvers: {
    readonly key: string;
    readonly value: {
      readonly id: string;
      readonly owner: string;
      /** `journalShape` when it was kept. */
      readonly shape: number;
      readonly handOver: KeptHandOver;
    };
    readonly indexes: { readonly byOwner: string };
  };
}

export type Database = IDBPDatabase<Schema>;

/** Whose things these are: a person in a tenant. Nobody else on the same device sees them. */
export type Owner = { readonly tenantId: string; readonly objectId: string };

/** The key of everything that belongs to this person. */
export function ownerKey({ tenantId, objectId }: Owner): string {
  return `${tenantId}/${objectId}`;
}

/** The device's database; `undefined` where the browser lets a page keep nothing, as in private browsing. */
export async function openDatabase(): Promise<Database | undefined> {
  try {
    const database = await openDB<Schema>(databaseName, 2, {
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('receipts', { keyPath: 'id' }).createIndex('byOwner', ['owner', 'endedAt']);
          db.createObjectStore('runs', { keyPath: 'owner' });
          db.createObjectStore('events', { autoIncrement: true }).createIndex('byOwner', 'owner');
        }
        db.createObjectStore('handOvers', { keyPath: 'id' }).createIndex('byOwner', 'owner');
      },
      // A newer version of the app in another tab must not wait for this one.
      blocking: () => database.close(),
    });
    return database;
  } catch {
    return undefined;
  }
}
