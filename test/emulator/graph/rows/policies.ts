import type { PolicyAssignment } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { GraphView } from '../view.ts';
import { rowOf } from './row.ts';

/**
 * PolicyResources: assignments of policies on the scopes that count. Of what else Azure has in this table (definitions,
 * states of compliance) there is nothing here.
 * https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
export function policyRows(view: GraphView, tenantId: string, counts: (scope: string) => boolean): Row[] {
  const assignments = view.policies.filter(({ scope }) => counts(scope));
  return assignments.map((assignment) => assignmentRow(view, tenantId, assignment));
}

function assignmentRow(view: GraphView, tenantId: string, assignment: PolicyAssignment): Row {
  const { scope, name, displayName, policyDefinitionId, parameters, enforcementMode = 'Default' } = assignment;
  const [, kind, id = '', , group] = scope.split('/');
  const inSubscription = kind === 'subscriptions';
  const owner = inSubscription ? view.world.subscriptions.get(id.toLowerCase())?.tenantId : undefined;
  return rowOf({
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    type: 'microsoft.authorization/policyassignments',
    tenantId: owner ?? tenantId,
    ...(inSubscription && { subscriptionId: id }),
    ...(inSubscription && group !== undefined && { resourceGroup: group.toLowerCase() }),
    properties: {
      displayName,
      policyDefinitionId,
      scope,
      notScopes: [],
      // Rows are JSON, and so is the model; only its interfaces keep the compiler from seeing it.
      parameters: parameters as Value,
      enforcementMode,
    },
  });
}
