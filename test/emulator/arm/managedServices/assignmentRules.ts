import type { RegistrationAssignment, RegistrationDefinition } from '../../model.ts';
import type { ArmRequest } from '../request.ts';
import { assumedErrors } from './assumedErrors.ts';
import { provisioningStateAt } from './provisioning.ts';
import { definitionKey, definitionOf, isThere, parseDefinitionId } from './references.ts';

/**
 * The definition an assignment may refer to: one of the same tenant, fully provisioned, and - by the world's switch - in
 * the same subscription or in any. The caller need not be able to read it.
 * https://learn.microsoft.com/azure/lighthouse/concepts/architecture
 */
export function requireAssignable(
  request: ArmRequest,
  definitionId: string,
  subscriptionId: string,
): RegistrationDefinition {
  const { world } = request;
  const reference = parseDefinitionId(definitionId);
  if (!reference) throw assumedErrors.badReference(definitionId);
  if (reference.subscriptionId !== subscriptionId && world.switches.crossSubscriptionReferences === 'refused') {
    throw assumedErrors.definitionInOtherSubscription(definitionId, subscriptionId);
  }
  const definition = world.definitions.get(definitionKey(reference));
  const tenantOf = (id: string): string | undefined => world.subscriptions.get(id)?.tenantId;
  if (!definition || tenantOf(reference.subscriptionId) !== tenantOf(subscriptionId)) {
    throw assumedErrors.definitionNotFound(definitionId);
  }
  const state = provisioningStateAt(definition.provisioning, request.now);
  if (state !== 'Succeeded') throw assumedErrors.definitionNotReady(definitionId, state);
  return definition;
}

/**
 * One delegation per scope and offer: refused where the scope is already delegated to the same definition, or to one with
 * the same offer name; and by the world's switch where a group's subscription is.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer
 */
export function requireNoOther(request: ArmRequest, definition: RegistrationDefinition): void {
  const { world, now, scope } = request;
  const here = scope.id.toLowerCase();
  const mixing = world.switches.resourceGroupUnderDelegatedSubscription === 'refused';
  const taken = [here, ...(mixing && scope.kind === 'resourceGroup' ? [`/subscriptions/${scope.subscriptionId}`] : [])];
  const other = [...world.assignments.values()].find(
    (row) =>
      taken.includes(row.scope.toLowerCase()) && isThere(row, now) && sameOffer(definitionOf(world, row), definition),
  );
  if (other) throw duplicate(other);
}

function sameOffer(a: RegistrationDefinition | undefined, b: RegistrationDefinition): boolean {
  const name = a?.properties.registrationDefinitionName?.toLowerCase();
  return a === b || (name !== undefined && name === b.properties.registrationDefinitionName?.toLowerCase());
}

function duplicate(other: RegistrationAssignment) {
  return assumedErrors.multipleAssignments(other.scope, other.registrationDefinitionId);
}
