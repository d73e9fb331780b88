import type { TenantId, SubscriptionId } from '../../domain/ids.ts';
import { actionsFor, missingActions } from '../../domain/permissions.ts';
import type { RegistrationState } from '../../domain/port.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Subscription, SubscriptionState } from '../../domain/scope.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';
import type { Registering, Registrations } from '../../runs/registrar.ts';

/** Whether this person can register a subscription, and why not. */
export type MayRegister =
  | { readonly code: 'yes' | 'notNeeded' | 'notRead' | 'otherTenant' }
  | { readonly code: 'no'; readonly missing: readonly string[] }
  | { readonly code: 'state'; readonly state: SubscriptionState }
  | { readonly code: 'unknown'; readonly problem: Problem };

/** One subscription on the registration page. */
export interface RegistrationRow {
  readonly subscription: Subscription;
  readonly state: RegistrationState | 'notRead';
  readonly may: MayRegister;
  /** Set while, and after, this page registers it. */
  readonly registering: Registering | undefined;
}

/** The subscriptions with their state and what this person may do about it. */
export function registrationRows(
  subscriptions: readonly Subscription[],
  tenant: TenantId,
  checksOf: (subscription: SubscriptionId) => SubscriptionChecks,
  registrations: Registrations,
): readonly RegistrationRow[] {
  return subscriptions.map((subscription) => {
    const { permissions, registration } = checksOf(subscription.subscriptionId);
    const registering = registrations.get(subscription.subscriptionId);
    const read = registration.state === 'known' ? registration.value : registration.state === 'unknown' ? 'unknown' : 'notRead';
    const state = registering?.state === 'done' ? 'registered' : registering?.state === 'working' ? 'registering' : read;
    return { subscription, state, registering, may: mayRegister() };

    function mayRegister(): MayRegister {
      if (subscription.tenantId !== tenant) return { code: 'otherTenant' };
      if (state === 'registered' || state === 'registering') return { code: 'notNeeded' };
      if (subscription.state === 'Disabled' || subscription.state === 'Deleted') return { code: 'state', state: subscription.state };
      if (permissions.state === 'unknown') return { code: 'unknown', problem: permissions.problem };
      if (permissions.state === 'notRead') return { code: 'notRead' };
      const missing = missingActions(permissions.value, actionsFor.register);
      return missing.length === 0 ? { code: 'yes' } : { code: 'no', missing };
    }
  });
}

export type RegistrationFilter = 'all' | 'open' | 'done' | 'blocked';

/** Whether a row belongs under a filter. */
export function isUnder(filter: RegistrationFilter, row: RegistrationRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return row.may.code === 'yes';
    case 'done':
      return row.state === 'registered';
    case 'blocked':
      return row.may.code === 'no' || row.may.code === 'state' || row.may.code === 'otherTenant';
  }
}
