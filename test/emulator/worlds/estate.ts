import type { ResourceGroup, Subscription, World } from '../model.ts';
import { estateRows } from './estate.data.ts';
import type { SubscriptionRow } from './estate.data.ts';
import { addSubscription } from './fill.ts';
import { readableGuid } from './guid.ts';
import { grant } from './organisation.ts';
import { contosoPrincipals, personaId } from './people.ts';
import { resourceGroupScope, subscriptionScope } from './scopes.ts';
import { contoso, tailspin } from './tenants.ts';

/** Id of a subscription of the small estate, by its number in estate.data.ts: `5a0000nn-0000-4000-8000-0000000000nn`. */
export function estateId(n: number): string {
  return readableGuid('5a', n);
}

/** What a world may say differently about a subscription of the small estate, by its number. */
export type EstateChanges = Readonly<Record<number, Partial<SubscriptionRow>>>;

/** Adds the small estate: Contoso's sixteen subscriptions, Tailspin's two, and the roles that belong to single scopes. */
export function addEstate(world: World, changes: EstateChanges = {}): void {
  for (const original of estateRows) {
    const row = { ...original, ...changes[original.n] };
    addSubscription(world, subscriptionOf(row), groupsOf(row));
  }
  const treasury = subscriptionScope(estateId(16));
  grant(world, treasury, contosoPrincipals.treasurer.id, 'Owner');
  grant(world, treasury, contosoPrincipals.treasuryOwners.id, 'Owner');
  grant(world, resourceGroupScope(estateId(4), 'rg-store-web-prod'), personaId('resourceGroupOwner'), 'Owner');
}

function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    subscriptionId: estateId(row.n),
    tenantId: row.tenant === 'tailspin' ? tailspin.id : contoso.id,
    displayName: row.name,
    state: row.state ?? 'Enabled',
    quotaId: row.quotaId ?? 'EnterpriseAgreement_2014-09-01',
    tags: row.tags,
    managementGroup: row.managementGroup,
    ...(row.otherManagingTenants && { otherManagingTenants: row.otherManagingTenants }),
    registration: row.registration ?? 'NotRegistered',
  };
}

function groupsOf(row: SubscriptionRow): ResourceGroup[] {
  return row.groups.map(([name, location, tags]) => ({
    subscriptionId: estateId(row.n),
    name,
    location,
    // An empty object says "no tags at all": groups that Azure itself made carry none.
    tags: tags && Object.keys(tags).length === 0 ? {} : { ...row.tags, ...tags },
  }));
}
