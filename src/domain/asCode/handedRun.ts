import type { ChangeItem, ChangeSet, Way } from '../changeSet.ts';
import { idKey } from '../ids.ts';
import type { Problem } from '../problem.ts';
import type { EndedDeployment } from '../receipt.ts';
import type { Attempt, ItemEnd, ItemRun, ItemStatus, RunState } from '../run.ts';
import type { ArmWrite } from './arm.ts';
import type { HandedItem, HandedOver } from './handOver.ts';
import { wayOf, type CodeWays } from './model.ts';

/** A change set that was handed to Azure: as ids, so that it can be followed without what wrote it. */
export interface Handed {
  /** A GUID; the receipt has it too. */
  readonly id: string;
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
  readonly ways: CodeWays;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly deployments: readonly HandedDeployment[];
  /** What the app itself registered before, each with Azure's answer. */
  readonly registered: readonly Attempt[];
}

export interface HandedDeployment {
  readonly id: string;
  readonly writes: readonly ArmWrite[];
  /** Azure did not take it. */
  readonly refused?: Problem;
}

/** How everything ended, once it was read back. */
export interface Ended {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** One for each item. */
  readonly ends: readonly ItemEnd[];
  readonly deployments: readonly EndedDeployment[];
}

/** What Azure says of a deployment: `gone` where it has none of that id, `undefined` before it was asked. */
export type Told = HandedOver | 'gone' | undefined;

/** Whether nothing more comes of this deployment. */
export function isSettled(deployment: HandedDeployment, told: Told): boolean {
  return deployment.refused !== undefined || told === 'gone' || (told !== undefined && told.state !== 'working');
}

/** What an item writes last, and the way it goes, where it delegates. */
export function targetOf(item: ChangeItem, ways: CodeWays): { readonly id: string; readonly way?: Way } {
  switch (item.does) {
    case 'delegate': {
      const way = wayOf(item.ways, ways);
      return { id: way.delegationId, way };
    }
    case 'accept':
    case 'update':
      return { id: item.copyId };
    case 'remove':
    case 'removeCopy':
    case 'reapply':
    case 'reapplyCopy':
      throw new Error('What takes something away is not handed over.');
  }
}

/**
 * How the change set stands, as a run of the app itself would show it. What Azure says of its deployments is never proof:
 * what it calls done is `confirming` until everything has ended and was read back.
 */
export function handedRun(handed: Handed, told: readonly Told[], ended?: Ended): RunState {
  const { changeSet, deployments, startedAt, ways } = handed;
  const find = finder(deployments, told);
  const items = changeSet.items.map((item, at): ItemRun => {
    const end = ended?.ends[at];
    const { id, way } = targetOf(item, ways);
    const status = end ?? statusOf(item, find(id), way?.kind === 'copy' ? find(way.copyId) : undefined);
    return { status, attempts: [], startedAt, ...(ended && { endedAt: ended.at }) };
  });
  return {
    runId: handed.id,
    tenantId: changeSet.tenantId,
    actor: changeSet.actor,
    fingerprint: handed.fingerprint,
    phase: { name: phaseOf(ended) },
    startedAt,
    ...(ended && { endedAt: ended.at }),
    referencesRefused: false,
    items,
    shared: handed.registered,
  };
}

function phaseOf(ended: Ended | undefined): 'running' | 'finished' | 'stopped' {
  if (!ended) return 'running';
  return ended.deployments.some((one) => one.ended === 'stopped') ? 'stopped' : 'finished';
}

/** What Azure has said about one write. */
interface Found {
  /** Absent: it has not begun. */
  readonly item?: HandedItem;
  /** How its deployment stands, where Azure knows it. */
  readonly around?: HandedOver['state'];
  /** Of its whole deployment, where that is why. */
  readonly problem?: Problem;
}

function finder(deployments: readonly HandedDeployment[], told: readonly Told[]): (id: string) => Found {
  const found = new Map<string, Found>();
  deployments.forEach((deployment, at) => {
    const says = told[at];
    const known = typeof says === 'object' ? says : undefined;
    const items = new Map(known?.items.map((item) => [idKey(item.id), item]));
    const problem = deployment.refused ?? known?.problem;
    for (const { id, within } of deployment.writes) {
      // What is said of the write itself says more than what is said of the deployment around it.
      const item = items.get(idKey(id)) ?? items.get(idKey(within));
      found.set(idKey(id), {
        ...(known && { around: known.state }),
        ...(item && { item }),
        ...(problem && { problem }),
      });
    }
  });
  return (id) => found.get(idKey(id)) ?? {};
}

function statusOf(item: ChangeItem, own: Found, copy: Found | undefined): ItemStatus {
  switch (own.item?.state) {
    case 'done':
      return { state: 'confirming' };
    case 'failed':
      return { state: 'failed', problem: own.item.problem ?? { code: 'operationFailed' } };
    case 'working':
      return { state: item.does === 'delegate' ? 'delegating' : item.does === 'update' ? 'updating' : 'writingCopy' };
    case 'stopped':
      return { state: 'stopped' };
    case undefined:
      break;
  }
  if (own.problem) return { state: 'failed', problem: own.problem };
  switch (own.around) {
    case 'done':
      return { state: 'confirming' };
    case 'failed':
      // What waited for something that failed never begins, and Azure does not list it.
      return { state: 'failed', problem: { code: 'earlierStepFailed' } };
    case 'stopped':
      return { state: 'stopped' };
    case 'working':
    case undefined:
      break;
  }
  if (copy?.item?.state === 'failed') return { state: 'failed', problem: { code: 'earlierStepFailed' } };
  return { state: copy?.item?.state === 'working' ? 'writingCopy' : 'waiting' };
}
