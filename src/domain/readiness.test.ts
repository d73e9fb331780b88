import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockReason } from './blockReasons.ts';
import type { AllowList } from './estate.ts';
import {
  copyId,
  delegationId,
  resourceGroupScope,
  roleId,
  subscriptionId,
  subscriptionScope,
  tenantId,
} from './ids.ts';
import type { Known } from './known.ts';
import type { Delegation } from './offer.ts';
import { actionsFor, type Permission } from './permissions.ts';
import type { RegistrationState } from './port.ts';
import type { Problem } from './problem.ts';
import { readinessOf } from './readiness.ts';
import type { ReadinessFacts } from './readinessFacts.ts';
import type { ReadinessWarning } from './readinessWarnings.ts';
import type { ResourceGroup, Subscription, SubscriptionState } from './scope.ts';
import type { Standing } from './standing.ts';
import { contributorId, ownerId, userAccessAdministratorId } from './wellKnownRoles.ts';

const contoso = tenantId('11111111-1111-4111-8111-111111111111');
const fabrikam = tenantId('22222222-2222-4222-8222-222222222222');
const northwind = tenantId('33333333-3333-4333-8333-333333333333');
const id = subscriptionId('00000000-0000-4000-8000-000000000001');
const problem: Problem = { code: 'azureDown' };
const unknown = { state: 'unknown', problem } as const;
const notRead = { state: 'notRead' } as const;

function known<T>(value: T): Known<T> {
  return { state: 'known', value };
}

const owner: Permission = { actions: ['*'], notActions: [] };
const contributor: Permission = {
  actions: ['*'],
  notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'],
};
const reader: Permission = { actions: ['*/read'], notActions: [] };
const userAccessAdministrator: Permission = { actions: ['*/read', 'Microsoft.Authorization/*'], notActions: [] };

function subscription(over: Partial<Subscription> = {}): Subscription {
  return {
    kind: 'subscription',
    id: subscriptionScope(id),
    subscriptionId: id,
    tenantId: contoso,
    name: 'Production',
    state: 'Enabled',
    tags: {},
    managementGroups: [
      { name: contoso, displayName: 'Root' },
      { name: 'platform', displayName: 'Platform' },
    ],
    ...over,
  };
}

const web: ResourceGroup = {
  kind: 'resourceGroup',
  id: resourceGroupScope(id, 'web'),
  subscriptionId: id,
  name: 'web',
  location: 'koreacentral',
  tags: {},
};

function facts(over: Partial<ReadinessFacts> = {}): ReadinessFacts {
  return {
    scope: subscription(),
    subscription: subscription(),
    signedInTenant: contoso,
    membership: 'member',
    guests: 'block',
    expectation: { tenants: [], offers: [], otherwise: 'block' },
    offer: { managedByTenantId: northwind, source: 'marketplace', content: {} },
    here: { state: 'none' },
    rights: known([owner]),
    registration: known<RegistrationState>('registered'),
    allowLists: known([]),
    ...over,
  };
}

/** The facts with another subscription, which is the scope too. */
function about(over: Partial<Subscription>): Partial<ReadinessFacts> {
  return { scope: subscription(over), subscription: subscription(over) };
}

function allowList(over: Partial<AllowList> = {}): AllowList {
  return {
    assignmentId:
      '/providers/microsoft.management/managementgroups/platform/providers/microsoft.authorization/policyassignments/lighthouse',
    name: 'Allowed providers',
    scope: '/providers/microsoft.management/managementgroups/platform',
    notScopes: [],
    allowedTenants: [fabrikam],
    enforced: true,
    ...over,
  };
}

const policyReason = { code: 'policy', name: 'Allowed providers', assignmentId: allowList().assignmentId };
const copy = copyId(id, 'cccccccc-0000-4000-8000-000000000001');
const delegation: Delegation = {
  id: delegationId(subscriptionScope(id), 'dddddddd-0000-4000-8000-000000000001'),
  scope: subscriptionScope(id),
  copyId: copy,
  provisioning: 'succeeded',
};
const delegateNeeds = actionsFor.delegate;
const withoutAction = (action: string): Permission => ({ actions: ['*'], notActions: [action] });

describe('readinessOf: ready', () => {
  it.each([
    ['an Owner, registered', {}, 'ready'],
    ['an Owner, registering: nothing waits for it', { registration: known<RegistrationState>('registering') }, 'ready'],
    ['an Owner, not registered', { registration: known<RegistrationState>('notRegistered') }, 'needsRegistration'],
    ['an Owner, unregistering', { registration: known<RegistrationState>('unregistering') }, 'needsRegistration'],
    [
      'an Owner, in a state that nobody knows',
      { registration: known<RegistrationState>('unknown') },
      'needsRegistration',
    ],
    [
      'Contributor and User Access Administrator together',
      { rights: known([contributor, userAccessAdministrator]) },
      'ready',
    ],
    ['a resource group of such a subscription', { scope: web }, 'ready'],
  ] satisfies [string, Partial<ReadinessFacts>, string][])('%s: %s', (_, over, state) => {
    expect(readinessOf(facts(over))).toEqual({ state, warnings: [] });
  });
});

describe('readinessOf: blocked', () => {
  it.each<readonly [string, Partial<ReadinessFacts>, BlockReason]>([
    ['seen through Lighthouse', about({ tenantId: fabrikam }), { code: 'otherTenant', tenantId: fabrikam }],
    [
      'the provider is this tenant',
      { offer: { managedByTenantId: contoso, source: 'template', content: {} } },
      { code: 'ownTenant' },
    ],
    ['disabled', about({ state: 'Disabled' }), { code: 'subscriptionState', state: 'Disabled' }],
    ['deleted', about({ state: 'Deleted' }), { code: 'subscriptionState', state: 'Deleted' }],
    ['warned: Azure creates nothing there', about({ state: 'Warned' }), { code: 'subscriptionState', state: 'Warned' }],
    ['a guest', { membership: 'guest' }, { code: 'guest' }],
    [
      'a managing tenant that is not expected',
      { expectation: { tenants: [fabrikam], offers: [], otherwise: 'block' } },
      { code: 'unexpected', what: 'managingTenant' },
    ],
    [
      'an offer that is not expected',
      { expectation: { tenants: [northwind], offers: ['northwind.managed.gold'], otherwise: 'block' } },
      { code: 'unexpected', what: 'offer' },
    ],
    [
      'a Contributor: may register, may not delegate',
      { rights: known([contributor]), registration: known<RegistrationState>('notRegistered') },
      { code: 'missingActions', actions: delegateNeeds.slice(0, 2), heldInGroup: false },
    ],
    [
      'a Reader, not registered',
      { rights: known([reader]), registration: known<RegistrationState>('notRegistered') },
      {
        code: 'missingActions',
        actions: [
          'Microsoft.Authorization/roleAssignments/write',
          'Microsoft.Authorization/roleAssignments/delete',
          'Microsoft.ManagedServices/registrationAssignments/write',
          'Microsoft.ManagedServices/register/action',
        ],
        heldInGroup: false,
      },
    ],
    [
      'User Access Administrator alone',
      { rights: known([userAccessAdministrator]) },
      {
        code: 'missingActions',
        actions: ['Microsoft.ManagedServices/registrationAssignments/write'],
        heldInGroup: false,
      },
    ],
    ['no right at all', { rights: known([]) }, { code: 'missingActions', actions: delegateNeeds, heldInGroup: false }],
    [
      'Owner of the resource group only',
      { scope: web, rights: known([]), rightsInGroup: known([owner]) },
      { code: 'missingActions', actions: delegateNeeds, heldInGroup: true },
    ],
    [
      'Reader of the resource group only',
      { scope: web, rights: known([]), rightsInGroup: known([reader]) },
      { code: 'missingActions', actions: delegateNeeds, heldInGroup: false },
    ],
    [
      'a deny assignment takes the right away',
      {
        denials: known([
          { name: 'Managed by Databricks', permissions: [{ actions: ['Microsoft.Authorization/*'], notActions: [] }] },
        ]),
      },
      { code: 'denyAssignment', name: 'Managed by Databricks' },
    ],
  ])('%s', (_, over, reason) => {
    const readiness = readinessOf(facts(over));
    expect(readiness).toMatchObject({ state: 'blocked', reasons: [reason] });
  });

  it.each([...actionsFor.delegate, ...actionsFor.register])('without %s nothing is ready', (action) => {
    const readiness = readinessOf(
      facts({ rights: known([withoutAction(action)]), registration: known<RegistrationState>('notRegistered') }),
    );
    expect(readiness).toMatchObject({ state: 'blocked', reasons: [{ code: 'missingActions', actions: [action] }] });
  });

  it('lists every reason, most decisive first', () => {
    const everything = facts({
      ...about({ tenantId: fabrikam, state: 'Disabled' }),
      offer: { managedByTenantId: fabrikam, source: 'marketplace', content: {} },
      membership: 'guest',
      rights: known([reader]),
      allowLists: known([allowList({ scope: '/', allowedTenants: [] })]),
      denials: known([{ name: 'Locked', permissions: [owner] }]),
    });
    const readiness = readinessOf(everything);
    expect(readiness.state === 'blocked' && readiness.reasons.map((reason) => reason.code)).toEqual([
      'otherTenant',
      'ownTenant',
      'subscriptionState',
      'guest',
      'policy',
      'denyAssignment',
      'missingActions',
    ]);
  });

  it('asks for the right to store the offer where Azure does not have it yet, and only there', () => {
    const rights = known([withoutAction('Microsoft.ManagedServices/registrationDefinitions/write')]);
    const { offer } = facts();
    expect(readinessOf(facts({ rights, offer: { ...offer, copies: [] } }))).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'missingActions', actions: actionsFor.copy }],
    });
    expect(readinessOf(facts({ rights })).state).toBe('ready');
  });

  it('does not ask for the right to register where nobody knows whether that is needed', () => {
    const rights = known([withoutAction('Microsoft.ManagedServices/register/action')]);
    expect(readinessOf(facts({ rights, registration: unknown }))).toEqual({ state: 'unknown', problem });
    expect(readinessOf(facts({ rights, registration: notRead }))).toEqual({ state: 'notChecked' });
  });

  it('does not ask for the right to register where it is registered', () => {
    expect(
      readinessOf(facts({ rights: known([withoutAction('Microsoft.ManagedServices/register/action')]) })).state,
    ).toBe('ready');
  });
});

describe('readinessOf: policy', () => {
  const root = `/providers/microsoft.management/managementgroups/${contoso}`;
  const blocks: readonly (readonly [string, Partial<AllowList>, Partial<ReadinessFacts>])[] = [
    ['at a management group above', {}, {}],
    ['at the root group, though groups cannot be read', { scope: root }, unreadGroups()],
    ['at the subscription', { scope: subscriptionScope(id) }, {}],
    ['above a resource group', {}, { scope: web }],
    ['at the resource group itself', { scope: web.id.toLowerCase() }, { scope: web }],
    ['that allows nobody', { allowedTenants: [] }, {}],
    ['that leaves out something else', { notScopes: ['/subscriptions/00000000-0000-4000-8000-000000000009'] }, {}],
  ];
  it.each(blocks)('an allow-list %s blocks', (_, list, over) => {
    const readiness = readinessOf(facts({ allowLists: known([allowList(list)]), ...over }));
    expect(readiness).toMatchObject({ state: 'blocked', reasons: [policyReason] });
  });

  it.each<readonly [string, Partial<AllowList>, Partial<ReadinessFacts>]>([
    ['that names the provider', { allowedTenants: [fabrikam, northwind] }, {}],
    ['that is not enforced', { enforced: false }, {}],
    ['at another management group', { scope: '/providers/microsoft.management/managementgroups/sandbox' }, {}],
    ['at a resource group below', { scope: web.id.toLowerCase() }, {}],
    ['that leaves the subscription out', { notScopes: [subscriptionScope(id)] }, {}],
    ['that leaves the resource group out', { notScopes: [web.id.toLowerCase()] }, { scope: web }],
  ])('an allow-list %s does not', (_, list, over) => {
    expect(readinessOf(facts({ allowLists: known([allowList(list)]), ...over }))).toEqual({
      state: 'ready',
      warnings: [],
    });
  });

  function unreadGroups(): Partial<ReadinessFacts> {
    const { managementGroups: _groups, ...bare } = subscription();
    return { scope: bare, subscription: bare };
  }

  it.each<readonly [string, Partial<AllowList>]>([
    ['it is assigned at a management group', {}],
    [
      'it leaves out a management group',
      { scope: root, notScopes: ['/providers/microsoft.management/managementgroups/platform'] },
    ],
  ])('where groups cannot be read it may apply: %s', (_, list) => {
    expect(readinessOf(facts({ allowLists: known([allowList(list)]), ...unreadGroups() }))).toEqual({
      state: 'ready',
      warnings: [{ code: 'policyMayApply', name: policyReason.name, assignmentId: policyReason.assignmentId }],
    });
  });
});

describe('readinessOf: delegated', () => {
  it.each<readonly [string, Standing, object]>([
    ['the same version', { state: 'same', delegation }, { as: 'same' }],
    ['being applied', { state: 'settling', delegation }, { as: 'settling' }],
    ['another version', { state: 'other', delegation, version: '0.9.0' }, { as: 'otherVersion', version: '0.9.0' }],
    ['other rights, no version', { state: 'other', delegation, version: undefined }, { as: 'otherVersion' }],
  ])('%s, here and above', (_, standing, expected) => {
    expect(readinessOf(facts({ here: standing }))).toEqual({
      state: 'delegated',
      where: 'here',
      delegation,
      ...expected,
    });
    expect(readinessOf(facts({ scope: web, above: standing }))).toEqual({
      state: 'delegated',
      where: 'above',
      delegation,
      ...expected,
    });
  });

  it('counts here before above, and before anything that would block', () => {
    const above: Standing = { state: 'same', delegation };
    const here: Standing = { state: 'same', delegation: { ...delegation, scope: web.id } };
    expect(readinessOf(facts({ scope: web, here, above, membership: 'guest', rights: notRead }))).toMatchObject({
      where: 'here',
    });
  });

  it('does not count what failed, but says so', () => {
    const failed = { ...delegation, provisioning: 'failed' as const };
    expect(readinessOf(facts({ here: { state: 'broken', delegation: failed } }))).toEqual({
      state: 'ready',
      warnings: [{ code: 'earlierAttempt', delegation: failed }],
    });
    expect(readinessOf(facts({ scope: web, above: { state: 'broken', delegation: failed } }))).toEqual({
      state: 'ready',
      warnings: [],
    });
  });
});

describe('readinessOf: warnings', () => {
  const condition = '@Resource[...] ForAnyOfAnyValues:GuidEquals {…}';
  it.each<readonly [string, Partial<ReadinessFacts>, readonly ReadinessWarning[]]>([
    ['a guest, where guests are warned', { membership: 'guest', guests: 'warn' }, [{ code: 'guest' }]],
    ['an external member', { membership: 'externalMember' }, [{ code: 'externalMember' }]],
    ['a member, where guests are warned', { guests: 'warn' }, []],
    ['a subscription whose kind only names CSP', about({ quotaId: 'NotCSP_2015-05-01' }), []],
    ['a member of whom Azure did not say so', { membership: 'memberAssumed' }, []],
    [
      'a managing tenant that is not expected, where a person may decide',
      { expectation: { tenants: [fabrikam], offers: [], otherwise: 'warn' } },
      [{ code: 'unexpected', what: 'managingTenant' }],
    ],
    ['a CSP subscription', about({ quotaId: 'CSP_2015-05-01' }), [{ code: 'cspSubscription' }]],
    ['a CSP subscription in other letters', about({ quotaId: 'cspDevTest_2018-05-01' }), [{ code: 'cspSubscription' }]],
    [
      'a CSP subscription with a template offer',
      {
        ...about({ quotaId: 'CSP_2015-05-01' }),
        offer: { managedByTenantId: northwind, source: 'template', content: {} },
      },
      [],
    ],
    ['an enterprise subscription', about({ quotaId: 'EnterpriseAgreement_2014-09-01' }), []],
    ['past due: still works', about({ state: 'PastDue' }), [{ code: 'subscriptionState', state: 'PastDue' }]],
    ['a state that nobody knows', about({ state: 'Unknown' }), [{ code: 'subscriptionState', state: 'Unknown' }]],
    [
      'Owner with a condition',
      { heldRoles: known([{ roleId: ownerId, scope: subscriptionScope(id), condition }]) },
      [{ code: 'conditionedRole', roleIds: [ownerId] }],
    ],
    [
      'Owner with a condition, and once without',
      {
        heldRoles: known([
          { roleId: ownerId, scope: subscriptionScope(id), condition },
          { roleId: ownerId, scope: '/' },
        ]),
      },
      [],
    ],
    [
      'Owner with a condition, Contributor without: that gives no access to others',
      {
        heldRoles: known([
          { roleId: ownerId, scope: subscriptionScope(id), condition },
          { roleId: contributorId, scope: '/' },
        ]),
      },
      [{ code: 'conditionedRole', roleIds: [ownerId] }],
    ],
    ['roles without a condition', { heldRoles: known([{ roleId: ownerId, scope: '/' }]) }, []],
    [
      'a copy may not be stored',
      { rights: known([withoutAction('Microsoft.ManagedServices/registrationDefinitions/write')]) },
      [{ code: 'copyNotAllowed', actions: ['Microsoft.ManagedServices/registrationDefinitions/write'] }],
    ],
    ['policies could not be read', { allowLists: unknown }, [{ code: 'policyUnread', problem }]],
    ['deny assignments could not be read', { denials: unknown }, [{ code: 'denialsUnread', problem }]],
    ['own roles could not be read', { heldRoles: unknown }, [{ code: 'rolesUnread', problem }]],
    ['nobody asked', { denials: notRead, heldRoles: notRead, eligibleRoles: notRead }, []],
    [
      'a deny assignment about something else',
      { denials: known([{ name: 'Locked', permissions: [{ actions: ['Microsoft.Storage/*'], notActions: [] }] }]) },
      [],
    ],
    ['an eligible role that is not needed', { eligibleRoles: known([{ roleId: ownerId, scope: '/' }]) }, []],
  ])('%s', (_, over, warnings) => {
    expect(readinessOf(facts(over))).toEqual({ state: 'ready', warnings });
  });

  it.each<readonly [string, Partial<ReadinessFacts>]>([
    ['that a guest is blocked', { membership: 'guest' }],
    ['what blocks as unexpected', { expectation: { tenants: [fabrikam], offers: [], otherwise: 'block' } }],
    ['a copy, where nobody knows what the person may do', { membership: 'guest', rights: unknown }],
  ])('say nothing twice or unasked: %s', (_, over) => {
    expect(readinessOf(facts(over))).toMatchObject({ state: 'blocked', warnings: [] });
  });

  it('hint at roles by what is known of them here, where Azure did not say', () => {
    const eligibleRoles = known([{ roleId: ownerId, scope: '/' }]);
    const readiness = readinessOf(facts({ rights: known([reader]), eligibleRoles, roles: new Map() }));
    expect(readiness).toMatchObject({
      warnings: expect.arrayContaining([expect.objectContaining({ roleId: ownerId })]),
    });
  });

  it('a blocked scope keeps its warnings', () => {
    expect(readinessOf(facts({ membership: 'externalMember', rights: known([]) }))).toMatchObject({
      state: 'blocked',
      warnings: [{ code: 'externalMember' }],
    });
  });
});

describe('readinessOf: roles to activate', () => {
  const at = (scope: string) => [{ roleId: ownerId, scope, endsAt: '2027-01-01T00:00:00Z' }];
  const hint = (roleIdToActivate: string, scope: string) => ({ code: 'eligibleRole', roleId: roleIdToActivate, scope });
  const warningsFor = (over: Partial<ReadinessFacts>) => {
    const readiness = readinessOf(facts({ rights: known([]), ...over }));
    return readiness.state === 'blocked' ? readiness.warnings : undefined;
  };

  it.each([
    ['at the subscription', subscriptionScope(id)],
    ['at a management group above', '/providers/Microsoft.Management/managementGroups/platform'],
    ['at the root', '/'],
  ])('an eligible Owner %s is blocked, and told what to activate', (_, scope) => {
    expect(warningsFor({ eligibleRoles: known(at(scope)) })).toEqual([
      { ...hint(ownerId, scope), endsAt: '2027-01-01T00:00:00Z' },
    ]);
  });

  it.each([
    [
      'Owner of another subscription',
      known([{ roleId: ownerId, scope: '/subscriptions/00000000-0000-4000-8000-000000000002' }]),
    ],
    ['Owner of a resource group only', known([{ roleId: ownerId, scope: web.id }])],
    ['Contributor', known([{ roleId: contributorId, scope: '/' }])],
    ['a role that nobody knows', known([{ roleId: roleId('aaaaaaaa-0000-4000-8000-000000000001'), scope: '/' }])],
    ['it could not be read', unknown],
  ] satisfies [string, ReadinessFacts['eligibleRoles']][])('no hint: %s', (_, eligibleRoles) => {
    expect(warningsFor({ eligibleRoles })).toEqual([]);
  });

  it('names each role that is enough alone', () => {
    const eligibleRoles = known([
      { roleId: ownerId, scope: '/' },
      { roleId: userAccessAdministratorId, scope: '/' },
      { roleId: contributorId, scope: '/' },
    ]);
    expect(warningsFor({ eligibleRoles })).toEqual([hint(ownerId, '/')]);
    expect(warningsFor({ eligibleRoles, rights: known([contributor]) })).toEqual([
      hint(ownerId, '/'),
      hint(userAccessAdministratorId, '/'),
    ]);
  });

  it('names several that are enough together', () => {
    const eligibleRoles = known([
      { roleId: contributorId, scope: '/' },
      { roleId: userAccessAdministratorId, scope: '/' },
    ]);
    expect(warningsFor({ eligibleRoles })).toEqual([hint(contributorId, '/'), hint(userAccessAdministratorId, '/')]);
  });

  it('judges a custom role by its definition', () => {
    const custom = roleId('aaaaaaaa-0000-4000-8000-000000000001');
    const roles = new Map([
      [custom, { id: custom, name: 'Delegator', builtIn: false, permissions: [owner], dataActions: [] }],
    ]);
    expect(warningsFor({ eligibleRoles: known([{ roleId: custom, scope: '/' }]), roles })).toEqual([hint(custom, '/')]);
  });
});

describe('readinessOf: unknown and not checked', () => {
  it.each<readonly [string, Partial<ReadinessFacts>, object]>([
    ['rights not read', { rights: notRead }, { state: 'notChecked' }],
    ['registration not read', { registration: notRead }, { state: 'notChecked' }],
    ['policies not read', { allowLists: notRead }, { state: 'notChecked' }],
    ['rights unknown', { rights: unknown }, { state: 'unknown', problem }],
    ['registration unknown', { registration: unknown }, { state: 'unknown', problem }],
    [
      'rights unknown, registration not read',
      { rights: unknown, registration: notRead },
      { state: 'unknown', problem },
    ],
    [
      'a registration state that nobody knows, and no right to register',
      {
        registration: known<RegistrationState>('unknown'),
        rights: known([withoutAction('Microsoft.ManagedServices/register/action')]),
      },
      { state: 'unknown', problem: { code: 'badAnswer' } },
    ],
  ])('%s', (_, over, expected) => {
    expect(readinessOf(facts(over))).toEqual(expected);
  });

  it.each<readonly [string, Partial<ReadinessFacts>, BlockReason['code']]>([
    ['a guest, rights not read', { membership: 'guest', rights: notRead }, 'guest'],
    ['disabled, rights unknown', { ...about({ state: 'Disabled' }), rights: unknown }, 'subscriptionState'],
    ['no right, registration not read', { rights: known([]), registration: notRead }, 'missingActions'],
    ['no right, registration unknown', { rights: known([]), registration: unknown }, 'missingActions'],
  ])('what is certain is said at once: %s', (_, over, code) => {
    expect(readinessOf(facts(over))).toMatchObject({ state: 'blocked', reasons: [{ code }] });
  });

  it('never calls a scope ready unless everything it needs is known and held', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof(
        value.map((one) => known(one)),
        fc.constant(unknown),
        fc.constant(notRead),
      );
    const permission = fc.record({
      actions: fc.subarray([
        '*',
        '*/read',
        'Microsoft.Authorization/*',
        'Microsoft.ManagedServices/*',
        ...actionsFor.delegate,
        ...actionsFor.register,
      ]),
      notActions: fc.subarray(['Microsoft.Authorization/*/write', ...actionsFor.delegate, ...actionsFor.register]),
    });
    fc.assert(
      fc.property(
        fc.record({
          rights: maybe(fc.array(permission, { maxLength: 3 })),
          registration: maybe(
            fc.constantFrom<RegistrationState>(
              'notRegistered',
              'registering',
              'registered',
              'unregistering',
              'unknown',
            ),
          ),
          allowLists: maybe(fc.constantFrom([], [allowList()])),
          membership: fc.constantFrom(
            'member' as const,
            'memberAssumed' as const,
            'guest' as const,
            'externalMember' as const,
          ),
          state: fc.constantFrom<SubscriptionState>('Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted', 'Unknown'),
        }),
        ({ state, ...over }) => {
          const readiness = readinessOf(facts({ ...about({ state }), ...over }));
          if (readiness.state !== 'ready' && readiness.state !== 'needsRegistration') return;
          expect(over.membership).not.toBe('guest');
          expect(['Enabled', 'PastDue', 'Unknown']).toContain(state);
          expect([over.rights.state, over.registration.state]).toEqual(['known', 'known']);
          expect(over.allowLists.state).not.toBe('notRead');
          const held = over.rights.state === 'known' ? over.rights.value : [];
          const needs = [
            ...actionsFor.delegate,
            ...(readiness.state === 'needsRegistration' ? actionsFor.register : []),
          ];
          for (const action of needs) {
            const matches = (pattern: string) =>
              new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(action);
            expect(held.some((entry) => entry.actions.some(matches) && !entry.notActions.some(matches))).toBe(true);
          }
        },
      ),
    );
  });
});
