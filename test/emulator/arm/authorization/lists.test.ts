import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { can } from '../authorization.ts';
import { ask, callerNamed, rowsOf, testContext, type TestAnswer } from '../testing/ask.ts';
import { corp, ids, registered, roles, unregistered, type Who } from '../testing/names.ts';

const sub = `/subscriptions/${registered}`;
const web = `${sub}/resourceGroups/rg-web`;
const at = (scope: string, type: string, query = ''): string =>
  `${scope}/providers/Microsoft.Authorization/${type}${type.includes('?') ? '' : '?'}${query}`;
const list = (context: Context, who: Who, scope: string, type: string, query: string) =>
  ask(context, who, 'GET', at(scope, type, query));
const properties = (answer: TestAnswer, name: string): unknown[] =>
  rowsOf(answer)
    .map((row) => (row['properties'] as Record<string, unknown>)[name])
    .toSorted();

describe('permissions', () => {
  const version = 'api-version=2022-04-01';

  it.each([sub, web])('list one entry per role held at %s, own and inherited', async (scope) => {
    const answer = await list(testContext(), 'contributor', scope, 'permissions', version);
    expect(rowsOf(answer)).toEqual([
      {
        actions: ['*'],
        notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete'],
        dataActions: [],
        notDataActions: [],
      },
    ]);
    expect(rowsOf(await list(testContext(), 'viaGroup', scope, 'permissions', version))).toHaveLength(1);
  });

  it('have no data actions in 2015', async () => {
    const answer = await list(testContext(), 'reader', sub, 'permissions', 'api-version=2015-07-01');
    expect(rowsOf(answer)).toEqual([{ actions: ['*/read'], notActions: [] }]);
  });

  it('show neither deny assignments nor conditions, though both are enforced', async () => {
    const context = testContext();
    const everyone = [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }];
    const permissions = [{ actions: ['*/write'], notActions: [], dataActions: [], notDataActions: [] }];
    const more = { name: 'n', displayName: 'd', excludePrincipals: [], doNotApplyToChildScopes: false };
    context.world.denyAssignments.push({ ...more, scope: sub, permissions, principals: everyone });
    for (const who of ['owner', 'conditioned'] as const) {
      const [entry] = rowsOf(await list(context, who, sub, 'permissions', version));
      expect(entry?.['actions']).toEqual(['*']);
      expect(can(context, callerNamed(who), sub, 'Microsoft.Authorization/roleAssignments/write')).toBe(false);
    }
  });

  it('cannot be read where the caller has no role', async () => {
    expect((await list(testContext(), 'groupOwner', sub, 'permissions', version)).code).toBe('AuthorizationFailed');
    expect((await list(testContext(), 'nobody', sub, 'permissions', version)).code).toBe('SubscriptionNotFound');
  });
});

describe('role assignments', () => {
  const version = 'api-version=2022-04-01';
  const corpwide = ['automation', 'conditioned', 'guest', 'owner', 'reader', 'userAccessAdministrator'] as const;
  const idsOf = (...who: Who[]): string[] => who.map((each) => ids[each]).toSorted();

  it('are those at, above and below a scope, of the own tenant alone', async () => {
    const answer = await list(testContext(), 'reader', sub, 'roleAssignments', version);
    expect(properties(answer, 'principalId')).toEqual(idsOf(...corpwide, 'owners', 'contributor', 'groupOwner'));
  });

  it.each([
    ['atScope()', [...corpwide, 'owners', 'contributor']],
    [`principalId eq '${ids.contributor}'`, ['contributor']],
    [`assignedTo('${ids.viaGroup}')`, ['owners']],
    [`atScope() and assignedTo('${ids.groupOwner}')`, []],
  ] as const)('can be filtered: %s', async (filter, expected) => {
    const query = `${version}&$filter=${encodeURIComponent(filter)}`;
    const answer = await list(testContext(), 'reader', sub, 'roleAssignments', query);
    expect(properties(answer, 'principalId')).toEqual(idsOf(...expected));
  });

  it('of a management group hold those of the subscriptions below', async () => {
    const answer = await list(testContext(), 'reader', corp, 'roleAssignments', version);
    expect(properties(answer, 'scope')).toContain(`/subscriptions/${unregistered}`);
  });

  it('carry their condition, and one can be had by its name', async () => {
    const name = `eeeeeeee-0000-4000-8000-${ids.conditioned.slice(-12)}`;
    const answer = await list(testContext(), 'reader', corp, `roleAssignments/${name}`, version);
    expect(answer.body).toMatchObject({
      id: `${corp}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      name,
      type: 'Microsoft.Authorization/roleAssignments',
      properties: {
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roles.owner}`,
        principalType: 'User',
        scope: corp,
        conditionVersion: '2.0',
      },
    });
    expect(JSON.stringify(answer.body)).toContain('ActionMatches');
    expect((await list(testContext(), 'reader', sub, `roleAssignments/${name}`, version)).status).toBe(404);
  });

  it('need the right to read them', async () => {
    expect((await list(testContext(), 'groupOwner', sub, 'roleAssignments', version)).code).toBe('AuthorizationFailed');
    expect((await list(testContext(), 'groupOwner', web, 'roleAssignments', version)).status).toBe(200);
    expect((await list(testContext(), 'contributor', corp, 'roleAssignments', version)).code).toBe(
      'AuthorizationFailed',
    );
  });
});

describe('role definitions', () => {
  const version = 'api-version=2022-04-01';

  it.each([
    ["type eq 'BuiltInRole'", 6],
    ["type eq 'CustomRole'", 1],
    ["roleName eq 'owner'", 1],
    ["roleName eq 'Nobody'", 0],
    ['atScopeAndBelow()', 7],
  ])('can be filtered: %s gives %i', async (filter, count) => {
    const query = `${version}&$filter=${encodeURIComponent(filter)}`;
    expect(rowsOf(await list(testContext(), 'reader', sub, 'roleDefinitions', query))).toHaveLength(count);
  });

  it('are custom only below their assignable scopes', async () => {
    const other = await list(testContext(), 'reader', `/subscriptions/${unregistered}`, 'roleDefinitions', version);
    expect(rowsOf(other)).toHaveLength(6);
    expect(rowsOf(await list(testContext(), 'reader', web, 'roleDefinitions', version))).toHaveLength(7);
  });

  it('can be had by id, by anyone at the root', async () => {
    const here = await list(testContext(), 'groupOwner', web, `roleDefinitions/${roles.reader.toUpperCase()}`, version);
    expect(here.body).toEqual({
      id: `${sub}/providers/Microsoft.Authorization/roleDefinitions/${roles.reader}`,
      type: 'Microsoft.Authorization/roleDefinitions',
      name: roles.reader,
      properties: {
        roleName: 'Reader',
        type: 'BuiltInRole',
        description: 'Reader.',
        assignableScopes: ['/'],
        permissions: [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }],
      },
    });
    const root = await list(testContext(), 'nobody', '', `roleDefinitions/${roles.reader}`, version);
    expect(root.body['id']).toBe(`/providers/Microsoft.Authorization/roleDefinitions/${roles.reader}`);
    const unknown = await list(testContext(), 'nobody', '', `roleDefinitions/${ids.owner}`, version);
    expect([unknown.status, unknown.code]).toEqual([404, 'RoleDefinitionDoesNotExist']);
  });
});

describe('roles that could be activated', () => {
  const mine = `api-version=2020-10-01&$filter=asTarget()`;

  it.each(['', corp, sub, web])('are shown to who could, at %s and even without any other role', async (scope) => {
    const answer = await list(testContext(), 'eligible', scope, 'roleEligibilityScheduleInstances', mine);
    expect(rowsOf(answer)).toHaveLength(1);
    expect(answer.body).toMatchObject({
      value: [
        {
          properties: {
            scope: sub,
            principalId: ids.eligible,
            roleDefinitionId: `${sub}/providers/Microsoft.Authorization/roleDefinitions/${roles.owner}`,
            status: 'Provisioned',
            endDateTime: null,
            memberType: 'Direct',
            expandedProperties: {
              roleDefinition: { displayName: 'Owner' },
              scope: { displayName: 'Subscription 1', type: 'subscription' },
            },
          },
        },
      ],
    });
  });

  it('are nobody else’s, and end', async () => {
    const context = testContext();
    expect(rowsOf(await list(context, 'owner', sub, 'roleEligibilityScheduleInstances', mine))).toEqual([]);
    const [row] = context.world.roleEligibilities;
    if (row) context.world.roleEligibilities[0] = { ...row, endsAt: context.clock.now() };
    expect(rowsOf(await list(context, 'eligible', sub, 'roleEligibilityScheduleInstances', mine))).toEqual([]);
  });

  it('of everyone need the right to read them', async () => {
    const all = 'api-version=2020-10-01';
    expect((await list(testContext(), 'nobody', sub, 'roleEligibilityScheduleInstances', all)).code).toBe(
      'AuthorizationFailed',
    );
    expect(rowsOf(await list(testContext(), 'reader', sub, 'roleEligibilityScheduleInstances', all))).toHaveLength(1);
    const above = `${all}&$filter=atScope()`;
    expect(rowsOf(await list(testContext(), 'reader', corp, 'roleEligibilityScheduleInstances', above))).toEqual([]);
  });
});

describe('deny assignments', () => {
  const version = 'api-version=2022-04-01';
  const row = (name: string, scope: string) => ({
    name,
    displayName: `deny ${name}`,
    scope,
    permissions: [],
    principals: [{ id: ids.owner, type: 'User' }],
    excludePrincipals: [],
    doNotApplyToChildScopes: false,
  });
  const context = testContext();
  context.world.denyAssignments.push(
    row('a', corp),
    row('b', sub),
    row('c', web),
    row('d', `/subscriptions/${unregistered}`),
  );

  it.each([
    ['', ['a', 'b', 'c']],
    ['&$filter=atScope()', ['a', 'b']],
    [`&$filter=principalId eq '${ids.owner}'`, ['a', 'b', 'c']],
    [`&$filter=principalId eq '${ids.reader}'`, []],
    ["&$filter=denyAssignmentName eq 'deny c'", ['c']],
  ])('that concern a scope: %s', async (filter, names) => {
    const answer = await list(context, 'reader', sub, 'denyAssignments', version + filter);
    expect(
      rowsOf(answer)
        .map((each) => each['name'])
        .toSorted(),
    ).toEqual(names);
  });

  it('can be had by name', async () => {
    const answer = await list(context, 'reader', sub, 'denyAssignments/b', version);
    expect(answer.body).toMatchObject({
      name: 'b',
      properties: { denyAssignmentName: 'deny b', isSystemProtected: true },
    });
    expect((await list(context, 'reader', sub, 'denyAssignments/d', version)).status).toBe(404);
  });
});
