import { accessOfOffer, type OfferAccess } from './access.ts';
import type { Estate } from './estate.ts';
import { parseScope, type ScopeId, type SubscriptionId, type TenantId } from './ids.ts';
import type { RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization, Delegation, Offer, OfferContent } from './offer.ts';
import type { OfferGroups } from './offers.ts';
import type { Subscription } from './scope.ts';
import { copiesById } from './standing.ts';

/** How one delegation stands. `unreadable`: it is there, and nobody here can say what it gives. */
export type Condition = 'inEffect' | 'changing' | 'notInEffect' | 'unreadable';

/** One delegation with everything that is known of it: the row of the inventory that IAM does not show. */
export interface InventoryRow {
  readonly delegation: Delegation;
  readonly scope: ScopeId;
  readonly kind: 'subscription' | 'resourceGroup';
  readonly subscriptionId: SubscriptionId;
  /** Absent where the person sees the delegation and not its subscription. */
  readonly subscription?: Subscription;
  /** The scope's own name, its id where nobody knows one. */
  readonly name: string;
  readonly subscriptionName: string;
  /** Absent where its copy can't be read. */
  readonly offer?: Offer;
  /** What this delegation gives: its own copy, which may be older than the newest one of the offer. */
  readonly content?: OfferContent;
  readonly access?: OfferAccess;
  readonly condition: Condition;
  /** ISO 8601, where Azure says. */
  readonly since?: string;
}

/** Everything that is delegated in the tenant. */
export interface Inventory {
  readonly rows: readonly InventoryRow[];
  /** Delegations in subscriptions of other tenants, which this person sees through Lighthouse: not this tenant's. */
  readonly elsewhere: number;
}

/** What many delegations give in the same words is worked out once. */
function accessMemo(roles: RoleDefinitions): (authorizations: readonly Authorization[]) => OfferAccess {
  const byList = new Map<readonly Authorization[], OfferAccess>();
  const byText = new Map<string, OfferAccess>();
  return (authorizations) => {
    const known = byList.get(authorizations);
    if (known) return known;
    const text = JSON.stringify(authorizations);
    const access = byText.get(text) ?? accessOfOffer(authorizations, roles);
    byText.set(text, access);
    byList.set(authorizations, access);
    return access;
  };
}

function conditionOf({ provisioning }: Delegation, readable: boolean): Condition {
  switch (provisioning) {
    case 'succeeded':
      return readable ? 'inEffect' : 'unreadable';
    case 'working':
    case 'deleting':
      return 'changing';
    case 'failed':
    case 'canceled':
      return 'notInEffect';
  }
}

/**
 * The inventory of a tenant: one row per delegation, those whose copy can't be read too. `since` says when a delegation
 * began, where that was read apart from the estate. The same order as the estate's.
 */
export function makeInventory(
  estate: Estate,
  groups: OfferGroups,
  roles: RoleDefinitions,
  tenant: TenantId,
  since: (delegation: Delegation) => string | undefined = () => undefined,
): Inventory {
  const subscriptions = new Map(estate.subscriptions.map((one) => [one.subscriptionId, one]));
  const contentOf = copiesById(estate.copies);
  const accessOf = accessMemo(roles);
  let elsewhere = 0;
  const rowsOf = (delegations: readonly Delegation[], offer?: Offer) =>
    delegations.flatMap((delegation): InventoryRow[] => {
      const parts = parseScope(delegation.scope);
      if (!parts) return [];
      const subscription = subscriptions.get(parts.subscriptionId);
      if (subscription && subscription.tenantId !== tenant) {
        elsewhere += 1;
        return [];
      }
      const content = contentOf(delegation);
      const began = delegation.createdAt ?? since(delegation);
      const subscriptionName = subscription?.name ?? parts.subscriptionId;
      return [
        {
          delegation,
          scope: delegation.scope,
          kind: parts.resourceGroup === undefined ? 'subscription' : 'resourceGroup',
          subscriptionId: parts.subscriptionId,
          ...(subscription && { subscription }),
          name: parts.resourceGroup ?? subscriptionName,
          subscriptionName,
          ...(offer && { offer }),
          ...(content && { content, access: accessOf(content.authorizations) }),
          condition: conditionOf(delegation, content !== undefined),
          ...(began !== undefined && { since: began }),
        },
      ];
    });
  const rows = [...groups.offers.flatMap((offer) => rowsOf(offer.delegations, offer)), ...rowsOf(groups.withoutOffer)];
  return { rows, elsewhere };
}

/** Whether the delegation gives access now, or is about to; one that nobody can read counts, for unknown is not harmless. */
export function givesAccess({ delegation }: InventoryRow): boolean {
  return delegation.provisioning === 'succeeded' || delegation.provisioning === 'working';
}
