import type { RegistrationState, Subscription, Timing } from '../../model.ts';

/** Registration of Microsoft.ManagedServices at a moment: a change under way is over once its time has come. */
export function registrationStateAt(subscription: Subscription, now: number): RegistrationState {
  const over = now >= (subscription.registeredAt ?? 0);
  if (subscription.registration === 'Registering' && over) return 'Registered';
  if (subscription.registration === 'Unregistering' && over) return 'Unregistered';
  return subscription.registration;
}

/**
 * Starts the registration of Microsoft.ManagedServices and answers the state of this moment: `Registering`, however short
 * the time it takes, or `Registered` where it was already. Asking again while it is under way changes nothing.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types#register-resource-provider
 */
export function startRegistration(subscription: Subscription, now: number, timing: Timing): RegistrationState {
  const state = registrationStateAt(subscription, now);
  if (state === 'Registered' || state === 'Registering') return state;
  subscription.registration = 'Registering';
  subscription.registeredAt = now + timing.registration;
  return 'Registering';
}

/** Starts taking the registration back, the same way. */
export function startUnregistration(subscription: Subscription, now: number, timing: Timing): RegistrationState {
  const state = registrationStateAt(subscription, now);
  if (state !== 'Registered') return state;
  subscription.registration = 'Unregistering';
  subscription.registeredAt = now + timing.registration;
  return 'Unregistering';
}
