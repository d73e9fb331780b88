import type { CopyId, DelegationId, SubscriptionId } from '../ids.ts';
import type { Provisioning } from '../offer.ts';
import type { CallIds, DelegationPort } from '../port.ts';
import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Activity } from '../run.ts';
import { readOr } from './calls.ts';
import type { Engine, Task } from './engine.ts';

interface Resource {
  readonly provisioning: Provisioning;
}

/** Something that is to be there, at its own address: a copy or a delegation. */
export interface Goal<Found extends Resource = Resource> {
  readonly kind: 'writeCopy' | 'writeDelegation';
  readonly id: CopyId | DelegationId;
  readonly subscriptionId: SubscriptionId;
  /** Whether several items share the writing of it. */
  readonly shared: boolean;
  /** What the item is doing while it writes and while it confirms. */
  readonly activity: { readonly writing: Activity; readonly confirming: Activity };
  read(port: DelegationPort, ids: CallIds): Promise<Found | undefined>;
  /** What about it is not what is meant, if anything: somebody else decided differently. */
  differs(found: Found): 'copy' | 'delegation' | undefined;
  /** Only where something is to take the place of something else: whether what is there is what was reviewed as old. */
  isOutdated?(found: Found): boolean;
  /** Written even where it is right, unless this run has written it after this moment: writing it is the point. */
  readonly notBefore?: number;
  /** Where nothing is there, nothing may be made. */
  readonly mustExist?: true;
  send(port: DelegationPort, ids: CallIds): Promise<Provisioning>;
}

/** What is at an address. */
export type Sight =
  | { readonly state: 'absent' }
  /** What was reviewed as old, and is to be replaced. */
  | { readonly state: 'outdated' }
  /** Exactly what is meant, seen at that time by that request. */
  | { readonly state: 'right'; readonly readAt: number; readonly clientRequestId: string }
  /** What is meant; Azure is applying it. */
  | { readonly state: 'working' }
  /** What is meant; it did not succeed. */
  | { readonly state: 'broken'; readonly problem: Problem }
  | { readonly state: 'leaving' };

export type Right = Extract<Sight, { readonly state: 'right' }>;

/**
 * Looks what is at the goal's address. What is there and not meant is a problem: someone else decided differently.
 * Unless Azure is still working on it, a write that was in doubt no longer is once something is seen.
 */
export async function look<Found extends Resource>(engine: Engine, task: Task, goal: Goal<Found>): Promise<Sight> {
  let clientRequestId = '';
  const found = await readOr<Found | undefined>(engine, task, undefined, (port, ids) => {
    clientRequestId = ids.clientRequestId;
    return goal.read(port, ids);
  });
  if (!found) return { state: 'absent' };
  const differs = goal.differs(found);
  task.inDoubt &&= found.provisioning === 'working' && !differs;
  if (found.provisioning === 'deleting') return { state: 'leaving' };
  if (differs && goal.isOutdated?.(found)) return { state: 'outdated' };
  if (differs) throw new ProblemError({ code: 'changedByOther', what: differs });
  switch (found.provisioning) {
    case 'succeeded':
      return { state: 'right', readAt: engine.surroundings.now(), clientRequestId };
    case 'working':
      return { state: 'working' };
    case 'failed':
      return { state: 'broken', problem: { code: 'operationFailed' } };
    case 'canceled':
      return { state: 'broken', problem: { code: 'operationCanceled' } };
  }
}

/** The problem of a goal whose address someone else uses differently. */
export function changedByOther({ kind }: Pick<Goal, 'kind'>): Problem {
  return { code: 'changedByOther', what: kind === 'writeCopy' ? 'copy' : 'delegation' };
}

/** The problem of a goal that may only be changed, and is gone. */
export function goneMeanwhile({ kind }: Pick<Goal, 'kind'>): Problem {
  return kind === 'writeCopy' ? { code: 'copyMissing' } : { code: 'changedByOther', what: 'delegation' };
}
