import { describe, expect, it } from 'vitest';
import { contextFor, rowsOf } from '../context.testing.ts';

const small = contextFor('small');

describe('PolicyResources', () => {
  it('has the policy assignments of the tenant, as ARM prints them', () => {
    const [policy] = small.world.policyAssignments;
    if (!policy) throw new Error('The small world has no policy assignment');
    const options = { $top: 1000, authorizationScopeFilter: 'AtScopeAboveAndBelow' };
    const query = `policyresources | where tostring(properties.policyDefinitionId) =~ '${policy.policyDefinitionId.toUpperCase()}'`;
    const { data } = rowsOf(small, query, { options });
    expect(data).toContainEqual(
      expect.objectContaining({
        id: `${policy.scope}/providers/Microsoft.Authorization/policyAssignments/${policy.name}`,
        type: 'microsoft.authorization/policyassignments',
        properties: expect.objectContaining({ scope: policy.scope, parameters: policy.parameters }),
      }),
    );
  });
});
