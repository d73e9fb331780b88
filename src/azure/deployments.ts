import type { SubscriptionContext } from '@azure/arm-resources-subscriptions/api';
import { listLocations } from '@azure/arm-resources-subscriptions/api/subscriptions';
import type { DeploymentsContext } from '@azure/arm-resourcesdeployments/api';
import { listAtScope } from '@azure/arm-resourcesdeployments/api/deploymentOperations';
import { cancelAtScope, createOrUpdateAtScope, getAtScope } from '@azure/arm-resourcesdeployments/api/deployments';
import type { HandedItem, HandedOver, HandOver, Region } from '../domain/asCode/handOver.ts';
import type { SubscriptionId } from '../domain/ids.ts';
import { problemOf, ProblemError, type Problem } from '../domain/problem.ts';
import { collect } from './collect.ts';
import { readError } from './problems/answer.ts';
import { problemOfAnswer } from './problems/problems.ts';

/** Every cloud has long had this one; the package would ask for its newest. */
export const deploymentsVersion = '2021-04-01';

/**
 * Hands a deployment over. The same one that is under way already, or whose answer was lost on the way, is not handed over
 * twice; one that ran before keeps its record where it was.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update-at-subscription-scope
 */
export async function handOver(
  deployments: DeploymentsContext,
  { id, location, template }: Pick<HandOver, 'id' | 'location' | 'template'>,
  signal: AbortSignal,
): Promise<void> {
  const [scope, name] = placeOf(id);
  const properties = { mode: 'Incremental', template: JSON.parse(template) as Record<string, unknown> } as const;
  const put = async (at: string): Promise<void> => {
    try {
      // How it goes on is read from the deployment itself, also by a tab that is opened later.
      await createOrUpdateAtScope(deployments, scope, name, { location: at, properties }).submitted();
    } catch (error) {
      if (problemOf(error).azure?.code !== 'DeploymentActive') throw error;
    }
  };
  try {
    await put(location);
  } catch (error) {
    const { code, azure } = problemOf(error);
    if (azure?.code === 'InvalidDeploymentLocation') {
      const { location: before } = await getAtScope(deployments, scope, name, { abortSignal: signal });
      if (before === undefined || before === location) throw error;
      return put(before);
    }
    if (code !== 'noAnswer') throw error;
    // Only Azure can tell whether it arrived; where it cannot either, the lost answer stays the problem.
    try {
      await getAtScope(deployments, scope, name, { abortSignal: signal });
    } catch (missing) {
      if (problemOf(missing).azure?.status !== 404) throw error;
      return put(location);
    }
  }
}

/**
 * Begins nothing more of this deployment. One that has ended meanwhile is left as it is.
 * https://learn.microsoft.com/rest/api/resources/deployments/cancel
 */
export async function cancelHandedOver(deployments: DeploymentsContext, id: string): Promise<void> {
  try {
    await cancelAtScope(deployments, ...placeOf(id));
  } catch (error) {
    const { status } = problemOf(error).azure ?? {};
    if (status !== 409 && status !== 404) throw error;
  }
}

/** The operations of deployments that have failed: they do not change any more. By id and time of the failure. */
export type FailedOperations = Map<string, readonly HandedItem[]>;

/**
 * How a deployment stands: its nested deployments, and of those that failed every write that has begun. `undefined`: Azure
 * has none of this id (404), or not any more.
 * https://learn.microsoft.com/rest/api/resources/deployment-operations/list-at-subscription-scope
 */
export async function readHandedOver(
  deployments: DeploymentsContext,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<HandedOver | undefined> {
  try {
    const { properties = {} } = await getAtScope(deployments, ...placeOf(id), { abortSignal: signal });
    const { provisioningState, error, correlationId } = properties;
    const items = await readItems(deployments, id, known, signal);
    const state = stateOf(provisioningState);
    const told = items.some((item) => item.state === 'failed');
    return {
      state,
      items,
      ...(correlationId !== undefined && { correlationId }),
      ...(state === 'failed' && !told && { problem: problemIn(error, undefined) }),
    };
  } catch (error) {
    if (problemOf(error).azure?.status === 404) return undefined;
    throw error;
  }
}

async function readItems(
  deployments: DeploymentsContext,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<readonly HandedItem[]> {
  const operations = await collect(listAtScope(deployments, ...placeOf(id), { abortSignal: signal }), signal);
  const items = operations.map(async ({ properties = {} }): Promise<readonly HandedItem[]> => {
    const { targetResource: target, provisioningState, statusMessage, statusCode, timestamp } = properties;
    const targetId = target?.id;
    // The last operation sums the deployment up, and has no target.
    if (targetId === undefined) return [];
    const state = stateOf(provisioningState);
    if (state === 'working' || state === 'done') return [{ id: targetId, state }];
    const nested = target?.resourceType?.toLowerCase() === 'microsoft.resources/deployments';
    const key = `${targetId} ${String(timestamp)}`;
    const inner = nested ? (known.get(key) ?? (await readInner(deployments, targetId, known, signal))) : [];
    if (state === 'stopped') return [...inner, { id: targetId, state }];
    if (nested) known.set(key, inner);
    // What is inside tells why; one that was refused before it began has nothing inside.
    const told = inner.some((item) => item.state === 'failed');
    return told ? inner : [...inner, { id: targetId, state, problem: problemIn(statusMessage?.error, statusCode) }];
  });
  return (await Promise.all(items)).flat();
}

/** One that was refused before it began is not there: the operation around it says why. */
async function readInner(
  deployments: DeploymentsContext,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<readonly HandedItem[]> {
  try {
    return await readItems(deployments, id, known, signal);
  } catch (error) {
    if (problemOf(error).azure?.status === 404) return [];
    throw error;
  }
}

/**
 * The regions that a subscription may use, by the names that people know. Edge zones and logical regions keep no records.
 * https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations
 */
export async function readRegions(
  subscriptions: SubscriptionContext,
  subscription: SubscriptionId,
  signal: AbortSignal,
): Promise<readonly Region[]> {
  const found = await collect(listLocations(subscriptions, subscription, { abortSignal: signal }), signal);
  return found.flatMap(({ name, displayName, type, metadata }) => {
    const isRegion = type !== 'EdgeZone' && metadata?.regionType !== 'Logical';
    return name !== undefined && isRegion ? [{ name, displayName: displayName ?? name }] : [];
  });
}

/** The scope and the name that a deployment's id is made of. */
function placeOf(id: string): [scope: string, name: string] {
  const [, scope, name] = /^\/(.+)\/providers\/Microsoft\.Resources\/deployments\/([^/]+)$/i.exec(id) ?? [];
  if (scope === undefined || name === undefined) throw new ProblemError({ code: 'badAnswer' });
  return [scope, name];
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
function stateOf(state: unknown): HandedItem['state'] {
  if (state === 'Succeeded') return 'done';
  if (state === 'Canceled') return 'stopped';
  return state === 'Failed' ? 'failed' : 'working';
}

function problemIn(error: unknown, status: unknown): Problem {
  const code = Number(status);
  return problemOfAnswer(readError(error, Number.isInteger(code) && code > 0 ? code : 400), { kind: 'write' });
}
