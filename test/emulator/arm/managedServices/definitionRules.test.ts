import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import { testContext } from '../testing/ask.ts';
import { call, definitionId, first, properties, subscriptionId, support } from '../testing/managedServices.ts';
import { contoso, ids, northwind, plan, registered, reseller, roles, tailspin } from '../testing/names.ts';

const put = (
  more: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
  context: Context = testContext(),
  at = registered,
) => call(context, 'owner', 'PUT', definitionId(first, at), { properties: properties(more), ...rest });

const CREATE = 'InvalidRegistrationDefinitionCreateRequest';
const withRole = (roleDefinitionId: string, more: Readonly<Record<string, unknown>> = {}) => ({
  authorizations: [support, { principalId: ids.support, roleDefinitionId, ...more }],
});
const eligible = (policy?: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}) => ({
  principalId: ids.support,
  roleDefinitionId: roles.contributor,
  ...(policy && { justInTimeAccessPolicy: { multiFactorAuthProvider: 'Azure', ...policy } }),
  ...more,
});
const approvers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ principalId: ids.support.slice(0, -2) + String(10 + index) }));

describe('a definition is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'for the own tenant',
      { managedByTenantId: contoso },
      `The registration definition '${first}' not allowed to use the '${contoso}' as ManagedByTenantId.`,
    ],
    ['for a tenant nobody knows', { managedByTenantId: ids.owner }, 'could not be found'],
    ['without authorizations', { authorizations: [] }, 'at least one authorization'],
    [
      'for a principal that is no GUID',
      { authorizations: [{ principalId: 'support', roleDefinitionId: roles.reader }] },
      "The PrincipalId 'support' must be a valid Guid.",
    ],
    [
      'for Owner',
      withRole(roles.owner),
      `The role definition '${roles.owner}' is not allowed for registration definition '${first}' because of restricted actions.`,
    ],
    ['for a role that can change access', withRole(roles.accessAdministrator), 'because of restricted actions'],
    [
      'for a role with data actions',
      withRole(roles.dataReader),
      `The role definition '${roles.dataReader}' with data actions not allowed`,
    ],
    ['for a custom role', withRole(roles.custom), 'Only built in role definitions'],
    ['for a role nobody knows', withRole(ids.owner), 'does not exist'],
    ['for User Access Administrator alone', withRole(roles.userAccessAdministrator), 'delegatedRoleDefinitionIds'],
    [
      'for User Access Administrator passing Owner on',
      withRole(roles.userAccessAdministrator, {
        delegatedRoleDefinitionIds: [roles.reader, roles.owner.toUpperCase()],
      }),
      'not allowed as a delegated role',
    ],
    [
      'for eligible Owner',
      { eligibleAuthorizations: [eligible({}, { roleDefinitionId: roles.owner })] },
      "Restricted role definitions are '8e3af657-a8ff-443c-a75c-2fe8c4bcb635;18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'.",
    ],
    [
      'for an eligible role with data actions',
      { eligibleAuthorizations: [eligible({}, { roleDefinitionId: roles.dataReader })] },
      'with data actions not allowed',
    ],
    [
      'for an eligible application',
      { eligibleAuthorizations: [eligible({}, { principalId: ids.bot })] },
      'must be a user or a group',
    ],
    [
      'for nine hours at a time',
      { eligibleAuthorizations: [eligible({ maximumActivationDuration: 'PT9H' })] },
      "between 'PT30M' and 'PT8H'",
    ],
    [
      'for a quarter of an hour',
      { eligibleAuthorizations: [eligible({ maximumActivationDuration: 'PT15M' })] },
      "between 'PT30M' and 'PT8H'",
    ],
    [
      'for a duration that is none',
      { eligibleAuthorizations: [eligible({ maximumActivationDuration: '8 hours' })] },
      "between 'PT30M' and 'PT8H'",
    ],
    [
      'for eleven approvers',
      { eligibleAuthorizations: [eligible({ managedByTenantApprovers: approvers(11) })] },
      'more than 10 approvers',
    ],
    [
      'for two policies of one role',
      {
        eligibleAuthorizations: [
          eligible({}),
          eligible({ multiFactorAuthProvider: 'None' }, { principalId: ids.engineer }),
        ],
      },
      'same justInTimeAccessPolicy',
    ],
  ])('%s', async (_why, more, message) => {
    const context = testContext();
    const answer = await put(more, {}, context);
    expect([answer.status, answer.code]).toEqual([400, CREATE]);
    expect(answer.message).toContain(message);
    expect(context.world.definitions.size).toBe(0);
  });

  it.each<[string, unknown]>([
    ['a missing managing tenant', { properties: { authorizations: [support] } }],
    ['missing authorizations', { properties: { managedByTenantId: northwind } }],
    ['authorizations that are no list', { properties: properties({ authorizations: support }) }],
    ['a plan without its version', { properties: properties(), plan: { ...plan, version: '' } }],
    [
      'an unknown factor',
      { properties: properties({ eligibleAuthorizations: [eligible({ multiFactorAuthProvider: 'SMS' })] }) },
    ],
    ['no properties', {}],
    ['no body', undefined],
  ])('for %s in its body', async (_why, body) => {
    const answer = await call(testContext(), 'owner', 'PUT', definitionId(), body);
    expect([answer.status, answer.code]).toEqual([400, 'InvalidRequestContent']);
  });

  it('at a resource group', async () => {
    const scope = `${subscriptionId()}/resourceGroups/rg-Web`;
    const path = `${scope}/providers/Microsoft.ManagedServices/registrationDefinitions/${first}`;
    const answer = await call(testContext(), 'owner', 'PUT', path, { properties: properties() });
    expect([answer.status, answer.code]).toEqual([400, 'InvalidRegistrationDefinitionUri']);
    expect(answer.message).toBe(
      `The registration definition request scope '${scope}' should be '/subscriptions/<subscriptionId>'.`,
    );
  });

  it('under a name that is no GUID', async () => {
    const answer = await call(testContext(), 'owner', 'PUT', definitionId('platform'), { properties: properties() });
    expect(answer.status).toBe(400);
  });
});

describe('a definition is taken', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['with Contributor, who has no restricted action by name', withRole(roles.contributor)],
    [
      'with User Access Administrator passing roles on',
      withRole(roles.userAccessAdministrator, { delegatedRoleDefinitionIds: [roles.reader] }),
    ],
    [
      'with just-in-time access',
      {
        eligibleAuthorizations: [
          eligible({ maximumActivationDuration: 'PT30M', managedByTenantApprovers: approvers(10) }),
        ],
      },
    ],
    [
      'with the default policy written out and left away',
      {
        eligibleAuthorizations: [
          eligible({ multiFactorAuthProvider: 'None', maximumActivationDuration: 'PT8H' }),
          eligible(undefined, { principalId: ids.engineer }),
        ],
      },
    ],
    [
      'with ids in upper case',
      {
        managedByTenantId: northwind.toUpperCase(),
        authorizations: [{ principalId: ids.support.toUpperCase(), roleDefinitionId: roles.reader.toUpperCase() }],
      },
    ],
  ])('%s, and stored as sent', async (_why, more) => {
    const answer = await put(more);
    expect(answer.status).toBe(201);
    expect(answer.body['properties']).toMatchObject(properties(more));
  });
});

describe('a definition with a marketplace plan', () => {
  it('is taken where it says what the plan’s version says, in whatever order and under whatever names', async () => {
    const context = testContext();
    const bot = { principalId: ids.bot, roleDefinitionId: roles.contributor };
    const both = context.world.catalog.map((each) => ({ ...each, authorizations: [support, bot] }));
    context.world.catalog.splice(0, Infinity, ...both);
    const answer = await put(
      { authorizations: [bot, { ...support, principalIdDisplayName: 'Other' }] },
      { plan },
      context,
    );
    expect([answer.status, answer.body['plan']]).toEqual([201, plan]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, string]>([
    ['a plan nobody published', {}, { plan: { ...plan, name: 'golden' } }, 'ResourcePurchaseValidationFailed'],
    ['a version nobody published', {}, { plan: { ...plan, version: '9.9.9' } }, 'ResourcePurchaseValidationFailed'],
    ['other authorizations', withRole(roles.contributor), { plan }, CREATE],
    ['just-in-time access the plan does not have', { eligibleAuthorizations: [eligible({})] }, { plan }, CREATE],
    ['another managing tenant', { managedByTenantId: tailspin }, { plan }, CREATE],
  ])('is refused for %s', async (_why, more, rest, code) => {
    expect((await put(more, rest)).code).toBe(code);
  });

  it('that is private is for the listed subscriptions, and never for a reseller’s', async () => {
    const rest = { plan: { ...plan, name: 'private' } };
    expect((await put({}, rest)).status).toBe(201);
    expect((await put({}, rest, testContext(), reseller)).code).toBe('MarketplacePurchaseEligibilityFailed');
    const context = testContext();
    const others = context.world.catalog.map((each) => (each.privateTo ? { ...each, privateTo: [reseller] } : each));
    context.world.catalog.splice(0, Infinity, ...others);
    expect((await put({}, rest, context)).code).toBe('MarketplacePurchaseEligibilityFailed');
  });
});
