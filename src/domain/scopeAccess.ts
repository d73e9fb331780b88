import { accessOfOffer, type OfferAccess } from './access.ts';
import { namesOf } from './authorizations.ts';
import { strongest, type AccessLevel } from './findings.ts';
import {
  idKey,
  parseScope,
  subscriptionScope,
  type PrincipalId,
  type RoleId,
  type ScopeId,
  type TenantId,
} from './ids.ts';
import { givesAccess, type InventoryRow } from './inventory.ts';
import type { RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization } from './offer.ts';

/** One principal that gets one role here by more than one delegation: taking one away can end the other. */
export interface Overlap {
  readonly principalId: PrincipalId;
  /** As written by the provider. */
  readonly name?: string;
  readonly roleId: RoleId;
  readonly by: readonly InventoryRow[];
}

/** Everything that one provider could do at a scope, over all of its offers. */
export interface ProviderAccess {
  readonly tenantId: TenantId;
  readonly name?: string;
  readonly access: OfferAccess;
  /** The delegations that this rests on, those of the scope itself first. */
  readonly by: readonly InventoryRow[];
  /** https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation */
  readonly overlaps: readonly Overlap[];
}

/** What providers could do at one scope. */
export interface ScopeAccess {
  /** The strongest of everything; absent where nobody has access that can be read. */
  readonly level?: AccessLevel;
  /** Strongest first. */
  readonly providers: readonly ProviderAccess[];
  /** Delegations here that give something nobody can read. */
  readonly unreadable: readonly InventoryRow[];
  /** For a subscription: delegations of resource groups in it. They reach these groups, not the subscription. */
  readonly inside: readonly InventoryRow[];
}

/** The same grant in other words counts once. */
function distinct(authorizations: readonly Authorization[]): readonly Authorization[] {
  const found = new Map<string, Authorization>();
  for (const one of authorizations) {
    const { principalName: _name, ...rights } = one;
    const key = JSON.stringify(rights);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** What several offers give together, each principal with all the names that are written for it. */
function combined(authorizations: readonly Authorization[], roles: RoleDefinitions): OfferAccess {
  const access = accessOfOffer(distinct(authorizations), roles);
  const principals = access.principals.map((principal) => ({
    ...principal,
    names: namesOf(authorizations.filter(({ principalId }) => principalId === principal.principalId)),
  }));
  return { ...access, principals };
}

function overlapsOf(rows: readonly InventoryRow[]): readonly Overlap[] {
  const found = new Map<string, { overlap: Omit<Overlap, 'by'>; by: Set<InventoryRow> }>();
  for (const row of rows) {
    for (const { principalId, roleId, principalName } of row.content?.authorizations ?? []) {
      const key = `${principalId}/${roleId}`;
      const entry = found.get(key) ?? {
        overlap: { principalId, roleId, ...(principalName !== undefined && { name: principalName }) },
        by: new Set(),
      };
      entry.by.add(row);
      found.set(key, entry);
    }
  }
  return [...found.values()].flatMap(({ overlap, by }) => (by.size > 1 ? [{ ...overlap, by: [...by] }] : []));
}

/**
 * What providers could do at this scope by all delegations together: its own, and for a resource group those of its
 * subscription, which reach everything in it. Delegations that failed or are going give nothing.
 */
export function accessAtScope(scope: ScopeId, rows: readonly InventoryRow[], roles: RoleDefinitions): ScopeAccess {
  const parts = parseScope(scope);
  const own = idKey(scope);
  const above = parts?.resourceGroup === undefined ? undefined : idKey(subscriptionScope(parts.subscriptionId));
  const live = rows.filter(givesAccess);
  const at = (key: string | undefined) => live.filter((row) => idKey(row.scope) === key);
  const here = [...at(own), ...at(above)];
  const inside = above === undefined ? live.filter((row) => idKey(row.scope).startsWith(`${own}/`)) : [];

  const byTenant = new Map<TenantId, InventoryRow[]>();
  for (const row of here) {
    if (!row.content) continue;
    const { managedByTenantId } = row.content;
    byTenant.set(managedByTenantId, [...(byTenant.get(managedByTenantId) ?? []), row]);
  }
  const providers = [...byTenant].map(([tenantId, by]): ProviderAccess => {
    const name = by.find(({ offer }) => offer?.providerName)?.offer?.providerName;
    return {
      tenantId,
      ...(name !== undefined && { name }),
      access: combined(
        by.flatMap(({ content }) => content?.authorizations ?? []),
        roles,
      ),
      by,
      overlaps: overlapsOf(by),
    };
  });
  return {
    ...(providers.length > 0 && { level: strongest(providers.map(({ access }) => access.level)) }),
    providers: providers.toSorted((one, other) => other.access.level - one.access.level),
    unreadable: here.filter(({ content }) => content === undefined),
    inside,
  };
}
