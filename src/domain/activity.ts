import { idKey, parseScope, type ScopeId, type SubscriptionId, type TenantId } from './ids.ts';
import type { Known } from './known.ts';

/** One line of the activity log. https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema */
export interface ActivityEvent {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly subscriptionId: SubscriptionId;
  readonly resourceId: string;
  /** `Microsoft.Compute/virtualMachines/write` */
  readonly operation: string;
  readonly status: string;
  /** Who acted, as the log names them: an address or an id. Written by whoever runs that tenant. */
  readonly caller?: string;
  readonly callerName?: string;
  readonly callerObjectId?: string;
  /** The tenant that the caller signed in to; absent where the log does not say. */
  readonly callerTenant?: TenantId;
  readonly correlationId?: string;
}

/** What was read of one subscription's log. `complete`: false where there was more than the app reads. */
export interface ActivityLog {
  readonly events: readonly ActivityEvent[];
  readonly complete: boolean;
}

/** A managing tenant, with the scopes handed to it. */
export interface ActivityProvider {
  readonly tenant: TenantId;
  readonly name: string;
  readonly scopes: readonly ScopeId[];
}

/** What a managing tenant did in the scopes handed to it. */
export interface ProviderActivity extends ActivityProvider {
  readonly events: readonly ActivityEvent[];
  /** `unknown`: the log of one of its subscriptions was not read, or not to its end. */
  readonly quiet: boolean | 'unknown';
}

/** The logs of several subscriptions, sorted by who acted. Newest first everywhere. */
export interface Activity {
  readonly providers: readonly ProviderActivity[];
  /** Delegations and copies of offers that were written or deleted, by whomever. */
  readonly changes: readonly ActivityEvent[];
  /** Entries that name no tenant of who acted: Azure itself, mostly. */
  readonly unnamed: number;
  /** Entries of tenants that have nothing delegated here: guests' own tenants, or providers that have left. */
  readonly strangers: number;
}

/**
 * Sorts what was read by who did it. A caller counts as a provider's only where the log names its tenant and that tenant
 * holds a delegation in the same subscription; inside it, only entries of the scopes handed over are its activity there.
 */
export function sortActivity(
  logs: ReadonlyMap<SubscriptionId, Known<ActivityLog>>,
  providers: readonly ActivityProvider[],
  own: TenantId,
): Activity {
  const events = [...logs.values()].flatMap((log) => (log.state === 'known' ? log.value.events : []));
  events.sort((one, other) => other.at.localeCompare(one.at));
  const known = new Set<ActivityEvent>();
  const sorted = providers.map((provider): ProviderActivity => {
    const scopes = provider.scopes.map(idKey);
    const found = events.filter(
      ({ callerTenant, resourceId }) =>
        callerTenant === provider.tenant && scopes.some((scope) => `${idKey(resourceId)}/`.startsWith(`${scope}/`)),
    );
    for (const event of found) known.add(event);
    const unread = provider.scopes.some((scope) => {
      const log = logs.get(subscriptionOf(scope));
      return log?.state !== 'known' || !log.value.complete;
    });
    return { ...provider, events: found, quiet: found.length > 0 ? false : unread ? 'unknown' : true };
  });
  const rest = events.filter((event) => !known.has(event));
  return {
    providers: sorted,
    changes: events.filter(({ operation }) => isChangeOfDelegation(operation)),
    unnamed: rest.filter(({ callerTenant }) => callerTenant === undefined).length,
    strangers: rest.filter(({ callerTenant }) => callerTenant !== undefined && callerTenant !== own).length,
  };
}

function subscriptionOf(scope: ScopeId): SubscriptionId {
  return parseScope(scope)?.subscriptionId ?? ('' as SubscriptionId);
}

/** Whether an operation writes or deletes a delegation or a copy of an offer. */
export function isChangeOfDelegation(operation: string): boolean {
  return /^microsoft\.managedservices\/registration(?:assignments|definitions)\/(?:write|delete)$/i.test(operation);
}

/** The managing tenants of what is delegated, each with its scopes; in the order of the rows. */
export function activityProviders(
  rows: readonly { readonly tenant: TenantId; readonly name: string; readonly scope: ScopeId }[],
): readonly ActivityProvider[] {
  const found = new Map<TenantId, { name: string; scopes: Set<ScopeId> }>();
  for (const { tenant, name, scope } of rows) {
    const entry = found.get(tenant) ?? { name, scopes: new Set() };
    entry.scopes.add(scope);
    found.set(tenant, entry);
  }
  return [...found].map(([tenant, { name, scopes }]) => ({ tenant, name, scopes: [...scopes] }));
}
