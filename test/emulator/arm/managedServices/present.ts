import type { RegistrationAssignment, RegistrationDefinition, SystemData, World } from '../../model.ts';
import { isBefore } from '../apiVersions.ts';
import { extensionId } from '../scopes.ts';
import { provisioningStateAt } from './provisioning.ts';
import { definitionOf } from './references.ts';
import { ASSIGNMENTS, DEFINITIONS } from './types.ts';

/** What a resource is printed for. */
export interface Print {
  readonly world: World;
  readonly apiVersion: string;
  readonly now: number;
}

/**
 * A registration definition as the service prints it. `managee` adds the customer's own tenant, which reads show since
 * 2020 and answers to PUT never; `systemData` too came later than the first api-versions.
 * https://learn.microsoft.com/rest/api/managedservices/registration-definitions/get
 */
export function presentDefinition(print: Print, row: RegistrationDefinition, managee: boolean): unknown {
  const { world, now } = print;
  const tenantName = (id: string | undefined): string | undefined =>
    world.tenants.find((tenant) => tenant.id === id?.toLowerCase())?.displayName;
  const manageeTenantId = world.subscriptions.get(row.subscriptionId.toLowerCase())?.tenantId;
  const { plan } = row;
  return {
    properties: {
      ...row.properties,
      provisioningState: provisioningStateAt(row.provisioning, now),
      ...(managee && { manageeTenantId, manageeTenantName: tenantName(manageeTenantId) }),
      managedByTenantName: tenantName(row.properties.managedByTenantId),
    },
    ...(plan && { plan }),
    id: extensionId(`/subscriptions/${row.subscriptionId}`, DEFINITIONS, row.name),
    type: DEFINITIONS,
    name: row.name,
    ...systemDataOf(print, row.systemData),
  };
}

/**
 * A registration assignment as the service prints it: `registrationDefinitionId` exactly as it was sent, the definition
 * itself only when asked for and still there.
 * https://learn.microsoft.com/rest/api/managedservices/registration-assignments/get
 */
export function presentAssignment(print: Print, row: RegistrationAssignment, expand: boolean): unknown {
  const definition = expand ? definitionOf(print.world, row) : undefined;
  return {
    properties: {
      registrationDefinitionId: row.registrationDefinitionId,
      provisioningState: provisioningStateAt(row.provisioning, print.now),
      ...(definition && { registrationDefinition: presentDefinition(print, definition, true) }),
    },
    id: extensionId(row.scope, ASSIGNMENTS, row.name),
    type: ASSIGNMENTS,
    name: row.name,
    ...systemDataOf(print, row.systemData),
  };
}

function systemDataOf(print: Print, data: SystemData): object {
  if (isBefore(print.apiVersion, '2020-02-01')) return {};
  const createdAt = new Date(data.createdAt).toISOString();
  return { systemData: { ...data, createdAt, lastModifiedAt: new Date(data.lastModifiedAt).toISOString() } };
}

/** For the answer to a write: what it started is printed as accepted, however little time it takes. */
export function atAcceptance(print: Print): Print {
  return { ...print, now: -Infinity };
}
