import type { Estate } from './estate.ts';
import { planGuardrail, type GuardrailKind, type PlannedGuardrail } from './guardrail.ts';
import { parseScope, type TenantId } from './ids.ts';
import type { Offer } from './offer.ts';
import { groupOffers, isLive } from './offers.ts';
import { reaches } from './scopeReach.ts';
import { copiesById } from './standing.ts';

/** A managing tenant whose offers are in use, with its name where Azure gives one. */
export interface TenantInUse {
  readonly managedByTenantId: TenantId;
  readonly providerName?: string;
}

/** The managing tenants of everything that is delegated in a tenant; `unreadable`: some delegations name none. */
function tenantsInUse(
  estate: Estate,
  tenant: TenantId,
): { readonly tenants: readonly TenantInUse[]; readonly unreadable: boolean } {
  const foreign = new Set(
    estate.subscriptions.filter(({ tenantId }) => tenantId !== tenant).map(({ subscriptionId }) => subscriptionId),
  );
  const own = estate.delegations.filter((delegation) => {
    const parts = parseScope(delegation.scope);
    return parts !== undefined && !foreign.has(parts.subscriptionId) && isLive(delegation);
  });
  const contentOf = copiesById(estate.copies);
  const names = new Map(
    estate.copies.flatMap(({ managedByTenantId, managedByTenantName }) =>
      managedByTenantName === undefined ? [] : [[managedByTenantId, managedByTenantName] as const],
    ),
  );
  const found = new Map<TenantId, TenantInUse>();
  for (const { managedByTenantId } of own.flatMap((delegation) => contentOf(delegation) ?? [])) {
    const providerName = names.get(managedByTenantId);
    found.set(managedByTenantId, { managedByTenantId, ...(providerName !== undefined && { providerName }) });
  }
  return {
    tenants: [...found.values()],
    unreadable: own.some((delegation) => contentOf(delegation) === undefined),
  };
}

/** What an assignment would do, as it is put before a person. */
export interface GuardrailPlan {
  readonly planned: PlannedGuardrail;
  /** Whom it allows; empty for the audit, which refuses nobody. */
  readonly tenants: readonly TenantInUse[];
  /** How many of the tenant's subscriptions it reaches, and of how many that cannot be told. */
  readonly reached: number;
  readonly unclear: number;
  readonly subscriptions: number;
  /** Offers that are accepted, and that nothing could be delegated to there any more. */
  readonly refused: readonly Offer[];
}

/** Why an allow-list is not offered: it would keep somebody out whom nobody can name, or everybody. */
export type GuardrailBlocker = 'unknownTenants' | 'noneInUse';

/** What is asked for: which policy, at which management group or subscription (its full id), called what. */
export interface GuardrailChoice {
  readonly kind: GuardrailKind;
  readonly scope: string;
  readonly displayName: string;
}

/** The assignment of a policy for the tenants now in use, with what it would mean. */
export function makeGuardrailPlan(
  { kind, scope, displayName }: GuardrailChoice,
  estate: Estate,
  tenant: TenantId,
): GuardrailPlan | { readonly blocker: GuardrailBlocker } {
  const { tenants, unreadable } = tenantsInUse(estate, tenant);
  const allows = kind === 'allow';
  if (allows && unreadable) return { blocker: 'unknownTenants' };
  if (allows && tenants.length === 0) return { blocker: 'noneInUse' };
  const allowed = tenants.map(({ managedByTenantId }) => managedByTenantId);
  const own = estate.subscriptions.filter(({ tenantId }) => tenantId === tenant);
  const verdicts = own.map((each) => reaches(scope, each, each));
  return {
    planned: planGuardrail(kind, scope, allowed, displayName),
    tenants: allows ? tenants : [],
    reached: verdicts.filter((verdict) => verdict === true).length,
    unclear: verdicts.filter((verdict) => verdict === 'unknown').length,
    subscriptions: own.length,
    refused: allows
      ? groupOffers(estate.copies, estate.delegations).offers.filter(
          ({ managedByTenantId }) => !allowed.includes(managedByTenantId),
        )
      : [],
  };
}
