import type { PolicyAssignment, World } from '../../model.ts';
import { lineageOf } from '../access/hierarchy.ts';
import { ArmError } from '../errors.ts';
import { ALLOWED_TENANTS_POLICY, builtInPolicies, policyDefinitionId } from './builtIns.ts';
import { idOf } from './policyAssignments.ts';

const TYPE = 'Microsoft.ManagedServices/registrationDefinitions';

/**
 * Lets the built-in deny on managing tenants speak, wherever it is assigned at or above a scope and enforced. It looks at
 * registration definitions alone: a delegation that refers to a definition elsewhere is not its business.
 * @throws 403 RequestDisallowedByPolicy
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy
 */
export function requireAllowedTenant(
  world: World,
  scopeId: string,
  definitionName: string,
  managingTenantId: string,
): void {
  const lineage = lineageOf(world, scopeId);
  const id = policyDefinitionId(ALLOWED_TENANTS_POLICY).toLowerCase();
  const refusing = world.policyAssignments.find(
    (row) =>
      row.policyDefinitionId.toLowerCase() === id &&
      row.enforcementMode !== 'DoNotEnforce' &&
      lineage.includes(row.scope.toLowerCase()) &&
      !allowedTenants(row).includes(managingTenantId.toLowerCase()),
  );
  if (refusing) throw disallowed(refusing, definitionName, managingTenantId);
}

function allowedTenants(row: PolicyAssignment): readonly string[] {
  const parameter = row.parameters['listOfAllowedTenants'];
  const value =
    typeof parameter === 'object' && parameter !== null && 'value' in parameter ? parameter.value : undefined;
  return Array.isArray(value) ? value.map((each) => String(each).toLowerCase()) : [];
}

function disallowed(row: PolicyAssignment, definitionName: string, managingTenantId: string): ArmError {
  const displayName = builtInPolicies.find((policy) => policy.name === ALLOWED_TENANTS_POLICY)?.displayName ?? '';
  const identifiers = [
    {
      policyAssignment: { name: row.displayName, id: idOf(row) },
      policyDefinition: { name: displayName, id: row.policyDefinitionId },
    },
  ];
  const info = {
    evaluationDetails: {
      evaluatedExpressions: [
        {
          result: 'True',
          expressionKind: 'Field',
          expression: 'type',
          path: 'type',
          expressionValue: TYPE,
          targetValue: TYPE,
          operator: 'Equals',
        },
        {
          result: 'False',
          expressionKind: 'Field',
          expression: `${TYPE}/managedByTenantId`,
          path: 'properties.managedByTenantId',
          expressionValue: managingTenantId,
          targetValue: allowedTenants(row),
          operator: 'In',
        },
      ],
    },
    policyDefinitionId: row.policyDefinitionId,
    policyDefinitionName: ALLOWED_TENANTS_POLICY,
    policyDefinitionDisplayName: displayName,
    policyDefinitionEffect: 'deny',
    policyAssignmentId: idOf(row),
    policyAssignmentName: row.name,
    policyAssignmentDisplayName: row.displayName,
    policyAssignmentScope: row.scope,
    policyAssignmentParameters: row.parameters,
  };
  return new ArmError(
    403,
    'RequestDisallowedByPolicy',
    `Resource '${definitionName}' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`,
    { target: definitionName, additionalInfo: [{ type: 'PolicyViolation', info }] },
  );
}
