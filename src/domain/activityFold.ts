import { isChangeOfDelegation, type ActivityEvent, type ActivityProvider } from './activity.ts';
import { isUnderWay } from './activityStatus.ts';
import { idKey, parseScope, type ScopeId, type TenantId } from './ids.ts';

/**
 * One action, with every entry that the log has of it: Azure writes one when it begins and one when it ends, under the same
 * correlation id. https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema
 */
export interface Action {
  /** Newest first. */
  readonly events: readonly [ActivityEvent, ...ActivityEvent[]];
  /** The entry that says how it ended, as far as one does; else the newest. */
  readonly last: ActivityEvent;
  /** It wrote or deleted a delegation, or a copy of an offer. */
  readonly changesDelegation: boolean;
}

/** Entries put together as actions, newest first; an entry without a correlation id is an action of its own. */
export function foldActivity(events: readonly ActivityEvent[]): readonly Action[] {
  const found = new Map<string, [ActivityEvent, ...ActivityEvent[]]>();
  const sorted = events.toSorted((one, other) => other.at.localeCompare(one.at));
  for (const event of sorted) {
    const key = keyOf(event);
    const known = found.get(key);
    if (known) known.push(event);
    else found.set(key, [event]);
  }
  return [...found.values()].map((entries) => ({
    events: entries,
    last: entries.find((entry) => !isUnderWay(entry)) ?? entries[0],
    changesDelegation: isChangeOfDelegation(entries[0].operation),
  }));
}

/** What one person did to one thing in one request, or in the parts of a request that share a correlation id. */
function keyOf(event: ActivityEvent): string {
  const { id, at, subscriptionId, correlationId, operation, resourceId, callerTenant, caller } = event;
  return JSON.stringify(
    correlationId === undefined
      ? [id, at, subscriptionId]
      : [correlationId, operation.toLowerCase(), idKey(resourceId), callerTenant, caller, subscriptionId],
  );
}

/** An action with whose it is and where. */
export interface PlacedAction extends Action {
  /** Of the provider, where it is one's; else nobody here knows more than the tenant's id. */
  readonly providerName?: string;
  /** The tenant of who acted; absent where the log does not say. */
  readonly tenant?: TenantId;
  /** The scope handed over that it happened in: the nearest one; for everybody else the subscription or resource group. */
  readonly scope: ScopeId | undefined;
}

/** Puts each action under the provider and the delegated scope it belongs to. */
export function placeActions(
  actions: readonly Action[],
  providers: readonly ActivityProvider[],
): readonly PlacedAction[] {
  const byTenant = new Map(providers.map((provider) => [provider.tenant, provider]));
  return actions.map((action): PlacedAction => {
    const { callerTenant: tenant, resourceId } = action.last;
    const provider = tenant === undefined ? undefined : byTenant.get(tenant);
    return {
      ...action,
      ...(tenant !== undefined && { tenant }),
      ...(provider && { providerName: provider.name }),
      scope: nearest(resourceId, provider?.scopes ?? []) ?? placeOf(resourceId),
    };
  });
}

function nearest(resourceId: string, scopes: readonly ScopeId[]): ScopeId | undefined {
  const inside = scopes.filter((scope) => `${idKey(resourceId)}/`.startsWith(`${idKey(scope)}/`));
  return inside.toSorted((one, other) => other.length - one.length)[0];
}

function placeOf(resourceId: string): ScopeId | undefined {
  const [, scope = ''] = /^(\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?)/i.exec(resourceId) ?? [];
  return parseScope(scope)?.id;
}
