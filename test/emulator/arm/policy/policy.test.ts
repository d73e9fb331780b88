import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import type { PolicyAssignment } from '../../model.ts';
import { ask, rowsOf, testContext } from '../testing/ask.ts';
import { corp, ids, northwind, registered, roles, tailspin, unregistered } from '../testing/names.ts';

const sub = `/subscriptions/${registered}`;
const version = 'api-version=2023-04-01';
const policyId = '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6';
const allowed = (tenants: string[], more: Partial<PolicyAssignment> = {}): PolicyAssignment => ({
  name: 'allowed-tenants',
  displayName: 'Allowed managing tenants',
  scope: corp,
  policyDefinitionId: policyId,
  parameters: { listOfAllowedTenants: { value: tenants } },
  ...more,
});

function withPolicies(...rows: PolicyAssignment[]): Context {
  const context = testContext();
  context.world.policyAssignments.push(...rows);
  return context;
}

const name = '0d0d0d0d-0000-4000-8000-000000000001';
const put = (context: Context) =>
  ask(
    context,
    'owner',
    'PUT',
    `${sub}/providers/Microsoft.ManagedServices/registrationDefinitions/${name}?api-version=2022-10-01`,
    {
      properties: {
        managedByTenantId: northwind,
        authorizations: [{ principalId: ids.support, roleDefinitionId: roles.reader }],
      },
    },
  );

describe('the built-in deny of managing tenants', () => {
  it('refuses a definition, with the identifiers a person needs to find it', async () => {
    const context = withPolicies(allowed([tailspin]));
    const answer = await put(context);
    expect([answer.status, answer.code]).toEqual([403, 'RequestDisallowedByPolicy']);
    expect(answer.message).toContain(`Resource '${name}' was disallowed by policy.`);
    expect(answer.message).toContain('"name":"Allowed managing tenants"');
    expect(answer.message).toContain(`${corp}/providers/Microsoft.Authorization/policyAssignments/allowed-tenants`);
    expect(answer.body).toMatchObject({
      error: {
        target: name,
        additionalInfo: [
          {
            type: 'PolicyViolation',
            info: {
              policyDefinitionEffect: 'deny',
              policyAssignmentName: 'allowed-tenants',
              policyAssignmentScope: corp,
            },
          },
        ],
      },
    });
    expect(context.world.definitions.size).toBe(0);
  });

  it.each([
    ['names the tenant', allowed([tailspin, northwind.toUpperCase()])],
    ['is not enforced', allowed([], { enforcementMode: 'DoNotEnforce' })],
    ['is on another subscription', allowed([], { scope: `/subscriptions/${unregistered}` })],
    ['is another policy', allowed([], { policyDefinitionId: policyId.replace('7a8a51a3', '00000000') })],
  ])('lets it through where the assignment %s', async (_why, row) => {
    expect((await put(withPolicies(row))).status).toBe(201);
  });

  it('wants every assignment to agree', async () => {
    expect((await put(withPolicies(allowed([northwind]), allowed([], { scope: sub })))).status).toBe(403);
  });
});

describe('policy assignments', () => {
  const rows = [
    allowed([]),
    allowed([], { name: 'here', scope: sub }),
    allowed([], { name: 'below', scope: `${sub}/resourceGroups/rg-web` }),
  ];

  it.each([
    ['', ['allowed-tenants', 'below', 'here']],
    ['&$filter=atScope()', ['allowed-tenants', 'here']],
    ['&$filter=atExactScope()', ['here']],
    [`&$filter=policyDefinitionId eq '${policyId.toUpperCase()}'`, ['allowed-tenants', 'below', 'here']],
    ["&$filter=policyDefinitionId eq 'other'", []],
  ])('of a subscription include those of its management groups: %s', async (filter, names) => {
    const path = `${sub}/providers/Microsoft.Authorization/policyAssignments?${version}${filter}`;
    const answer = await ask(withPolicies(...rows), 'reader', 'GET', path);
    expect(
      rowsOf(answer)
        .map((row) => row['name'])
        .toSorted(),
    ).toEqual(names);
  });

  it('can be had by name', async () => {
    const path = `${corp}/providers/Microsoft.Authorization/policyAssignments/allowed-tenants?${version}`;
    const answer = await ask(withPolicies(...rows), 'reader', 'GET', path);
    expect(answer.body).toMatchObject({
      properties: { scope: corp, enforcementMode: 'Default', parameters: { listOfAllowedTenants: { value: [] } } },
    });
    expect((await ask(testContext(), 'reader', 'GET', path)).status).toBe(404);
    expect((await ask(testContext(), 'contributor', 'GET', path)).code).toBe('AuthorizationFailed');
  });
});

describe('policy definitions', () => {
  it('that are built in can be read by anyone', async () => {
    const answer = await ask(testContext(), 'nobody', 'GET', `${policyId}?${version}`);
    expect(answer.body).toMatchObject({
      id: policyId,
      properties: {
        displayName: 'Allow managing tenant ids to onboard through Azure Lighthouse',
        policyType: 'BuiltIn',
        policyRule: { then: { effect: 'deny' } },
      },
    });
    const audit = await ask(
      testContext(),
      'nobody',
      'GET',
      `${policyId.replace(/[^/]+$/, '76bed37b-484f-430f-a009-fd7592dff818')}?${version}`,
    );
    expect(audit.status).toBe(200);
    expect((await ask(testContext(), 'nobody', 'GET', `${policyId}0?${version}`)).status).toBe(404);
  });
});
