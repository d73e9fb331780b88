import type { TenantId } from './ids.ts';

/**
 * What the signed-in person is in the tenant at hand. Two facts that do not follow from each other: where the account
 * lives, and whether the tenant counts it as a guest.
 * https://learn.microsoft.com/entra/external-id/user-properties
 */
export type Membership =
  /** The tenant's own account, and Azure says it is no guest. */
  | 'member'
  /** The tenant's own account; Azure did not say whether it is a guest. */
  | 'memberAssumed'
  /** A guest, or a foreign account of which Azure did not say what it is. */
  | 'guest'
  /** A foreign account that the tenant treats as a member. */
  | 'externalMember';

export interface PersonInTenant {
  readonly tenantId: TenantId;
  readonly homeTenantId: TenantId;
  /** The optional ID token claim `acct` of this tenant: 0 member, 1 guest. */
  readonly acct?: 0 | 1;
}

/**
 * What this person is in this tenant. A missing claim is never read as "member" for a foreign account.
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export function membership(person: PersonInTenant): Membership {
  if (person.acct === 1) return 'guest';
  const atHome = person.tenantId === person.homeTenantId;
  if (person.acct === 0) return atHome ? 'member' : 'externalMember';
  return atHome ? 'memberAssumed' : 'guest';
}

/**
 * Whether this keeps the person from delegating. Azure Lighthouse long asked for a non-guest account; current
 * documentation is silent, so whoever runs the app may turn the block into a warning.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
export function blocksDelegation(member: Membership, guests: 'block' | 'warn'): boolean {
  return member === 'guest' && guests === 'block';
}
