import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import type { ArmRequest, Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { assumedErrors } from './assumedErrors.ts';
import { deleteDefinition } from './deleteDefinition.ts';
import { requireVersionFor } from './delegator.ts';
import { managingTenantFilter } from './managingTenantFilter.ts';
import { requireName, requireSubscriptionScope } from './names.ts';
import { presentDefinition } from './present.ts';
import { putDefinition } from './putDefinition.ts';
import { definitionKey } from './references.ts';
import { DEFINITIONS } from './types.ts';

const kinds = ['subscription', 'resourceGroup'] as const;
const one = `/providers/${DEFINITIONS}/{name}`;

/**
 * Registration definitions. They live in subscriptions; a resource group as their scope is routed, and refused.
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions
 */
export const definitionRoutes: readonly Route[] = [
  ...atScopes(kinds, `/providers/${DEFINITIONS}`, {
    method: 'GET',
    type: DEFINITIONS,
    kind: 'read',
    action: `${DEFINITIONS}/read`,
    handler: list,
  }),
  ...atScopes(kinds, one, {
    method: 'GET',
    type: DEFINITIONS,
    kind: 'read',
    action: `${DEFINITIONS}/read`,
    handler: get,
  }),
  ...atScopes(kinds, one, {
    method: 'PUT',
    type: DEFINITIONS,
    kind: 'write',
    action: `${DEFINITIONS}/write`,
    handler: putDefinition,
  }),
  ...atScopes(kinds, one, {
    method: 'DELETE',
    type: DEFINITIONS,
    kind: 'delete',
    action: `${DEFINITIONS}/delete`,
    handler: deleteDefinition,
  }),
];

function list(request: ArmRequest) {
  const subscriptionId = requireSubscriptionScope(request);
  const managing = managingTenantFilter(request);
  const rows = [...request.world.definitions.values()].filter(
    (row) => row.subscriptionId.toLowerCase() === subscriptionId && managing(row),
  );
  for (const row of rows) requireVersionFor(request, row);
  return listAnswer(request, rows, {
    key: (row) => row.name,
    present: (row) => presentDefinition(request, row, showsManagee(request)),
  });
}

function get(request: ArmRequest) {
  const subscriptionId = requireSubscriptionScope(request);
  const name = requireName(request, 'Definition');
  const row = request.world.definitions.get(definitionKey({ subscriptionId, name }));
  if (!row) throw assumedErrors.notFound(DEFINITIONS, name);
  requireVersionFor(request, row);
  return ok(presentDefinition(request, row, showsManagee(request)));
}

/** Recorded reads at 2019-06-01 left the customer's own tenant out; the description of 2022-10-01 shows it. */
function showsManagee(request: ArmRequest): boolean {
  return request.apiVersion === '2022-10-01';
}
