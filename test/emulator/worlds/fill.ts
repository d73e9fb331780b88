import type { Provisioning, RegistrationDefinition, ResourceGroup, Subscription, SystemData, World } from '../model.ts';
import { guidOf } from './guid.ts';
import type { Offer } from './offers.ts';

/** Adds a subscription and its resource groups. Keys are lower-case, as the model asks. */
export function addSubscription(world: World, subscription: Subscription, groups: readonly ResourceGroup[]): void {
  const key = subscription.subscriptionId.toLowerCase();
  world.subscriptions.set(key, subscription);
  world.resourceGroups.set(key, new Map(groups.map((group) => [group.name.toLowerCase(), group])));
}

/** Who wrote a copy or a delegation, and when; it was not touched since. */
export interface Authorship {
  readonly by: string;
  /** World's time in ms. */
  readonly at: number;
}

/** How a copy of an offer departs from the ordinary. */
interface CopyDetails extends Authorship {
  readonly name?: string;
  readonly provisioning?: Provisioning;
}

/** Stores a copy of an offer in a subscription. Answers the copy. */
export function addCopy(
  world: World,
  offer: Offer,
  subscriptionId: string,
  details: CopyDetails,
): RegistrationDefinition {
  const { managedByTenantId, authorizations, eligibleAuthorizations } = offer;
  const copy: RegistrationDefinition = {
    subscriptionId,
    name: details.name ?? guidOf(`copy/${subscriptionId}/${managedByTenantId}/${offer.name}`),
    properties: {
      registrationDefinitionName: offer.name,
      description: offer.description,
      managedByTenantId,
      authorizations,
      ...(eligibleAuthorizations && { eligibleAuthorizations }),
    },
    ...(offer.plan && { plan: offer.plan }),
    provisioning: details.provisioning ?? { state: 'Succeeded' },
    systemData: systemData(details),
  };
  world.definitions.set(`${subscriptionId}/${copy.name}`.toLowerCase(), copy);
  return copy;
}

/** How a delegation departs from the ordinary. */
interface DelegationDetails extends Authorship {
  readonly provisioning?: Provisioning;
}

/** Delegates a scope. `definitionId` is stored exactly as given: odd case and a missing leading slash survive. */
export function addDelegation(world: World, scope: string, definitionId: string, details: DelegationDetails): void {
  const name = guidOf(`delegation/${scope}/${definitionId}`.toLowerCase());
  world.assignments.set(`${scope}/${name}`.toLowerCase(), {
    scope,
    name,
    registrationDefinitionId: definitionId,
    provisioning: details.provisioning ?? { state: 'Succeeded' },
    systemData: systemData(details),
  });
}

function systemData({ by, at }: Authorship): SystemData {
  const author = { createdBy: by, createdByType: 'User', createdAt: at } as const;
  return { ...author, lastModifiedBy: by, lastModifiedByType: 'User', lastModifiedAt: at };
}
