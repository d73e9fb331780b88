import type { HandedItem, HandedOver, HandOver, Region } from '../domain/asCode/handOver.ts';
import type { SubscriptionId } from '../domain/ids.ts';
import { problemOf, type Problem } from '../domain/problem.ts';
import type { ArmReader } from './access/reader.ts';
import { readError } from './problems/answer.ts';
import { problemOfAnswer } from './problems/problems.ts';
import { record, text } from './shapes/json.ts';

/*
 * Azure's deployment engine. Its package, @azure/arm-resourcesdeployments, asks for a newer Node than this app does, so the
 * few requests are made on the app's own client.
 */

const version = '2021-04-01';

/**
 * Hands a deployment over. The same one that is under way already, or whose answer was lost on the way, is not handed over
 * twice; one that ran before keeps its record where it was.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update-at-subscription-scope
 */
export async function handOver(
  reader: ArmReader,
  { id, location, template }: Pick<HandOver, 'id' | 'location' | 'template'>,
  signal: AbortSignal,
): Promise<void> {
  const properties = { mode: 'Incremental', template: JSON.parse(template) as unknown };
  const put = async (at: string): Promise<void> => {
    try {
      await reader.put(id, version, { location: at, properties });
    } catch (error) {
      if (problemOf(error).azure?.code !== 'DeploymentActive') throw error;
    }
  };
  try {
    await put(location);
  } catch (error) {
    const { code, azure } = problemOf(error);
    if (azure?.code === 'InvalidDeploymentLocation') {
      const before = text(record(await reader.get(id, version, {}, signal)).location);
      if (before === undefined || before === location) throw error;
      return put(before);
    }
    if (code !== 'noAnswer') throw error;
    // Only Azure can tell whether it arrived; where it cannot either, the lost answer stays the problem.
    try {
      await reader.get(id, version, {}, signal);
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
export async function cancelHandedOver(reader: ArmReader, id: string): Promise<void> {
  try {
    await reader.post(`${id}/cancel`, version);
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
  reader: ArmReader,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<HandedOver | undefined> {
  try {
    const answer = record(await reader.get(id, version, {}, signal));
    const { provisioningState, error, correlationId } = record(answer.properties);
    const items = await readItems(reader, id, known, signal);
    const state = stateOf(provisioningState);
    const told = items.some((item) => item.state === 'failed');
    const correlation = text(correlationId);
    return {
      state,
      items,
      ...(correlation !== undefined && { correlationId: correlation }),
      ...(state === 'failed' && !told && { problem: problemIn(error, undefined) }),
    };
  } catch (error) {
    if (problemOf(error).azure?.status === 404) return undefined;
    throw error;
  }
}

async function readItems(
  reader: ArmReader,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<readonly HandedItem[]> {
  const operations = await reader.list(`${id}/operations`, version, {}, signal);
  const items = operations.map(async (each): Promise<readonly HandedItem[]> => {
    const { targetResource, provisioningState, statusMessage, statusCode, timestamp } = record(record(each).properties);
    const target = record(targetResource);
    const targetId = text(target.id);
    // The last operation sums the deployment up, and has no target.
    if (targetId === undefined) return [];
    const state = stateOf(provisioningState);
    if (state === 'working' || state === 'done') return [{ id: targetId, state }];
    const nested = text(target.resourceType)?.toLowerCase() === 'microsoft.resources/deployments';
    const key = `${targetId} ${String(timestamp)}`;
    const inner = nested ? (known.get(key) ?? (await readInner(reader, targetId, known, signal))) : [];
    if (state === 'stopped') return [...inner, { id: targetId, state }];
    if (nested) known.set(key, inner);
    // What is inside tells why; one that was refused before it began has nothing inside.
    const told = inner.some((item) => item.state === 'failed');
    return told
      ? inner
      : [...inner, { id: targetId, state, problem: problemIn(record(statusMessage).error, statusCode) }];
  });
  return (await Promise.all(items)).flat();
}

/** One that was refused before it began is not there: the operation around it says why. */
async function readInner(
  reader: ArmReader,
  id: string,
  known: FailedOperations,
  signal: AbortSignal,
): Promise<readonly HandedItem[]> {
  try {
    return await readItems(reader, id, known, signal);
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
  reader: ArmReader,
  subscription: SubscriptionId,
  signal: AbortSignal,
): Promise<readonly Region[]> {
  const found = await reader.list(`/subscriptions/${subscription}/locations`, '2022-12-01', {}, signal);
  return found.flatMap((each) => {
    const { name, displayName, type, metadata } = record(each);
    const id = text(name);
    const isRegion = type !== 'EdgeZone' && record(metadata).regionType !== 'Logical';
    return id !== undefined && isRegion ? [{ name: id, displayName: text(displayName) ?? id }] : [];
  });
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
