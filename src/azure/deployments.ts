import type { HandedItem, HandedOver, HandOver } from '../domain/asCode/handOver.ts';
import { problemOf, type Problem } from '../domain/problem.ts';
import type { ArmReader } from './access/reader.ts';
import { readError } from './problems/answer.ts';
import { problemOfAnswer } from './problems/problems.ts';
import { record, text } from './shapes/json.ts';

/*
 * Azure's deployment engine. Its package, @azure/arm-resourcesdeployments, asks for a newer Node than this app does, so the
 * three requests are made on the app's own client.
 */

const version = '2021-04-01';

/**
 * Hands a deployment over. The same one that is under way already, or whose answer was lost on the way, is not handed over twice.
 * https://learn.microsoft.com/rest/api/resources/deployments/create-or-update-at-subscription-scope
 */
export async function handOver(
  reader: ArmReader,
  { id, location, template }: HandOver,
  signal: AbortSignal,
): Promise<void> {
  const properties = { mode: 'Incremental', template: JSON.parse(template) as unknown };
  try {
    await reader.put(id, version, { location, properties });
  } catch (error) {
    const { code, azure } = problemOf(error);
    if (azure?.code === 'DeploymentActive') return;
    if (code !== 'noAnswer') throw error;
    // Only Azure can tell whether it arrived; where there is none, the lost answer stays the problem.
    await reader.get(id, version, {}, signal).catch(() => {
      throw error;
    });
  }
}

/**
 * How a deployment stands, with every write that has begun, those of nested deployments too.
 * https://learn.microsoft.com/rest/api/resources/deployment-operations/list-at-subscription-scope
 */
export async function readHandedOver(reader: ArmReader, id: string, signal: AbortSignal): Promise<HandedOver> {
  const { provisioningState, error } = record(record(await reader.get(id, version, {}, signal)).properties);
  const items = await readItems(reader, id, signal);
  const state = stateOf(provisioningState);
  const told = items.some((item) => item.state === 'failed');
  return { state, items, ...(state === 'failed' && !told && { problem: problemIn(error, undefined) }) };
}

async function readItems(reader: ArmReader, id: string, signal: AbortSignal): Promise<readonly HandedItem[]> {
  const operations = await reader.list(`${id}/operations`, version, {}, signal);
  const items = operations.map(async (each): Promise<readonly HandedItem[]> => {
    const { targetResource, provisioningState, statusMessage, statusCode } = record(record(each).properties);
    const target = record(targetResource);
    const targetId = text(target.id);
    // The last operation sums the deployment up, and has no target.
    if (targetId === undefined) return [];
    const state = stateOf(provisioningState);
    const nested = text(target.resourceType)?.toLowerCase() === 'microsoft.resources/deployments';
    const inner = nested ? await readInner(reader, targetId, signal) : [];
    const told = inner.some((item) => item.state === 'failed');
    if (nested && (state !== 'failed' || told)) return inner;
    const problem = state === 'failed' && problemIn(record(statusMessage).error, statusCode);
    return [...inner, { id: targetId, state, ...(problem && { problem }) }];
  });
  return (await Promise.all(items)).flat();
}

/** One that was refused before it began is not there: the operation around it says why. */
async function readInner(reader: ArmReader, id: string, signal: AbortSignal): Promise<readonly HandedItem[]> {
  try {
    return await readItems(reader, id, signal);
  } catch (error) {
    if (problemOf(error).azure?.status === 404) return [];
    throw error;
  }
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
function stateOf(state: unknown): HandedItem['state'] {
  if (state === 'Succeeded') return 'done';
  return state === 'Failed' || state === 'Canceled' ? 'failed' : 'working';
}

function problemIn(error: unknown, status: unknown): Problem {
  const code = Number(status);
  return problemOfAnswer(readError(error, Number.isInteger(code) && code > 0 ? code : 400), { kind: 'write' });
}
