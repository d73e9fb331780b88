import { describe, expect, it } from 'vitest';
import { estateId } from '../../worlds/estate.ts';
import { contextFor, rowsOf } from '../context.testing.ts';

const busy = contextFor('busy');
const guid = /^[0-9a-f-]{36}$/;

function one(query: string): Readonly<Record<string, unknown>> {
  const { data } = rowsOf(busy, query, { options: { $top: 1000 } });
  const [row] = data;
  if (!row || data.length > 1) throw new Error(`${data.length} rows for ${query}`);
  return row;
}

describe('ResourceContainers', () => {
  it('has subscriptions with ancestors, nearest first', () => {
    expect(one(`ResourceContainers | where id == '/subscriptions/${estateId(12)}'`)).toEqual({
      id: `/subscriptions/${estateId(12)}`,
      name: 'Branch offices (bought through our reseller)',
      type: 'microsoft.resources/subscriptions',
      tenantId: '11111111-1111-4111-8111-111111111111',
      kind: '',
      location: '',
      resourceGroup: '',
      subscriptionId: estateId(12),
      managedBy: '',
      sku: null,
      plan: null,
      properties: {
        managedByTenants: [{ tenantId: '22222222-2222-4222-8222-222222222222' }],
        managementGroupAncestorsChain: [
          { displayName: 'Production', name: 'contoso-production' },
          { displayName: 'Landing zones', name: 'contoso-landingzones' },
          { displayName: 'Contoso', name: 'contoso' },
          { displayName: 'Tenant Root Group', name: '11111111-1111-4111-8111-111111111111' },
        ],
        state: 'Enabled',
        subscriptionPolicies: {
          locationPlacementId: 'Public_2014-09-01',
          quotaId: 'CSP_2015-05-01',
          spendingLimit: 'Off',
        },
      },
      tags: { env: 'prod', costCenter: 'CC-5000', owner: 'branches@contoso.example' },
      identity: null,
      zones: null,
      extendedLocation: null,
    });
  });

  it('lists managing tenants through Lighthouse and for other reasons', () => {
    const query = (n: number) =>
      `resourcecontainers | where id == '/subscriptions/${estateId(n)}' | project t = properties.managedByTenants`;
    expect(one(query(7))['t']).toEqual([
      { tenantId: '22222222-2222-4222-8222-222222222222' },
      { tenantId: expect.stringMatching(guid) },
    ]);
    expect(one(query(11))['t']).toEqual([]);
    expect(one(query(17))['t']).toEqual([{ tenantId: '11111111-1111-4111-8111-111111111111' }]);
  });

  it('has resource groups with a lower-case column of their own', () => {
    expect(one(`resourcecontainers | where name == 'NetworkWatcherRG'`)).toMatchObject({
      id: `/subscriptions/${estateId(1)}/resourceGroups/NetworkWatcherRG`,
      type: 'microsoft.resources/subscriptions/resourcegroups',
      resourceGroup: 'networkwatcherrg',
      location: 'koreacentral',
      tags: null,
      properties: { provisioningState: 'Succeeded' },
    });
  });

  it('has management groups with their parent', () => {
    expect(
      one(`resourcecontainers | where type == 'microsoft.management/managementgroups' and name == 'contoso-platform'`),
    ).toMatchObject({
      id: '/providers/Microsoft.Management/managementGroups/contoso-platform',
      subscriptionId: '',
      properties: {
        displayName: 'Platform',
        details: {
          parent: {
            displayName: 'Contoso',
            name: 'contoso',
            id: '/providers/Microsoft.Management/managementGroups/contoso',
          },
          managementGroupAncestors: ['contoso', '11111111-1111-4111-8111-111111111111'],
        },
      },
    });
  });
});

describe('ManagedServicesResources', () => {
  it('has copies with plan and names of tenants', () => {
    expect(
      one(`managedservicesresources | where name startswith '0ffe0001' and type endswith 'definitions'`),
    ).toMatchObject({
      id: `/subscriptions/${estateId(2)}/providers/Microsoft.ManagedServices/registrationDefinitions/0ffe0001-0000-4000-8000-000000000001`,
      type: 'microsoft.managedservices/registrationdefinitions',
      subscriptionId: estateId(2),
      plan: { publisher: 'northwind', product: 'managed-platform', name: 'standard', version: '1.0.0' },
      properties: {
        registrationDefinitionName: 'Northwind Managed Platform',
        managedByTenantName: 'Northwind Managed Services',
        manageeTenantName: 'Contoso',
        provisioningState: 'Succeeded',
        authorizations: expect.arrayContaining([
          expect.objectContaining({ principalIdDisplayName: 'Northwind Service Desk' }),
        ]),
        eligibleAuthorizations: [expect.objectContaining({ justInTimeAccessPolicy: expect.anything() })],
      },
    });
  });

  it('has delegations as they were stored, of subscriptions and of resource groups', () => {
    const rows = rowsOf(
      busy,
      `managedservicesresources | where type == 'microsoft.managedservices/registrationassignments'
       | project id, subscriptionId, resourceGroup, definition = tostring(properties.registrationDefinitionId), state = tostring(properties.provisioningState)
       | order by id asc`,
    ).data;
    expect(rows).toHaveLength(busy.world.assignments.size);
    expect(rows.filter(({ resourceGroup }) => resourceGroup !== '').map(({ resourceGroup }) => resourceGroup)).toEqual([
      'rg-datalake-prod',
      'rg-synapse-prod',
      'rg-mes-공통',
      'rg-branch-busan',
    ]);
    expect(rows.filter(({ definition }) => String(definition).startsWith('subscriptions/'))).toHaveLength(1);
    expect(rows.filter(({ state }) => state === 'Failed')).toHaveLength(1);
  });

  it('has no plan for a template offer', () => {
    const query = `managedservicesresources | where isnull(plan) and properties.registrationDefinitionName contains 'pilot'`;
    expect(one(query)).toMatchObject({ plan: null, properties: { provisioningState: 'Succeeded' } });
  });
});

describe('AuthorizationResources', () => {
  it('joins assignments to definitions by the id it prints', () => {
    const owner = `/providers/Microsoft.Authorization/RoleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;
    expect(one(`authorizationresources | where id == '${owner}'`)).toMatchObject({
      type: 'microsoft.authorization/roledefinitions',
      properties: { roleName: 'Owner', type: 'BuiltInRole', permissions: [{ actions: ['*'] }] },
    });
    const owners = rowsOf(
      busy,
      `authorizationresources | where properties.roleDefinitionId == '${owner}' and subscriptionId == '${estateId(16)}'`,
    );
    expect(owners.data.map(({ properties }) => (properties as { principalType: string }).principalType).sort()).toEqual(
      ['Group', 'User'],
    );
  });

  it('says which tenant a role assignment is in', () => {
    const query = `authorizationresources | where type endswith 'roleassignments' | summarize n = count() by tenantId`;
    const tenants = rowsOf(busy, query).data.map(({ tenantId }) => tenantId);
    expect(tenants).toEqual(['11111111-1111-4111-8111-111111111111']);
  });

  it('prints conditions', () => {
    expect(one('authorizationresources | where isnotempty(properties.condition)')).toMatchObject({
      properties: { conditionVersion: '2.0' },
    });
  });
});
