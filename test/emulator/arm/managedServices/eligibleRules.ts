import type { EligibleAuthorization, World } from '../../model.ts';
import { assumedErrors } from './assumedErrors.ts';
import { definitionErrors } from './definitionErrors.ts';
import { OWNER, requireDelegableRole, USER_ACCESS_ADMINISTRATOR } from './roleRules.ts';

const RESTRICTED = [OWNER, USER_ACCESS_ADMINISTRATOR];
const MAXIMUM_APPROVERS = 10;

/**
 * The rules for just-in-time access: users and groups only, never Owner or User Access Administrator, 30 minutes to 8 hours,
 * ten approvers at most, and one policy per role. `name` is the GUID of the definition.
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function requireEligibleRules(world: World, name: string, entries: readonly EligibleAuthorization[]): void {
  const policies = new Map<string, string>();
  for (const { principalId, roleDefinitionId, justInTimeAccessPolicy: policy } of entries) {
    const role = roleDefinitionId.toLowerCase();
    if (RESTRICTED.includes(role)) throw definitionErrors.restrictedEligibleRole(name, roleDefinitionId, RESTRICTED);
    requireDelegableRole(world, name, roleDefinitionId);
    if (isServicePrincipal(world, principalId)) throw assumedErrors.eligibleServicePrincipal(name, principalId);

    const {
      multiFactorAuthProvider = 'None',
      maximumActivationDuration = 'PT8H',
      managedByTenantApprovers = [],
    } = policy ?? {};
    const minutes = minutesOf(maximumActivationDuration);
    if (minutes === undefined || minutes < 30 || minutes > 480)
      throw assumedErrors.eligibleDuration(name, maximumActivationDuration);
    if (managedByTenantApprovers.length > MAXIMUM_APPROVERS) throw assumedErrors.eligibleApprovers(name);

    const approvers = managedByTenantApprovers.map((approver) => approver.principalId.toLowerCase()).toSorted();
    const text = JSON.stringify([multiFactorAuthProvider, minutes, approvers]);
    if ((policies.get(role) ?? text) !== text) throw assumedErrors.eligiblePolicyDiffers(name, roleDefinitionId);
    policies.set(role, text);
  }
}

/** Minutes of an ISO 8601 duration in hours and minutes, such as `PT1H30M`. */
function minutesOf(duration: string): number | undefined {
  const match = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration);
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0) : undefined;
}

function isServicePrincipal(world: World, principalId: string): boolean {
  return world.principals.some((row) => row.id === principalId.toLowerCase() && row.type === 'ServicePrincipal');
}
