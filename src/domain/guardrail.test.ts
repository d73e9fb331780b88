import { describe, expect, it } from 'vitest';
import { provider } from '../../test/domain/offers.ts';
import { asAssigned, planGuardrail } from './guardrail.ts';
import { tenantId } from './ids.ts';

const other = tenantId('11111111-0000-4000-8000-000000000000');
const root = '/providers/Microsoft.Management/managementGroups/Root';

describe('the assignment of a policy', () => {
  it('lists the managing tenants that are allowed, in a fixed order', () => {
    const planned = planGuardrail('allow', root, [provider, other], 'Only\u202E us');
    expect(planned).toEqual({
      kind: 'allow',
      id: `${root}/providers/Microsoft.Authorization/policyAssignments/lighthouse-allowed`,
      body: {
        properties: {
          displayName: 'Only us',
          policyDefinitionId:
            '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6',
          parameters: { listOfAllowedTenants: { value: [other, provider] } },
          enforcementMode: 'Default',
        },
      },
    });
    expect(asAssigned(planned)).toEqual({
      assignmentId: planned.id,
      name: 'Only us',
      scope: root.toLowerCase(),
      notScopes: [],
      allowedTenants: [other, provider],
      enforced: true,
    });
  });

  it('that only watches names nobody, and keeps to the names that Azure takes', () => {
    const planned = planGuardrail('audit', '/subscriptions/A', [provider], 'x'.repeat(200));
    expect(planned.body.properties.parameters).toEqual({});
    expect(planned.body.properties.displayName.length).toBeLessThanOrEqual(128);
    expect(planned.id.split('/').at(-1)).toBe('lighthouse-audit');
    expect(asAssigned(planned)).toMatchObject({ scope: '/subscriptions/a', allowedTenants: [] });
  });
});
