import { get as getProvider, register } from '@azure/arm-resources/api/providers';
import type { ResourceManagementContext } from '@azure/arm-resources/api';
import type { OperationOptions } from '@azure-rest/core-client';
import { parseCopyId, parseDelegationId, subscriptionScope, type SubscriptionId } from '../domain/ids.ts';
import type { CallIds, DelegationPort, Stop, WriteAnswer } from '../domain/port.ts';
import { problemOf, ProblemError, type Problem } from '../domain/problem.ts';
import { reading } from './collect.ts';
import { readDelegations } from './estate/managedServices.ts';
import type { ManagedServicesContext } from './managedServices/context.ts';
import type { PollerLike, OperationState } from './managedServices/polling.ts';
import * as assignments from './managedServices/registrationAssignments.ts';
import * as definitions from './managedServices/registrationDefinitions.ts';
import { fromContent, toOfferCopy } from './shapes/copies.ts';
import { toDelegation } from './shapes/delegations.ts';
import { record } from './shapes/json.ts';
import { toProvisioning } from './shapes/provisioning.ts';
import { toRegistrationState } from './shapes/registration.ts';

const namespace = 'Microsoft.ManagedServices';

export interface PortClients {
  readonly managedServices: ManagedServicesContext;
  resources(subscription: SubscriptionId): ResourceManagementContext;
}

/** What a run may do to Azure, one call each. Pacing and throttling are the pipeline's; proof is the executor's. */
export function createPort(clients: PortClients): DelegationPort {
  const { managedServices, resources } = clients;
  return {
    async readRegistration(subscription, ids) {
      const provider = await reading(getProvider(resources(subscription), namespace, idsOption(ids)));
      return toRegistrationState(provider.registrationState);
    },

    async register(subscription, ids) {
      const provider = await reading(register(resources(subscription), namespace, idsOption(ids)));
      return toRegistrationState(provider.registrationState);
    },

    async readCopy(id, ids) {
      const { scope, name } = copyAt(id);
      const found = await noneIfMissing(definitions.get(managedServices, scope, name, idsOption(ids)));
      return found && readable(toOfferCopy(found, id));
    },

    writeCopy(id, content, ids) {
      const { scope, name } = copyAt(id);
      const body = fromContent(content);
      return firstAnswer((options) => definitions.createOrUpdate(managedServices, scope, name, body, options), ids);
    },

    async readDelegation(id, ids) {
      const { scope, name } = delegationAt(id);
      const found = await noneIfMissing(
        assignments.get(managedServices, scope, name, { ...idsOption(ids), expandRegistrationDefinition: true }),
      );
      return found && readable(toDelegation(found));
    },

    async listDelegations(scope, ids) {
      const found = await readDelegations(managedServices, scope, ids.stop && signalOf(ids.stop), headersOf(ids));
      return found.filter((delegation) => delegation.scope.toLowerCase() === scope.toLowerCase());
    },

    listDelegationsIn: (subscription, ids) =>
      readDelegations(managedServices, subscriptionScope(subscription), ids.stop && signalOf(ids.stop), headersOf(ids)),

    writeDelegation(id, copy, ids) {
      const { scope, name } = delegationAt(id);
      const body = { properties: { registrationDefinitionId: copy } };
      return firstAnswer((options) => assignments.createOrUpdate(managedServices, scope, name, body, options), ids);
    },

    async deleteDelegation(id, ids) {
      const { scope, name } = delegationAt(id);
      const status = await statusOf(
        (options) => assignments.$delete(managedServices, scope, name, options).submitted(),
        ids,
      );
      // Accepted; or there was none.
      return { provisioning: status === 202 ? 'deleting' : 'succeeded' };
    },

    async deleteCopy(id, ids) {
      const { scope, name } = copyAt(id);
      await statusOf((options) => definitions.$delete(managedServices, scope, name, options), ids);
      return { provisioning: 'succeeded' };
    },
  };
}

function headersOf(ids: CallIds): Record<string, string> {
  return { 'x-ms-client-request-id': ids.clientRequestId, 'x-ms-correlation-request-id': ids.correlationId };
}

function idsOption(ids: CallIds): OperationOptions {
  return { requestOptions: { headers: headersOf(ids) }, ...(ids.stop && { abortSignal: signalOf(ids.stop) }) };
}

const signals = new WeakMap<Promise<void>, AbortSignal>();

/** The stop as the SDKs take it: one signal for all calls that the same wish concerns. */
function signalOf(stop: Stop): AbortSignal {
  const wish = stop.whenRequested();
  const known = signals.get(wish);
  if (known) return known;
  const controller = new AbortController();
  signals.set(wish, controller.signal);
  void wish.then(() => controller.abort());
  if (stop.requested) controller.abort();
  return controller.signal;
}

/**
 * Sends a write and takes its first answer. The poller is not waited for: a browser that may not read the operation's
 * headers makes it report success at once.
 */
async function firstAnswer<Model>(
  start: (options: OperationOptions) => PollerLike<OperationState<Model>, Model>,
  ids: CallIds,
): Promise<WriteAnswer> {
  let answer: { readonly status: number; readonly body: unknown } | undefined;
  const onResponse: NonNullable<OperationOptions['onResponse']> = ({ status, parsedBody }) => {
    answer ??= { status, body: parsedBody };
  };
  try {
    await reading(start({ ...idsOption(ids), onResponse }).submitted());
  } catch (error) {
    // An answer that came is an answer, even one that cannot be read to its end.
    if (!answer) throw error;
  }
  const { properties } = record(answer?.body);
  // No body, no word about an end: then it goes on.
  const silent = answer?.status === 202 || properties === undefined;
  return { provisioning: silent ? 'working' : toProvisioning(record(properties).provisioningState) };
}

/** The status of the first answer to a deletion. What is not there any more (404) is what was meant. */
async function statusOf(send: (options: OperationOptions) => PromiseLike<void>, ids: CallIds): Promise<number> {
  let status: number | undefined;
  const onResponse: NonNullable<OperationOptions['onResponse']> = (response) => {
    status ??= response.status;
  };
  try {
    await reading(send({ ...idsOption(ids), onResponse }));
  } catch (error) {
    // An accepted deletion is accepted, even where the answer cannot be read to its end.
    if (status === 202) return status;
    if (isMissing(problemOf(error))) return 404;
    throw error;
  }
  return status ?? 200;
}

async function noneIfMissing<Model>(answer: PromiseLike<Model>): Promise<Model | undefined> {
  try {
    return await reading(answer);
  } catch (error) {
    if (isMissing(problemOf(error))) return undefined;
    throw error;
  }
}

/** What a subscription was never registered for cannot be in it. A scope that is gone is another matter. */
function isMissing({ code, azure }: Problem): boolean {
  return code === 'notRegistered' || (azure?.status === 404 && code !== 'scopeNotFound');
}

function readable<Shape>(shape: Shape | undefined): Shape {
  if (!shape) throw new ProblemError({ code: 'badAnswer' });
  return shape;
}

function copyAt(id: string): { readonly scope: string; readonly name: string } {
  const where = parseCopyId(id);
  if (!where) throw new ProblemError({ code: 'copyMissing' });
  return { scope: subscriptionScope(where.subscriptionId), name: where.name };
}

function delegationAt(id: string): { readonly scope: string; readonly name: string } {
  const where = parseDelegationId(id);
  if (!where) throw new ProblemError({ code: 'scopeNotFound' });
  return where;
}
