import { describe, expect, it } from 'vitest';
import { operationOf } from './operation.ts';

const arm = 'https://management.azure.com';
const id = 'AAAAAAAA-0000-4000-8000-000000000001';
const subscription = id.toLowerCase();

describe('what a request counts as', () => {
  it.each([
    ['GET', '/subscriptions?api-version=1', { kind: 'read', provider: 'microsoft.resources' }],
    ['GET', `/subscriptions/${id}/resourcegroups`, { kind: 'read', provider: 'microsoft.resources', subscription }],
    [
      'GET',
      `/subscriptions/${id}/providers/Microsoft.ManagedServices`,
      { kind: 'read', provider: 'microsoft.resources', subscription },
    ],
    [
      'POST',
      `/subscriptions/${id}/providers/Microsoft.ManagedServices/register`,
      { kind: 'write', provider: 'microsoft.resources', subscription },
    ],
    [
      'PUT',
      `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.ManagedServices/registrationAssignments/x`,
      { kind: 'write', provider: 'microsoft.managedservices', subscription },
    ],
    [
      'DELETE',
      `/subscriptions/${id}/providers/Microsoft.ManagedServices/registrationAssignments/x`,
      { kind: 'delete', provider: 'microsoft.managedservices', subscription },
    ],
    ['POST', '/providers/Microsoft.ResourceGraph/resources', { kind: 'read', provider: 'microsoft.resourcegraph' }],
    ['POST', '/providers/Microsoft.Management/getEntities', { kind: 'read', provider: 'microsoft.management' }],
    [
      'GET',
      '/providers/Microsoft.Authorization/roleDefinitions/x',
      { kind: 'read', provider: 'microsoft.authorization' },
    ],
  ])('%s %s', (method, path, expected) => {
    expect(operationOf(method, arm + path)).toEqual(expected);
  });
});
