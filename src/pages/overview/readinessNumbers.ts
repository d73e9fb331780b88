import type { TenantId, SubscriptionId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import { actionsFor, missingActions } from '../../domain/permissions.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';

/** How far the person and the tenant are, in numbers that say what they rest on. */
export interface ReadinessNumbers {
  /** Subscriptions of this tenant that the person sees. */
  readonly all: number;
  readonly permissions: Checked;
  readonly mayDelegate: number;
  readonly registration: Checked;
  readonly registered: number;
}

/** Azure has answered for so many, and for so many of these the fact is known: what may not be read stays unknown. */
interface Checked {
  readonly answered: number;
  readonly known: number;
}

/** Counts over the tenant's own subscriptions. */
export function readinessNumbers(
  subscriptions: readonly Subscription[],
  tenant: TenantId,
  checksOf: (subscription: SubscriptionId) => SubscriptionChecks,
): ReadinessNumbers {
  const all = subscriptions
    .filter((subscription) => subscription.tenantId === tenant)
    .map(({ subscriptionId }) => checksOf(subscriptionId));
  const rights = all.map(({ permissions }) => permissions);
  const registrations = all.map(({ registration }) => registration);
  return {
    all: all.length,
    permissions: checked(rights),
    mayDelegate: rights.filter(
      (one) => one.state === 'known' && missingActions(one.value, actionsFor.delegate).length === 0,
    ).length,
    registration: checked(registrations),
    registered: registrations.filter((one) => one.state === 'known' && one.value === 'registered').length,
  };
}

function checked(facts: readonly Known<unknown>[]): Checked {
  return {
    answered: facts.filter(({ state }) => state !== 'notRead').length,
    known: facts.filter(({ state }) => state === 'known').length,
  };
}
