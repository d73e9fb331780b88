import type { Denial, HeldRole } from '../../domain/estate.ts';
import { idKey, subscriptionScope, type SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { RegistrationState } from '../../domain/port.ts';
import type { ResourceGroup } from '../../domain/scope.ts';
import type { Queries } from '../../queries/queries.ts';
import type { Reader } from '../../queries/reader.ts';

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

/** Reads everything that decides about a subscription. `closely`: deny assignments and conditions, too. */
export async function checkSubscription(
  { reader, queries }: { readonly reader: Reader; readonly queries: Queries },
  subscription: SubscriptionId,
  what: { readonly groups: boolean; readonly closely: boolean },
): Promise<Checks> {
  const scope = subscriptionScope(subscription);
  const [permissions, registration, denials, heldRoles, groups] = await Promise.all([
    reader.readKnown(queries.permissions(scope), freshWithin),
    reader.readKnown(queries.registration(subscription), freshWithin),
    what.closely ? reader.readKnown(queries.denials(scope), freshWithin) : undefined,
    what.closely ? reader.readKnown(queries.heldRoles(scope), freshWithin) : undefined,
    what.groups ? reader.readKnown(queries.resourceGroups(subscription), freshWithin) : undefined,
  ]);
  return {
    permissions,
    registration,
    denials,
    heldRoles,
    groups: groups?.state === 'known' ? new Map(groups.value.map((group) => [idKey(group.id), group])) : undefined,
  };
}
