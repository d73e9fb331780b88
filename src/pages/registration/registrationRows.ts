import type { HeldRole } from '../../domain/estate.ts';
import type { SubscriptionId, TenantId } from '../../domain/ids.ts';
import type { Known } from '../../domain/known.ts';
import type { RegistrationState } from '../../domain/port.ts';
import { registrationReadiness, type RegistrationReadiness } from '../../domain/registrationReadiness.ts';
import type { Subscription } from '../../domain/scope.ts';
import type { SubscriptionChecks } from '../../queries/checker.ts';
import type { Registering, Registrations } from '../../runs/registrar.ts';

/** One subscription on the registration page. */
export interface RegistrationRow {
  readonly subscription: Subscription;
  readonly state: RegistrationState | 'notRead';
  readonly readiness: RegistrationReadiness;
  /** Set while, and after, this page registers it. */
  readonly registering: Registering | undefined;
}

/** The subscriptions with their state and what this person may do about it. */
export function registrationRows(
  subscriptions: readonly Subscription[],
  tenant: TenantId,
  checksOf: (subscription: SubscriptionId) => SubscriptionChecks,
  eligibleRoles: Known<readonly HeldRole[]>,
  registrations: Registrations,
): readonly RegistrationRow[] {
  return subscriptions.map((subscription) => {
    const { permissions, registration } = checksOf(subscription.subscriptionId);
    const registering = registrations.get(subscription.subscriptionId);
    const now = withOurs(registration, registering);
    const readiness = registrationReadiness({
      subscription,
      signedInTenant: tenant,
      rights: permissions,
      registration: now,
      eligibleRoles,
    });
    return { subscription, state: stateOf(now), readiness, registering };
  });
}

/** What this page did is newer than what was read. */
function withOurs(read: Known<RegistrationState>, registering: Registering | undefined): Known<RegistrationState> {
  if (registering?.state === 'done') return { state: 'known', value: 'registered' };
  if (registering?.state === 'working') return { state: 'known', value: 'registering' };
  return read;
}

function stateOf(registration: Known<RegistrationState>): RegistrationRow['state'] {
  switch (registration.state) {
    case 'known':
      return registration.value;
    case 'unknown':
      return 'unknown';
    case 'notRead':
      return 'notRead';
  }
}

/** Whether this row can be registered from here now. */
export function canRegister({ readiness, registering }: RegistrationRow): boolean {
  return readiness.state === 'mayRegister' && registering?.state !== 'waiting';
}

export type RegistrationFilter = 'all' | 'open' | 'done' | 'blocked';

/** Whether a row belongs under a filter. */
export function isUnder(filter: RegistrationFilter, row: RegistrationRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return canRegister(row);
    case 'done':
      return row.state === 'registered';
    case 'blocked':
      return row.readiness.state === 'blocked';
  }
}
