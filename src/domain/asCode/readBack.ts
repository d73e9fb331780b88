import type { ChangeItem, ChangeSet } from '../changeSet.ts';
import { copyGoal } from '../engine/copyGoal.ts';
import { delegationGoal } from '../engine/delegationGoal.ts';
import type { Goal } from '../engine/look.ts';
import type { Provisioning } from '../offer.ts';
import type { DelegationPort, Surroundings } from '../port.ts';
import { problemOf } from '../problem.ts';
import type { ItemEnd, ItemStatus, RunState } from '../run.ts';
import { targetOf } from './handedRun.ts';
import type { CodeWays } from './model.ts';

/** Waits, in ms, before something is read once more that Azure called done and that does not show or is not settled. */
const again: readonly number[] = [2, 5, 10, 15, 30, 60, 60, 120, 120, 180].map((seconds) => seconds * 1000);
/** Of what Azure knows nothing about there is less to wait for. */
const againIfUntold = again.slice(0, 2);

/**
 * How each item of a change set ended that was handed to Azure, read from Azure itself: `done` is only what was read back
 * exactly as reviewed. `state`: what Azure said of its deployments.
 */
export function readBack(
  changeSet: ChangeSet,
  ways: CodeWays,
  state: RunState,
  tools: { readonly port: DelegationPort; readonly surroundings: Surroundings },
): Promise<readonly ItemEnd[]> {
  return Promise.all(
    changeSet.items.map((item, at) => {
      const told = state.items[at]?.status ?? { state: 'confirming' };
      return endOf(goalOf(item, ways, changeSet), told, state.runId, tools);
    }),
  );
}

type AnyGoal = Goal<{ readonly provisioning: Provisioning }>;

function goalOf(
  item: ChangeItem,
  ways: CodeWays,
  { offer }: ChangeSet,
): { readonly goal: AnyGoal; readonly proves: Proves } {
  const { way } = targetOf(item, ways);
  if (item.does === 'delegate' && way) {
    return { goal: delegationGoal(item.scope, way, offer.content), proves: way };
  }
  if (item.does === 'update') return { goal: copyGoal(item.copyId, item.to), proves: item };
  if (item.does === 'accept') return { goal: copyGoal(item.copyId, offer.content), proves: item };
  throw new Error('What takes something away is not handed over.');
}

type Proves = Pick<Extract<ItemEnd, { readonly state: 'done' }>['proof'], 'delegationId' | 'copyId'>;

async function endOf(
  { goal, proves: { delegationId, copyId } }: ReturnType<typeof goalOf>,
  told: ItemStatus,
  correlationId: string,
  { port, surroundings }: Parameters<typeof readBack>[3],
): Promise<ItemEnd> {
  const refused = told.state === 'failed' ? told.problem : undefined;
  const waits = told.state === 'confirming' ? again : againIfUntold;
  for (let looks = 0; ; looks += 1) {
    const clientRequestId = surroundings.newId();
    let wait = waits[looks];
    try {
      const found = await goal.read(port, { clientRequestId, correlationId });
      const differs = found && goal.differs(found);
      if (found?.provisioning === 'succeeded' && !differs) {
        const proof = {
          ...(delegationId !== undefined && { delegationId }),
          copyId,
          readAt: surroundings.now(),
          clientRequestId,
        };
        // Azure refused what it was handed, and yet it is there: somebody else was first.
        return { state: refused ? 'already' : 'done', proof };
      }
      if (refused) return { state: 'failed', problem: refused };
      // What Azure is at work on is worth waiting for, whatever was said before.
      if (found?.provisioning === 'working' && !differs) wait ??= again[looks];
      if (wait === undefined) return unproven(found?.provisioning, differs, told);
    } catch (error) {
      const problem = problemOf(error);
      if (refused) return { state: 'failed', problem: refused };
      if (wait === undefined || problem.code === 'notAllowed') return { state: 'unknown', problem };
    }
    await surroundings.wait(wait);
  }
}

/** How an item ended that was not found as reviewed, however long it was looked for. */
function unproven(
  found: Provisioning | undefined,
  differs: 'copy' | 'delegation' | undefined,
  told: ItemStatus,
): ItemEnd {
  // Azure never said that it was done: what is there, or is not, is as it was before.
  if (told.state !== 'confirming' && (found === undefined || differs)) return { state: 'stopped' };
  if (found === undefined) return { state: 'failed', problem: { code: 'notVisible' } };
  if (differs) return { state: 'failed', problem: { code: 'changedByOther', what: differs } };
  if (found === 'failed') return { state: 'failed', problem: { code: 'operationFailed' } };
  if (found === 'canceled') return { state: 'failed', problem: { code: 'operationCanceled' } };
  return { state: 'unknown', problem: { code: 'notSettled' } };
}
