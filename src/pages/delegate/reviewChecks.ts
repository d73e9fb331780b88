import type { QueryClient } from '@tanstack/react-query';
import type { Denial, HeldRole } from '../../domain/estate.ts';
import { idKey, subscriptionScope, type SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { RegistrationState } from '../../domain/port.ts';
import { problemOf } from '../../domain/problem.ts';
import type { ResourceGroup } from '../../domain/scope.ts';
import type { Queries } from '../../queries/queries.ts';

/** Facts read within this time count as fresh, in milliseconds: opening the review reads everything older again. */
export const freshWithin = 15_000;

/** What Azure says of one subscription right now. */
export interface Checks {
  readonly permissions: Known<readonly Permission[]>;
  readonly registration: Known<RegistrationState>;
  readonly denials: Known<readonly Denial[]> | undefined;
  readonly heldRoles: Known<readonly HeldRole[]> | undefined;
  /** Its resource groups by id key, where one of them is chosen. */
  readonly groups: ReadonlyMap<string, ResourceGroup> | undefined;
}

/** An answer as a fact that may be unknown, with the reason. */
export async function asKnown<Fact>(answer: Promise<Fact>): Promise<Known<Fact>> {
  try {
    return { state: 'known', value: await answer };
  } catch (error) {
    return { state: 'unknown', problem: problemOf(error) };
  }
}

/** Reads everything that decides about a subscription. `closely`: deny assignments and conditions, too. */
export async function checkSubscription(
  { client, queries }: { readonly client: QueryClient; readonly queries: Queries },
  subscription: SubscriptionId,
  what: { readonly groups: boolean; readonly closely: boolean },
): Promise<Checks> {
  const scope = subscriptionScope(subscription);
  const [permissions, registration, denials, heldRoles, groups] = await Promise.all([
    asKnown(client.fetchQuery({ ...queries.permissions(scope), staleTime: freshWithin })),
    asKnown(client.fetchQuery({ ...queries.registration(subscription), staleTime: freshWithin })),
    what.closely ? asKnown(client.fetchQuery({ ...queries.denials(scope), staleTime: freshWithin })) : undefined,
    what.closely ? asKnown(client.fetchQuery({ ...queries.heldRoles(scope), staleTime: freshWithin })) : undefined,
    what.groups ? asKnown(client.fetchQuery({ ...queries.resourceGroups(subscription), staleTime: freshWithin })) : undefined,
  ]);
  return {
    permissions,
    registration,
    denials,
    heldRoles,
    groups: groups?.state === 'known' ? new Map(groups.value.map((group) => [idKey(group.id), group])) : undefined,
  };
}
