import type { Ended, Handed } from '../domain/asCode/handedRun.ts';
import type { Confirmation } from '../domain/confirmation.ts';
import { endIdsOnly, journalShape, problemIdsOnly } from '../domain/journal.ts';
import { ProblemError } from '../domain/problem.ts';
import { ownerKey, type Database, type Owner } from './database.ts';

/**
 * A change set that was handed to Azure, as this device keeps it: what was confirmed, which the receipt repeats, and the
 * ids of the deployments. How it goes on is Azure's to tell.
 */
export interface KeptHandOver extends Handed {
  readonly confirmation: Confirmation;
  /** Once everything was read back. */
  readonly ended?: Ended;
}

/** What one person has handed to Azure from this device. */
export interface HandOverStore {
  /** Keeps it, in place of what was kept of the same. */
  keep(handOver: KeptHandOver): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly KeptHandOver[]>;
  forget(id: string): Promise<void>;
}

/** The store of this person; another person on the same device never sees it. Where the browser keeps nothing it is empty. */
export function handOversOf(who: Owner, database: Promise<Database | undefined>): HandOverStore {
  const owner = ownerKey(who);
  return {
    async keep(handOver) {
      const db = await database;
      try {
        await db?.put('handOvers', { id: handOver.id, owner, shape: journalShape, handOver: idsOnlyIn(handOver) });
      } catch (cause) {
        throw new ProblemError({ code: 'cannotKeep' }, { cause });
      }
    },
    async list() {
      const db = await database;
      const rows = (await db?.getAllFromIndex('handOvers', 'byOwner', owner)) ?? [];
      // One of another shape belongs to another version of the app, and stays for it.
      const ours = rows.filter(({ shape }) => shape === journalShape).map(({ handOver }) => handOver);
      return ours.toSorted((one, other) => one.startedAt - other.startedAt);
    },
    async forget(id) {
      const db = await database;
      await db?.delete('handOvers', id);
    },
  };
}

/** What Azure said in words can name people, and is left out. */
function idsOnlyIn({ deployments, registered, ended, ...rest }: KeptHandOver): KeptHandOver {
  return {
    ...rest,
    deployments: deployments.map(({ refused, ...one }) => ({
      ...one,
      ...(refused && { refused: problemIdsOnly(refused) }),
    })),
    registered: registered.map(({ end, ...one }) => ({ ...one, ...(end && { end: endIdsOnly(end) }) })),
    ...(ended && { ended: { ...ended, ends: ended.ends.map(endIdsOnly) } }),
  };
}
