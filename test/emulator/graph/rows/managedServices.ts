import type { RegistrationAssignment, RegistrationDefinition } from '../../model.ts';
import type { Row, Value } from '../kusto/values.ts';
import type { Sight } from '../sight.ts';
import type { GraphView } from '../view.ts';
import { rowOf } from './row.ts';

/** ManagedServicesResources: copies of offers and delegations. */
export function managedServicesRows(view: GraphView, sight: Sight): Row[] {
  const copies = view.definitions.filter(({ subscriptionId }) => sight.whole.has(subscriptionId));
  const delegations = view.assignments.filter(({ scope }) => sees(sight, scope));
  return [
    ...copies.map((definition) => definitionRow(view, definition)),
    ...delegations.map((assignment) => assignmentRow(view, assignment)),
  ];
}

/** Whether the scope of a delegation is seen: all of its subscription, or its resource group alone. */
export function sees(sight: Sight, scope: string): boolean {
  const [, , id = '', , group] = scope.toLowerCase().split('/');
  return sight.whole.has(id) || (group !== undefined && sight.resourceGroups.get(id)?.has(group) === true);
}

/** Identity of a copy, whatever the spelling of its id: `{subscription}/{guid}`, lower-case. */
export function copyKey(copy: string | RegistrationDefinition): string {
  if (typeof copy !== 'string') return `${copy.subscriptionId}/${copy.name}`.toLowerCase();
  const parts = copy.toLowerCase().replace(/^\//, '').split('/');
  return `${parts[1] ?? ''}/${parts.at(-1) ?? ''}`;
}

function definitionRow(view: GraphView, definition: RegistrationDefinition): Row {
  const { subscriptionId, name, plan, properties, provisioning } = definition;
  const tenantId = view.world.subscriptions.get(subscriptionId)?.tenantId ?? '';
  return rowOf({
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}`,
    name,
    type: 'microsoft.managedservices/registrationdefinitions',
    tenantId,
    subscriptionId,
    ...(plan && { plan: asValue(plan) }),
    properties: {
      ...(asValue(properties) as Readonly<Record<string, Value>>),
      managedByTenantName: view.tenantName(properties.managedByTenantId),
      manageeTenantId: tenantId,
      manageeTenantName: view.tenantName(tenantId),
      provisioningState: view.stateOf(provisioning),
    },
  });
}

function assignmentRow(view: GraphView, assignment: RegistrationAssignment): Row {
  const { scope, name, registrationDefinitionId, provisioning } = assignment;
  const [, , subscriptionId = '', , resourceGroup] = scope.split('/');
  return rowOf({
    id: `${scope}/providers/Microsoft.ManagedServices/registrationAssignments/${name}`,
    name,
    type: 'microsoft.managedservices/registrationassignments',
    tenantId: view.world.subscriptions.get(subscriptionId.toLowerCase())?.tenantId ?? '',
    subscriptionId,
    ...(resourceGroup !== undefined && { resourceGroup: resourceGroup.toLowerCase() }),
    properties: {
      registrationDefinitionId,
      provisioningState: view.isDeleting(assignment) ? 'Deleting' : view.stateOf(provisioning),
    },
  });
}

/** Model data is JSON by construction; only its interfaces, which have no index signature, keep the compiler from seeing it. */
function asValue(data: object): Value {
  return data as Value;
}
