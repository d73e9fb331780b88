import type { World } from '../model.ts';
import { estateId } from './estate.ts';
import { addCopy, addDelegation } from './fill.ts';
import type { Authorship } from './fill.ts';
import { guidOf, readableGuid } from './guid.ts';
import { hostileOffer } from './hostileOffer.ts';
import { authorization, backupCare, costReview, managedPlatform, securityWatch } from './offers.ts';
import type { Offer } from './offers.ts';
import { contosoPrincipals } from './people.ts';
import { definitionId, resourceGroupScope, subscriptionScope } from './scopes.ts';
import { contoso } from './tenants.ts';

const dayMs = 24 * 60 * 60_000;

/** The copies and delegations of `busy`, offer by offer. Subscriptions go by their number in estate.data.ts. */
export function addBusyDelegations(world: World, now: number): void {
  const by = (daysAgo: number, who = 'owner'): Authorship => ({
    by: `${who}@contoso.example`,
    at: now - daysAgo * dayMs,
  });
  addManagedPlatform(world, by);
  addBackupCare(world, by);
  addSecurityWatch(world, by);
  addOddities(world, by);
  addLookedAfter(world, { by: 'guestowner@tailspin.example', at: now - 500 * dayMs });
}

type By = (daysAgo: number, who?: string) => Authorship;

/** Two copies of one offer; the first is also referenced from elsewhere, in every spelling that has been seen. */
function addManagedPlatform(world: World, by: By): void {
  const home = copy(world, managedPlatform, 2, { ...by(210), name: readableGuid('0ffe', 1) });
  const second = copy(world, managedPlatform, 4, { ...by(180, 'externalmemberowner'), name: readableGuid('0ffe', 2) });
  addDelegation(world, subscriptionScope(estateId(2)), home, by(210));
  addDelegation(world, subscriptionScope(estateId(4)), second, by(180, 'externalmemberowner'));
  addDelegation(world, subscriptionScope(estateId(5)), odd(home), by(150));
  addDelegation(world, subscriptionScope(estateId(6)), home.toUpperCase(), by(149));
  addDelegation(world, resourceGroupScope(estateId(7), 'rg-datalake-prod'), home, by(90));
  addDelegation(world, resourceGroupScope(estateId(7), 'rg-synapse-prod'), home, by(90));
  // The subscription was closed later: nobody can take this one back now.
  addDelegation(world, subscriptionScope(estateId(13)), home, by(205));
}

/** Overlaps with the managed platform in 4 and 5: same group, same role. */
function addBackupCare(world: World, by: By): void {
  const inStore = copy(world, backupCare, 4, { ...by(100), name: readableGuid('0ffe', 3) });
  const inIdentity = copy(world, backupCare, 3, { ...by(80), name: readableGuid('0ffe', 4) });
  addDelegation(world, subscriptionScope(estateId(4)), inStore, by(100));
  addDelegation(world, subscriptionScope(estateId(5)), inStore, by(99));
  addDelegation(world, resourceGroupScope(estateId(12), 'rg-branch-busan'), inStore, by(60));
  addDelegation(world, subscriptionScope(estateId(3)), inIdentity, by(80));
}

/** Brought in by template: copy and delegation side by side in each subscription, under the same GUID. */
function addSecurityWatch(world: World, by: By): void {
  const name = guidOf(securityWatch.name);
  for (const n of [1, 3]) {
    addDelegation(world, subscriptionScope(estateId(n)), copy(world, securityWatch, n, { ...by(400), name }), by(400));
  }
  const error = { code: 'InternalServerError', message: 'The delegation could not be completed.' };
  addDelegation(world, subscriptionScope(estateId(6)), definitionId(estateId(1), name), {
    ...by(30),
    provisioning: { state: 'Failed', error },
  });
}

/** What is left when things went wrong, and a provider nobody should have let in. */
function addOddities(world: World, by: By): void {
  copy(world, costReview, 10, by(900));
  const error = { code: 'InvalidRegistrationDefinitionCreateRequest', message: 'A role of the offer is not allowed.' };
  copy(world, managedPlatform, 8, { ...by(20), provisioning: { state: 'Failed', error } });
  addDelegation(world, subscriptionScope(estateId(11)), definitionId(estateId(11), guidOf('copy/deleted')), by(300));
  addDelegation(world, resourceGroupScope(estateId(8), 'rg-mes-공통'), copy(world, hostileOffer, 8, by(10)), by(10));
}

/** Where Contoso is the provider: a copy and a delegation in a tenant that is not its own. */
function addLookedAfter(world: World, by: Authorship): void {
  const offer: Offer = {
    managedByTenantId: contoso.id,
    name: 'Contoso shared services',
    description: 'Contoso runs the shared services of Tailspin Toys.',
    authorizations: [authorization(contosoPrincipals.platformOwners, 'Reader')],
  };
  addDelegation(world, subscriptionScope(estateId(17)), copy(world, offer, 17, by), by);
}

/** Adds a copy and answers its full id. */
function copy(world: World, offer: Offer, n: number, details: Parameters<typeof addCopy>[3]): string {
  return definitionId(estateId(n), addCopy(world, offer, estateId(n), details).name);
}

/** Without the leading slash and in lower case, as recorded clients have sent it and Azure has echoed it. */
function odd(id: string): string {
  return id.slice(1).toLowerCase();
}
