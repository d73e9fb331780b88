import { notePolicyWrite } from '../../graph/lag.ts';
import { ArmError } from '../errors.ts';
import { parameter, type ArmRequest, type Route } from '../request.ts';
import type { Answer } from '../reply.ts';
import { atScopes } from '../router.ts';
import { builtInPolicies, policyDefinitionId } from './builtIns.ts';
import { idOf, present } from './policyAssignments.ts';

const TYPE = 'Microsoft.Authorization/policyAssignments';

/**
 * Assigns one of the built-in policies, or replaces the assignment of that name: 201 either way.
 * https://learn.microsoft.com/rest/api/policy/policy-assignments/create
 */
export const putPolicyAssignmentRoutes: readonly Route[] = atScopes(
  ['managementGroup', 'subscription', 'resourceGroup'],
  `/providers/${TYPE}/{name}`,
  { method: 'PUT', type: TYPE, kind: 'write', action: `${TYPE}/write`, handler: put },
);

function put(request: ArmRequest): Answer {
  const name = parameter(request, 'name');
  const longest = request.scope.kind === 'managementGroup' ? 24 : 64;
  if (name.length > longest)
    throw refused('InvalidPolicyAssignmentName', `The name has to be at most ${longest} characters.`);
  const properties = objectOf(objectOf(request.body)['properties']);
  const definition = String(properties['policyDefinitionId'] ?? '');
  const policy = builtInPolicies.find((each) => same(policyDefinitionId(each.name), definition));
  if (!policy) throw refused('InvalidPolicyDefinitionReference', `There is no policy definition '${definition}'.`);
  const parameters = objectOf(properties['parameters']);
  for (const [key, declared] of Object.entries(objectOf(policy.parameters))) {
    const given = objectOf(parameters[key])['value'];
    if (given === undefined && objectOf(declared)['defaultValue'] === undefined)
      throw refused('MissingPolicyParameter', `The policy assignment is missing the parameter value '${key}'.`);
  }
  const row = {
    name,
    displayName: String(properties['displayName'] ?? ''),
    scope: request.scope.id,
    policyDefinitionId: definition,
    parameters,
    enforcementMode:
      properties['enforcementMode'] === 'DoNotEnforce' ? ('DoNotEnforce' as const) : ('Default' as const),
  };
  const { policyAssignments } = request.world;
  const at = policyAssignments.findIndex((each) => same(idOf(each), idOf(row)));
  notePolicyWrite(request.context, idOf(row).toLowerCase(), policyAssignments[at]);
  if (at < 0) policyAssignments.push(row);
  else policyAssignments[at] = row;
  return { status: 201, body: present(row) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function refused(code: string, message: string): ArmError {
  return new ArmError(400, code, message);
}
