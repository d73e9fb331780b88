import { anything, assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHeldRole, toOwner, toPermission, toRoleDefinition } from './access.ts';
import { toOfferCopy } from './copies.ts';
import { toDelegation } from './delegations.ts';
import { allowListPolicy, toAllowList } from './policies.ts';
import { toRegistrationState } from './registration.ts';
import { toManagementGroups, toResourceGroup, toSubscription, toTenant } from './scopes.ts';

const id = '5A000001-0000-4000-8000-000000000001';
const facts = {
  subscriptionId: id,
  tenantId: id,
  name: 'Web',
  state: 'enabled',
  quotaId: null,
  tags: null,
  managementGroups: undefined,
};

describe('a subscription', () => {
  it('has its ids in lower case and nothing that Azure did not say', () => {
    const lower = id.toLowerCase();
    expect(toSubscription(facts)).toEqual({
      kind: 'subscription',
      id: `/subscriptions/${lower}`,
      subscriptionId: lower,
      tenantId: lower,
      name: 'Web',
      state: 'Enabled',
      tags: {},
    });
  });

  it('has a state of its own for what nobody knows', () => {
    expect(toSubscription({ ...facts, state: 'Sleeping' })?.state).toBe('Unknown');
    expect(
      toSubscription({ ...facts, state: 'PastDue', quotaId: 'CSP_2015-05-01', tags: { env: 'prod', odd: 3 } }),
    ).toMatchObject({
      state: 'PastDue',
      quotaId: 'CSP_2015-05-01',
      tags: { env: 'prod' },
    });
  });

  it('has its management groups from the root down', () => {
    const chain = [{ name: 'web', displayName: 'Web' }, { name: 'root', displayName: null }, null];
    expect(toManagementGroups(chain)).toEqual([
      { name: 'root', displayName: 'root' },
      { name: 'web', displayName: 'Web' },
    ]);
    expect(toManagementGroups(null)).toBeUndefined();
  });
});

describe('other answers', () => {
  it('are read', () => {
    expect(
      toResourceGroup({ id: `/subscriptions/${id}/resourcegroups/RG`, name: 'RG', location: 'koreacentral' }),
    ).toMatchObject({
      id: `/subscriptions/${id.toLowerCase()}/resourceGroups/RG`,
      name: 'RG',
      location: 'koreacentral',
    });
    expect(toTenant({ tenantId: id, displayName: null, defaultDomain: 'contoso.com' })).toEqual({
      id: id.toLowerCase(),
      domain: 'contoso.com',
    });
    expect(toPermission({ actions: null, notActions: ['x'] })).toEqual({ actions: [], notActions: ['x'] });
    const policy = {
      policyDefinitionId: allowListPolicy.toUpperCase(),
      enforcementMode: 'DoNotEnforce',
      notScopes: ['/Subscriptions/A/'],
    };
    expect(
      toAllowList({
        id: `/subscriptions/${id}/providers/Microsoft.Authorization/policyAssignments/p`,
        name: 'p',
        properties: policy,
      }),
    ).toEqual({
      assignmentId: `/subscriptions/${id}/providers/Microsoft.Authorization/policyAssignments/p`,
      name: 'p',
      scope: `/subscriptions/${id.toLowerCase()}`,
      notScopes: ['/subscriptions/a'],
      allowedTenants: [],
      enforced: false,
    });
    expect(toAllowList({ id: 'x', properties: { policyDefinitionId: '/else' } })).toBeUndefined();
    const principal = {
      expandedProperties: { principal: { displayName: 'Ada' } },
      principalId: 'P',
      principalType: 'User',
      scope: '/',
    };
    expect(toOwner({ properties: principal })).toEqual({
      principalId: 'p',
      type: 'user',
      name: 'Ada',
      scope: '/',
      conditioned: false,
    });
  });

  it.each([
    ['Registered', 'registered'],
    ['registering', 'registering'],
    ['NotRegistered', 'notRegistered'],
    ['Unregistered', 'notRegistered'],
    ['Unregistering', 'unregistering'],
    ['Pending', 'unknown'],
    [undefined, 'unknown'],
  ])('registration %s is %s', (written, state) => {
    expect(toRegistrationState(written)).toBe(state);
  });

  it('never throw, whatever arrives', () => {
    const readers = [
      toOfferCopy,
      toDelegation,
      toResourceGroup,
      toTenant,
      toHeldRole,
      toOwner,
      toPermission,
      toRoleDefinition,
      toAllowList,
      toManagementGroups,
    ];
    assert(
      property(anything(), (value) => {
        for (const read of readers) expect(() => read(value)).not.toThrow();
        for (const read of readers) expect(() => read({ id: `/subscriptions/${id}`, properties: value })).not.toThrow();
      }),
    );
  });
});
