import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, matchesAction } from './access/actions.ts';
import { accessOf, can, effectivePermissions } from './authorization.ts';
import { callerNamed, testContext } from './testing/ask.ts';
import { corp, disabled, foreign, ids, northwind, registered, roles, unregistered, type Who } from './testing/names.ts';

const WRITE = 'Microsoft.Authorization/roleAssignments/write';
const REGISTER = 'Microsoft.ManagedServices/register/action';
const DELEGATE = 'Microsoft.ManagedServices/registrationAssignments/write';
const sub = (id: string): string => `/subscriptions/${id}`;
const web = `${sub(registered)}/resourceGroups/rg-web`;

describe('action patterns', () => {
  it.each([
    ['*', 'Microsoft.Compute/disks/read', true],
    ['*/read', 'microsoft.compute/disks/READ', true],
    ['*/read', 'Microsoft.Compute/disks/write', false],
    ['Microsoft.Authorization/*/Write', WRITE, true],
    ['Microsoft.Authorization/*', 'MicrosoftXAuthorization/locks/write', false],
    ['Microsoft.Support/*', 'Microsoft.Supporting/x', false],
  ])('%s and %s: %s', (pattern, action, expected) => {
    expect(matchesAction(pattern, action)).toBe(expected);
  });

  const segment = fc.stringMatching(/^[A-Za-z.]{1,8}$/);
  const action = fc.array(segment, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/'));

  it('match themselves in any case, and any part of them can be a wildcard', () => {
    fc.assert(
      fc.property(action, fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
        expect(matchesAction(text, text.toUpperCase())).toBe(true);
        expect(matchesAction(`${text.slice(0, from)}*${text.slice(to)}`, text)).toBe(true);
      }),
    );
  });

  it('never cover what their own notActions name', () => {
    const none = { dataActions: [], notDataActions: [] };
    fc.assert(
      fc.property(action, (text) => {
        expect(covers({ actions: ['*'], notActions: [], ...none }, text)).toBe(true);
        expect(covers({ actions: ['*'], notActions: [text], ...none }, text)).toBe(false);
      }),
    );
  });
});

describe('who may do what', () => {
  it.each<[Who, string, string, boolean]>([
    ['owner', sub(registered), WRITE, true],
    ['owner', web, WRITE, true],
    ['owner', corp, WRITE, true],
    ['owner', '/', WRITE, false],
    ['owner', sub(foreign), 'Microsoft.Resources/subscriptions/read', false],
    ['viaGroup', sub(disabled), WRITE, true],
    ['viaGroup', sub(foreign), WRITE, false],
    ['toyOwner', sub(foreign), WRITE, true],
    ['toyOwner', sub(registered), WRITE, false],
    ['contributor', sub(registered), REGISTER, true],
    ['contributor', sub(registered), WRITE, false],
    ['userAccessAdministrator', sub(registered), WRITE, true],
    ['userAccessAdministrator', sub(registered), DELEGATE, false],
    ['groupOwner', web.toUpperCase(), WRITE, true],
    ['groupOwner', sub(registered), WRITE, false],
    ['eligible', sub(registered), 'Microsoft.Resources/subscriptions/read', false],
    ['conditioned', sub(registered), REGISTER, true],
    ['conditioned', sub(registered), WRITE, false],
  ])('%s at %s: %s is %s', (who, scope, action, expected) => {
    expect(can(testContext(), callerNamed(who), scope, action)).toBe(expected);
  });

  it('adds up over roles: two that fall short alone are enough together', () => {
    const context = testContext();
    const caller = callerNamed('contributor');
    const row = { name: 'x', scope: sub(unregistered), principalId: ids.contributor, principalType: 'User' } as const;
    context.world.roleAssignments.push({ ...row, role: roles.userAccessAdministrator });
    expect([WRITE, DELEGATE].map((action) => can(context, caller, sub(unregistered), action))).toEqual([true, true]);
    expect(effectivePermissions(context, caller, sub(unregistered))).toHaveLength(2);
  });
});

describe('what was delegated to another tenant', () => {
  const context = testContext();
  const { world } = context;
  const subscriptionId = registered;
  const name = '0d0d0d0d-0000-4000-8000-000000000001';
  const systemData = {
    createdBy: 'x',
    createdByType: 'User',
    createdAt: 0,
    lastModifiedBy: 'x',
    lastModifiedByType: 'User',
    lastModifiedAt: 0,
  } as const;
  world.definitions.set(`${subscriptionId}/${name}`, {
    subscriptionId,
    name,
    properties: {
      managedByTenantId: northwind,
      authorizations: [
        { principalId: ids.support, roleDefinitionId: roles.reader },
        {
          principalId: ids.support,
          roleDefinitionId: roles.userAccessAdministrator,
          delegatedRoleDefinitionIds: [roles.reader],
        },
      ],
    },
    provisioning: { state: 'Succeeded' },
    systemData,
  });
  world.assignments.set(`${web}/${name}`, {
    scope: web,
    name,
    registrationDefinitionId: `subscriptions/${subscriptionId}/providers/microsoft.managedservices/registrationdefinitions/${name}`,
    provisioning: { state: 'Succeeded' },
    systemData,
  });

  it('is theirs at that scope, and makes its subscription visible to them', () => {
    const engineer = accessOf(context, callerNamed('engineer'));
    expect(engineer.decide(web, 'Microsoft.Resources/subscriptions/resourceGroups/read').allowed).toBe(true);
    expect(engineer.decide(web, WRITE).allowed).toBe(false);
    expect(engineer.decide(sub(registered), 'Microsoft.Resources/subscriptions/read').allowed).toBe(false);
    expect([engineer.sees(web), engineer.sees(sub(registered)), engineer.sees(sub(disabled))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is nobody else’s', () => {
    expect(accessOf(context, callerNamed('bot')).sees(web)).toBe(false);
    expect(accessOf(context, callerNamed('nobody')).sees(web)).toBe(false);
  });
});
