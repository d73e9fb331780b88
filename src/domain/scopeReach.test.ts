import { describe, expect, it } from 'vitest';
import { resourceGroupScope, subscriptionId, subscriptionScope, tenantId } from './ids.ts';
import { excludedBy } from './policyReach.ts';
import { groupScope } from './scope.ts';
import type { ManagementGroup, ResourceGroup, Subscription } from './scope.ts';
import { reaches } from './scopeReach.ts';

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const id = subscriptionId('00000000-0000-4000-8000-000000000001');

function subscription(managementGroups?: readonly ManagementGroup[]): Subscription {
  return {
    kind: 'subscription',
    id: subscriptionScope(id),
    subscriptionId: id,
    tenantId: contoso,
    name: 'Production',
    state: 'Enabled',
    tags: {},
    ...(managementGroups && { managementGroups }),
  };
}

const web: ResourceGroup = {
  kind: 'resourceGroup',
  id: resourceGroupScope(id, 'Web'),
  subscriptionId: id,
  name: 'Web',
  location: 'koreacentral',
  tags: {},
};
const inPlatform = subscription([{ name: 'Platform', displayName: 'Platform' }]);
const group = (name: string) => groupScope({ name });

it('an allow-list elsewhere keeps nobody out, whatever it leaves out', () => {
  const list = {
    assignmentId: 'list',
    name: 'List',
    scope: '/subscriptions/00000000-0000-4000-8000-000000000002',
    notScopes: [group('platform')],
    allowedTenants: [],
    enforced: true,
  };
  expect(excludedBy([list], contoso, web, subscription())).toEqual({ certain: [], possible: [] });
});

describe('reaches', () => {
  it.each([
    ['the root', '/', inPlatform, true],
    ['the subscription itself, odd case, no slash', `SUBSCRIPTIONS/${id}`, inPlatform, true],
    ['another subscription', '/subscriptions/00000000-0000-4000-8000-000000000002', inPlatform, false],
    ['a resource group below', web.id, inPlatform, false],
    ['a management group above', group('platform'), inPlatform, true],
    ['another management group', group('sandbox'), inPlatform, false],
    ['a management group, where those above cannot be read', group('platform'), subscription(), 'unknown'],
    ['the root management group, even where they cannot be read', group(contoso), subscription(), true],
    ['another tenant’s root group', group('22222222-2222-4222-8222-222222222222'), inPlatform, false],
  ] as const)('from %s to a subscription: %s', (_, from, to, expected) => {
    expect(reaches(from, to, to)).toBe(expected);
  });

  it.each([
    ['its subscription', subscriptionScope(id), true],
    ['itself in other letters', web.id.toUpperCase(), true],
    ['a group whose name begins alike', resourceGroupScope(id, 'We'), false],
    ['a group whose name goes on', resourceGroupScope(id, 'Web2'), false],
    ['a management group above', group('Platform'), true],
  ])('from %s to a resource group: %s', (_, from, expected) => {
    expect(reaches(from, web, inPlatform)).toBe(expected);
  });
});
