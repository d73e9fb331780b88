import type { RegistrationDefinition } from '../../model.ts';
import { isBefore } from '../apiVersions.ts';
import { ArmError } from '../errors.ts';
import { authorize, requireSubscription } from '../guards.ts';
import type { ArmRequest } from '../request.ts';
import { registrationStateAt } from '../resources/registration.ts';
import { definitionErrors } from './definitionErrors.ts';
import { NAMESPACE } from './types.ts';

/**
 * Delegating needs the rights to give access away, besides those on the resource itself. A guest may be refused whatever
 * the rights are; whether the service still does that is one of the world's switches.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer#deploy-the-azure-resource-manager-template
 * @throws 403 AuthorizationFailed naming the missing action, or InsufficientPrivilegesForManagedServiceResource
 */
export function requireDelegator(request: ArmRequest): void {
  for (const verb of ['write', 'delete', 'read']) {
    authorize(request, `Microsoft.Authorization/roleAssignments/${verb}`, request.scope.id);
  }
  const { caller, world } = request;
  if (caller.isGuest && world.switches.guests === 'refused') throw definitionErrors.insufficientPrivileges();
}

/**
 * Nothing can be written before the subscription is registered to use the provider.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider
 * @throws 409 MissingSubscriptionRegistration
 */
export function requireRegistered(request: ArmRequest, subscriptionId: string): void {
  const subscription = requireSubscription(request, subscriptionId);
  if (registrationStateAt(subscription, request.now) === 'Registered') return;
  throw new ArmError(
    409,
    'MissingSubscriptionRegistration',
    `The subscription is not registered to use namespace '${NAMESPACE}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
    {
      details: [
        {
          code: 'MissingSubscriptionRegistration',
          message: `The subscription is not registered to use namespace '${NAMESPACE}'.`,
        },
      ],
    },
  );
}

/** Just-in-time access is younger than the first api-versions: these refuse to write it and even to show it. @throws 400 */
export function requireVersionFor(
  request: ArmRequest,
  definition: Pick<RegistrationDefinition, 'properties'> | undefined,
): void {
  const eligible = definition?.properties.eligibleAuthorizations ?? [];
  if (eligible.length > 0 && isBefore(request.apiVersion, '2020-02-01'))
    throw definitionErrors.eligibleNeedsNewerVersion();
}
