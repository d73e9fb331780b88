import type { SubscriptionContext } from '@azure/arm-resources-subscriptions/api';
import { list as listSubscriptions } from '@azure/arm-resources-subscriptions/api/subscriptions';
import type { Estate } from '../../domain/estate.ts';
import type { Delegation, OfferCopy } from '../../domain/offer.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { ArmReader } from '../access/reader.ts';
import { collect } from '../collect.ts';
import type { ManagedServicesContext } from '../managedServices/context.ts';
import { toSubscription } from '../shapes/scopes.ts';
import { readManagementGroups } from './managementGroups.ts';
import { readCopies, readDelegations } from './managedServices.ts';
import type { OnProgress } from './progress.ts';

export interface ArmSources {
  readonly subscriptions: SubscriptionContext;
  readonly managedServices: ManagedServicesContext;
  readonly reader: ArmReader;
}

/** Progress is told this many times in all: every report copies what there is so far. */
const reports = 20;

/**
 * The estate from plain listings: for tenants where Resource Graph is not to be had. One request per fifty
 * subscriptions, then two per subscription; the scheduler keeps them within ARM's limits. What cannot be read of one
 * subscription is named and does not keep the others.
 */
export async function estateFromArm(sources: ArmSources, signal: AbortSignal, onProgress: OnProgress): Promise<Estate> {
  const problems: Problem[] = [];
  const note = (error: unknown): void => {
    signal.throwIfAborted();
    add(problems, problemOf(error));
  };
  const [listed, above] = await Promise.all([
    collect(listSubscriptions(sources.subscriptions, { abortSignal: signal }), signal),
    readManagementGroups(sources.reader, signal).catch(note),
  ]);
  const subscriptions = listed.flatMap((each) => {
    const { subscriptionId, tenantId, displayName: name, state, subscriptionPolicies, tags } = each;
    const quotaId = subscriptionPolicies?.quotaId;
    const found = toSubscription({ subscriptionId, tenantId, name, state, quotaId, tags, managementGroups: undefined });
    const managementGroups = found && above?.get(found.subscriptionId);
    return found ? [managementGroups ? { ...found, managementGroups } : found] : [];
  });

  const copies: OfferCopy[] = [];
  const delegations: Delegation[] = [];
  const estate = (): Estate => ({
    subscriptions,
    copies: [...copies],
    delegations: [...delegations],
    source: 'arm',
    problems: [...problems],
  });
  const every = Math.ceil(subscriptions.length / reports);
  let done = 0;
  const readOne = async ({ id, subscriptionId }: Subscription): Promise<void> => {
    const both = [
      readCopies(sources.managedServices, subscriptionId, signal).then((found) => copies.push(...found)),
      readDelegations(sources.managedServices, id, signal).then((found) => delegations.push(...found)),
    ];
    await Promise.all(both.map((reading) => reading.catch(note)));
    done += 1;
    if (done % every === 0)
      onProgress(estate(), { subscriptions: subscriptions.length, copies: undefined, delegations: undefined });
  };
  onProgress(estate(), { subscriptions: subscriptions.length, copies: undefined, delegations: undefined });
  await Promise.all(subscriptions.map(readOne));
  return estate();
}

/** One of each kind is enough to say what is missing and why; five thousand are not more. */
function add(problems: Problem[], problem: Problem): void {
  const same = (other: Problem): boolean => other.code === problem.code && other.azure?.code === problem.azure?.code;
  if (!problems.some(same)) problems.push(problem);
}
