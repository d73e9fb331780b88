import type { Caller } from '../../context.ts';
import type { World } from '../../model.ts';
import type { Resource } from './template.ts';

/** How a deployment, or one of its operations, stands. */
export type DeploymentState = 'Accepted' | 'Running' | 'Succeeded' | 'Failed' | 'Canceled';

/** An error as ARM prints it, inner ones in `details`. */
export interface DeploymentError {
  readonly code: string;
  readonly message: string;
  readonly details?: readonly DeploymentError[];
}

/** One resource of a deployment on its way. */
export interface ResourceRun {
  readonly operationId: string;
  readonly resource: Resource;
  /** Id of what it writes; for a nested deployment, of that deployment. */
  readonly targetId: string;
  state: 'Waiting' | 'Running' | 'Succeeded' | 'Failed' | 'Canceled';
  /** When there is something to look at again; a nested deployment is looked at whenever something happened. */
  wakesAt?: number;
  /** Of the long-running operation that the resource's provider started. */
  following?: string;
  changedAt: number;
  status?: number;
  error?: DeploymentError;
}

/** A deployment in the history of its scope. */
export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly subscriptionId: string;
  readonly correlationId: string;
  /** Whose rights every write of it is made with. */
  readonly caller: Caller;
  readonly origin: string;
  readonly startedAt: number;
  readonly runs: readonly ResourceRun[];
  state: DeploymentState;
  changedAt: number;
  error?: DeploymentError;
}

const histories = new WeakMap<World, Map<string, Deployment>>();

/** The deployments of a world by lower-case id: they live and die with it. */
export function deploymentsOf(world: World): Map<string, Deployment> {
  const known = histories.get(world) ?? new Map<string, Deployment>();
  histories.set(world, known);
  return known;
}

/** Whether nothing more will come of it. */
export function isSettled({ state }: Deployment): boolean {
  return state === 'Succeeded' || state === 'Failed' || state === 'Canceled';
}
