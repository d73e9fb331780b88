import type { Caller } from '../context.ts';
import type { Subscription, World } from '../model.ts';
import { clientName } from './access/principals.ts';
import type { Access } from './authorization.ts';
import { ArmError } from './errors.ts';
import type { OperationKind } from './request.ts';
import type { Scope } from './scopes.ts';

/** What every guard needs to know about a request. */
export interface Asking {
  readonly world: World;
  readonly caller: Caller;
  readonly access: Access;
}

/**
 * The subscription of a request, if the caller may know of it.
 * @throws 404 SubscriptionNotFound where it does not exist or the caller holds no role on, above or below it;
 *   401 InvalidAuthenticationTokenTenant where it is another tenant's and was not delegated to the caller's
 */
export function requireSubscription(asking: Asking, subscriptionId: string, openTo?: 'tenant'): Subscription {
  const { world, caller, access } = asking;
  const subscription = world.subscriptions.get(subscriptionId.toLowerCase());
  const seen = access.sees(`/subscriptions/${subscriptionId}`);
  if (subscription && !seen && subscription.tenantId !== caller.tenantId)
    throw wrongTenant(caller.tenantId, subscription.tenantId);
  if (subscription && (seen || openTo === 'tenant')) return subscription;
  throw new ArmError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
}

/**
 * Refuses what the caller holds no role for, or what a deny assignment keeps from the caller.
 * @param over the scope as the message prints it, where that is longer than the scope the right is looked up at
 * @throws 403 AuthorizationFailed or DenyAssignmentAuthorizationFailed
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export function authorize(asking: Asking, action: string, scopeId: string, over: string = scopeId): void {
  const decision = asking.access.decide(scopeId, action);
  if (decision.allowed) return;
  const client = `The client '${clientName(asking.world, asking.caller)}' with object id '${asking.caller.objectId}'`;
  const { denial } = decision;
  if (denial) {
    throw new ArmError(
      403,
      'DenyAssignmentAuthorizationFailed',
      `${client} has permission to perform action '${action}' on scope '${over}'; however, the access is denied because of ` +
        `the deny assignment with name '${denial.displayName}' and Id '${denial.name.replaceAll('-', '')}' at scope '${denial.scope}'.`,
    );
  }
  throw new ArmError(
    403,
    'AuthorizationFailed',
    `${client} does not have authorization to perform action '${action}' over scope '${over}' or the scope is invalid. ` +
      'If access was recently granted, please refresh your credentials.',
  );
}

/**
 * The resource group of a scope must exist. Asked only after the right to know it has been checked; a management group that
 * does not exist never gets that far, since nobody has a right on it.
 * @throws 404 ResourceGroupNotFound
 */
export function requireExisting(world: World, scope: Scope): void {
  if (scope.kind !== 'resourceGroup' || world.resourceGroups.get(scope.subscriptionId)?.has(scope.name.toLowerCase()))
    return;
  throw new ArmError(404, 'ResourceGroupNotFound', `Resource group '${scope.name}' could not be found.`);
}

/**
 * Disabled and warned subscriptions can be read and have things deleted from them, and no more.
 * https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states
 * @throws 409 ReadOnlyDisabledSubscription
 */
export function requireWritable(subscription: Subscription, kind: OperationKind): void {
  if (kind !== 'write' || subscription.state === 'Enabled' || subscription.state === 'PastDue') return;
  throw new ArmError(
    409,
    'ReadOnlyDisabledSubscription',
    `The subscription '${subscription.subscriptionId}' is disabled and therefore marked as read only. ` +
      'You cannot perform any write actions on this subscription until it is re-enabled.',
  );
}

function wrongTenant(from: string, to: string): ArmError {
  const challenge = `Bearer authorization_uri="https://login.windows.net/${to}", error="invalid_token", error_description="The access token is from the wrong issuer. It must match the tenant associated with this subscription."`;
  return new ArmError(
    401,
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${from}/'. It must match the tenant ` +
      `'https://sts.windows.net/${to}/' associated with this subscription. Please use the authority (URL) ` +
      `'https://login.windows.net/${to}' to get the token. Note, if the subscription is transferred to another tenant there is no ` +
      'impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just ' +
      'transferred your subscription and see this error message, please try back later.',
    { headers: { 'WWW-Authenticate': challenge } },
  );
}
