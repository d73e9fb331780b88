import { describe, expect, it } from 'vitest';
import type { DenyAssignment } from '../model.ts';
import { ask, testContext } from './testing/ask.ts';
import { contoso, disabled, foreign, ids, registered, tailspin, unregistered, type Who } from './testing/names.ts';

const groups = (id: string): string => `/subscriptions/${id}/resourceGroups?api-version=2021-04-01`;
const register = (id: string): string =>
  `/subscriptions/${id}/providers/Microsoft.ManagedServices/register?api-version=2021-04-01`;

const deny = (more: Partial<DenyAssignment> = {}): DenyAssignment => ({
  name: 'cccccccc-0000-4000-8000-000000000001',
  displayName: 'System deny assignment',
  scope: `/subscriptions/${unregistered}`,
  permissions: [{ actions: ['*'], notActions: ['*/read'], dataActions: [], notDataActions: [] }],
  principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
  excludePrincipals: [],
  doNotApplyToChildScopes: false,
  ...more,
});

describe('a subscription', () => {
  it.each([
    ['does not exist', 'owner', 'aaaaaaaa-0000-4000-8000-0000000000ff'],
    ['is none of the caller’s', 'nobody', registered],
    ['gives the caller a role on another one only', 'groupOwner', unregistered],
  ] as const)('that %s is not found', async (_why, who, id) => {
    const answer = await ask(testContext(), who, 'GET', groups(id));
    expect([answer.status, answer.code]).toEqual([404, 'SubscriptionNotFound']);
    expect(answer.message).toBe(`The subscription '${id}' could not be found.`);
  });

  it('of another tenant is refused with the tenant to sign in to', async () => {
    const answer = await ask(testContext(), 'owner', 'GET', groups(foreign));
    expect([answer.status, answer.code]).toEqual([401, 'InvalidAuthenticationTokenTenant']);
    expect(answer.message).toContain(`'https://sts.windows.net/${contoso}/'`);
    expect(answer.headers.get('WWW-Authenticate')).toContain(`https://login.windows.net/${tailspin}`);
  });

  it('that is disabled or warned can be read, and not written to', async () => {
    for (const state of ['Disabled', 'Warned', 'Deleted'] as const) {
      const context = testContext();
      const row = context.world.subscriptions.get(disabled);
      if (row) row.state = state;
      expect((await ask(context, 'owner', 'GET', groups(disabled))).status).toBe(200);
      const write = await ask(context, 'owner', 'POST', register(disabled));
      expect([write.status, write.code]).toEqual([409, 'ReadOnlyDisabledSubscription']);
    }
  });

  it('that is past due works as before', async () => {
    const context = testContext();
    const row = context.world.subscriptions.get(disabled);
    if (row) row.state = 'PastDue';
    expect((await ask(context, 'owner', 'POST', register(disabled))).status).toBe(200);
  });
});

describe('a right that is missing', () => {
  it.each([
    ['reader', 'Microsoft.ManagedServices/register/action'],
    ['userAccessAdministrator', 'Microsoft.ManagedServices/register/action'],
  ] as const)('is named to %s', async (who, action) => {
    const answer = await ask(testContext(), who, 'POST', register(unregistered));
    expect([answer.status, answer.code]).toEqual([403, 'AuthorizationFailed']);
    expect(answer.message).toBe(
      `The client '${who}@contoso.example' with object id '${ids[who]}' does not have authorization to perform action ` +
        `'${action}' over scope '/subscriptions/${unregistered}' or the scope is invalid. If access was recently granted, ` +
        'please refresh your credentials.',
    );
  });

  it.each<Who>(['owner', 'viaGroup', 'contributor', 'guest', 'conditioned', 'automation'])(
    'is none for %s',
    async (who) => {
      expect((await ask(testContext(), who, 'POST', register(unregistered))).status).toBe(200);
    },
  );

  it('is asked for before a resource group is said not to exist', async () => {
    const path = `/subscriptions/${registered}/resourceGroups/nowhere?api-version=2021-04-01`;
    expect((await ask(testContext(), 'groupOwner', 'GET', path)).code).toBe('AuthorizationFailed');
    const answer = await ask(testContext(), 'owner', 'GET', path);
    expect([answer.status, answer.code]).toEqual([404, 'ResourceGroupNotFound']);
    expect(answer.message).toBe("Resource group 'nowhere' could not be found.");
  });
});

describe('a deny assignment', () => {
  it('stops even an owner, and says that the right was there', async () => {
    const context = testContext();
    context.world.denyAssignments.push(deny());
    const answer = await ask(context, 'owner', 'POST', register(unregistered));
    expect([answer.status, answer.code]).toEqual([403, 'DenyAssignmentAuthorizationFailed']);
    expect(answer.message).toContain("has permission to perform action 'Microsoft.ManagedServices/register/action'");
    expect(answer.message).toContain("deny assignment with name 'System deny assignment'");
    expect((await ask(context, 'owner', 'GET', groups(unregistered))).status).toBe(200);
  });

  it.each([
    ['excludes the caller', deny({ excludePrincipals: [{ id: ids.owner, type: 'User' }] })],
    ['names somebody else', deny({ principals: [{ id: ids.reader, type: 'User' }] })],
    ['is above and not for child scopes', deny({ scope: '/', doNotApplyToChildScopes: true })],
    ['is on another subscription', deny({ scope: `/subscriptions/${registered}` })],
  ])('does not stop anyone where it %s', async (_why, row) => {
    const context = testContext();
    context.world.denyAssignments.push(row);
    expect((await ask(context, 'owner', 'POST', register(unregistered))).status).toBe(200);
  });

  it('reaches the members of a group it names', async () => {
    const context = testContext();
    context.world.denyAssignments.push(deny({ principals: [{ id: ids.owners, type: 'Group' }] }));
    expect((await ask(context, 'viaGroup', 'POST', register(unregistered))).code).toBe(
      'DenyAssignmentAuthorizationFailed',
    );
    expect((await ask(context, 'owner', 'POST', register(unregistered))).status).toBe(200);
  });
});
