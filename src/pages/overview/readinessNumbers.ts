import type { TenantId, SubscriptionId } from '../../domain/ids.ts';
import { actionsFor, missingActions } from '../../domain/permissions.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';

/** How far the person and the tenant are, in numbers that say what they rest on. */
export interface ReadinessNumbers {
  /** Subscriptions of this tenant that the person sees. */
  readonly all: number;
  readonly permissionsChecked: number;
  readonly mayDelegate: number;
  readonly registrationChecked: number;
  readonly registered: number;
}

/** Counts over the tenant's own subscriptions. */
export function readinessNumbers(
  subscriptions: readonly Subscription[],
  tenant: TenantId,
  checksOf: (subscription: SubscriptionId) => SubscriptionChecks,
): ReadinessNumbers {
  const numbers = { all: 0, permissionsChecked: 0, mayDelegate: 0, registrationChecked: 0, registered: 0 };
  for (const { tenantId, subscriptionId } of subscriptions) {
    if (tenantId !== tenant) continue;
    const { permissions, registration } = checksOf(subscriptionId);
    numbers.all += 1;
    if (permissions.state !== 'notRead') numbers.permissionsChecked += 1;
    if (permissions.state === 'known' && missingActions(permissions.value, actionsFor.delegate).length === 0)
      numbers.mayDelegate += 1;
    if (registration.state !== 'notRead') numbers.registrationChecked += 1;
    if (registration.state === 'known' && registration.value === 'registered') numbers.registered += 1;
  }
  return numbers;
}
