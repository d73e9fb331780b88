import { isGuid, parseScope, subscriptionId, subscriptionScope, tenantId } from '../../domain/ids.ts';
import type { ManagementGroup, ResourceGroup, Subscription, SubscriptionState, Tenant } from '../../domain/scope.ts';
import { list, record, text, textEntries } from './json.ts';

const states = ['Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted'] as const satisfies readonly SubscriptionState[];

/** The facts about a subscription, from wherever they were read. */
export interface SubscriptionFacts {
  readonly subscriptionId: unknown;
  readonly tenantId: unknown;
  readonly name: unknown;
  readonly state: unknown;
  readonly quotaId: unknown;
  readonly tags: unknown;
  /** From the root down; `undefined` where they could not be read. */
  readonly managementGroups: readonly ManagementGroup[] | undefined;
}

/** A subscription; `undefined` when it has no id. */
export function toSubscription(facts: SubscriptionFacts): Subscription | undefined {
  const id = subscriptionId(text(facts.subscriptionId) ?? '');
  if (!isGuid(id)) return undefined;
  const quotaId = text(facts.quotaId);
  return {
    kind: 'subscription',
    id: subscriptionScope(id),
    subscriptionId: id,
    tenantId: tenantId(text(facts.tenantId) ?? ''),
    name: text(facts.name) ?? id,
    state: toState(facts.state),
    ...(quotaId !== undefined && { quotaId }),
    tags: textEntries(facts.tags),
    ...(facts.managementGroups && { managementGroups: facts.managementGroups }),
  };
}

/** https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states */
function toState(value: unknown): SubscriptionState {
  const written = text(value)?.toLowerCase();
  return states.find((state) => state.toLowerCase() === written) ?? 'Unknown';
}

/** Resource Graph's `managementGroupAncestorsChain`, nearest first, turned so that the root comes first. */
export function toManagementGroups(chain: unknown): readonly ManagementGroup[] | undefined {
  if (!Array.isArray(chain)) return undefined;
  const groups = list(chain).flatMap((entry) => {
    const { name, displayName } = record(entry);
    const written = text(name);
    return written === undefined ? [] : [{ name: written, displayName: text(displayName) ?? written }];
  });
  return groups.toReversed();
}

/** A resource group; `undefined` when its id is not that of one. */
export function toResourceGroup(value: unknown): ResourceGroup | undefined {
  const { id, name, location, tags } = record(value);
  const scope = parseScope(text(id) ?? '');
  if (scope?.resourceGroup === undefined) return undefined;
  return {
    kind: 'resourceGroup',
    id: scope.id,
    subscriptionId: scope.subscriptionId,
    name: text(name) ?? scope.resourceGroup,
    location: text(location) ?? '',
    tags: textEntries(tags),
  };
}

/** A tenant; `undefined` when it has no id. */
export function toTenant(value: unknown): Tenant | undefined {
  const tenant = record(value);
  const id = tenantId(text(tenant.tenantId) ?? '');
  if (!isGuid(id)) return undefined;
  const name = text(tenant.displayName);
  const domain = text(tenant.defaultDomain);
  return { id, ...(name !== undefined && { name }), ...(domain !== undefined && { domain }) };
}
