import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, accessOfOffer, strongOnlyByNotKnowing } from './access.ts';
import type { RoleDefinition } from './estate.ts';
import { principalId, roleId, type RoleId } from './ids.ts';
import { acceptanceOf, type RefusalReason, type RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization } from './offer.ts';
import { contributorId, ownerId, removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

const operators = principalId('10000000-0000-4000-8000-000000000001');
const engineers = principalId('10000000-0000-4000-8000-000000000002');
const reader = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const networkContributor = roleId('4d97b98b-1d4f-4787-a291-c67834d212e7');
const logAnalyticsContributor = roleId('92aaf0da-9dab-42b6-94a3-d43ce8d16293');
const unknown = roleId('aaaaaaaa-0000-4000-8000-000000000001');
const none: RoleDefinitions = new Map();

function standing(role: RoleId, over: Partial<Authorization> = {}): Authorization {
  return {
    kind: 'standing',
    principalId: operators,
    principalName: 'Operators',
    roleId: role,
    delegatedRoleIds: [],
    ...over,
  };
}

function eligible(role: RoleId, over: Partial<Authorization> = {}): Authorization {
  return {
    ...standing(role),
    kind: 'eligible',
    justInTime: { mfa: true, maximumMinutes: 120, approvers: [] },
    ...over,
  };
}

function defined(over: Partial<RoleDefinition>): RoleDefinitions {
  return new Map([
    [unknown, { id: unknown, name: 'Some role', builtIn: true, permissions: [], dataActions: [], ...over }],
  ]);
}

describe('accessOf', () => {
  it('takes what Azure says over the table', () => {
    const roles: RoleDefinitions = new Map([
      [
        reader,
        {
          id: reader,
          name: 'Reader',
          builtIn: true,
          permissions: [{ actions: ['*'], notActions: [] }],
          dataActions: [],
        },
      ],
    ]);
    expect(accessOf(standing(reader), none).level).toBe(1);
    expect(accessOf(standing(reader), roles).level).toBe(5);
  });

  it.each([
    ['no role named', [], 4],
    ['a harmless role', [reader], 4],
    ['a strong role', [contributorId], 4],
    ['a role that hands out access', [ownerId, reader], 5],
    ['an unknown role', [unknown], 4],
  ] as const)('User Access Administrator with %s: level %i', (_, delegatedRoleIds, level) => {
    const access = accessOf(standing(userAccessAdministratorId, { delegatedRoleIds }), none);
    expect(access.level).toBe(level);
    expect(access.findings).toEqual([{ code: 'handsOutRoles', roleIds: access.delegated.map((role) => role.roleId) }]);
    expect(access.delegated.map((role) => role.roleId).toSorted()).toEqual([...delegatedRoleIds].toSorted());
  });

  it('lists the roles to pass on strongest first', () => {
    const access = accessOf(standing(userAccessAdministratorId, { delegatedRoleIds: [reader, contributorId] }), none);
    expect(access.delegated.map((role) => role.roleId)).toEqual([contributorId, reader]);
  });

  it('counts roles to pass on with any other role too, though Azure knows no such thing', () => {
    const access = accessOf(standing(reader, { delegatedRoleIds: [networkContributor] }), none);
    expect(access.level).toBe(4);
    expect(access.findings.map((finding) => finding.code)).toEqual(['handsOutRoles', 'readsEverything', 'queriesLogs']);
    expect(accessOf(standing(ownerId, { delegatedRoleIds: [reader] }), none).level).toBe(5);
  });
});

describe('accessOfOffer', () => {
  const offer = [
    eligible(contributorId),
    standing(reader, { principalName: 'Ops' }),
    standing(networkContributor, { principalId: engineers, principalName: 'Engineers' }),
    standing(removesItselfId, { principalId: engineers, principalName: 'Engineers' }),
  ];

  it('keeps what one principal gets together, strongest first', () => {
    const access = accessOfOffer(offer, none);
    expect(access.level).toBe(4);
    expect(access.standing).toBe(2);
    expect(access.justInTime).toBe(4);
    expect(access.canRemoveItself).toBe(true);
    expect(access.mayBeRefused).toEqual([]);
    expect(access.principals.map(({ principalId: id, names, level }) => ({ id, names, level }))).toEqual([
      { id: operators, names: ['Operators', 'Ops'], level: 4 },
      { id: engineers, names: ['Engineers'], level: 2 },
    ]);
    expect(access.principals[0]?.access.map((one) => [one.authorization.kind, one.level])).toEqual([
      ['eligible', 4],
      ['standing', 1],
    ]);
  });

  it('knows whether the provider can leave by itself', () => {
    expect(accessOfOffer([standing(reader)], none).canRemoveItself).toBe(false);
    expect(accessOfOffer([standing(reader), standing(removesItselfId)], none).canRemoveItself).toBe(true);
  });

  it('knows no standing or just-in-time level where there is none', () => {
    expect(accessOfOffer([], none)).toEqual({ level: 0, principals: [], canRemoveItself: false, mayBeRefused: [] });
    expect(accessOfOffer([standing(reader)], none)).not.toHaveProperty('justInTime');
    expect(accessOfOffer([eligible(reader)], none)).not.toHaveProperty('standing');
  });

  it('names authorizations that Azure may refuse', () => {
    const access = accessOfOffer([standing(reader), standing(logAnalyticsContributor)], none);
    expect(access.mayBeRefused.map((one) => one.authorization.roleId)).toEqual([logAnalyticsContributor]);
  });

  const authorization = fc
    .record({
      kind: fc.constantFrom('standing' as const, 'eligible' as const),
      principalId: fc.constantFrom(operators, engineers),
      roleId: fc.constantFrom(
        reader,
        contributorId,
        userAccessAdministratorId,
        networkContributor,
        removesItselfId,
        unknown,
      ),
      delegatedRoleIds: fc.uniqueArray(fc.constantFrom(reader, contributorId, ownerId), { maxLength: 2 }),
    })
    .map((one): Authorization => one);

  it('never falls by one more authorization', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 6 }), authorization, (before, more) => {
        const after = accessOfOffer([...before, more], none);
        const was = accessOfOffer(before, none);
        expect(after.level).toBeGreaterThanOrEqual(was.level);
        expect(after.standing ?? -1).toBeGreaterThanOrEqual(was.standing ?? -1);
        expect(after.justInTime ?? -1).toBeGreaterThanOrEqual(was.justInTime ?? -1);
        if (was.canRemoveItself) expect(after.canRemoveItself).toBe(true);
      }),
    );
  });

  it('never falls by one more role to pass on', () => {
    fc.assert(
      fc.property(authorization, fc.constantFrom(reader, contributorId, ownerId, unknown), (one, more) => {
        const wider = { ...one, delegatedRoleIds: [...one.delegatedRoleIds, more] };
        expect(accessOf(wider, none).level).toBeGreaterThanOrEqual(accessOf(one, none).level);
      }),
    );
  });

  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 6 }), (list) => {
        expect(accessOfOffer(list.toReversed(), none)).toEqual(accessOfOffer(list, none));
      }),
    );
  });
});

describe('acceptanceOf', () => {
  const locks = [{ actions: ['Microsoft.Authorization/locks/write'], notActions: [] }];
  it.each([
    ['Owner', standing(ownerId), none, ['owner']],
    ['a custom role', standing(unknown), defined({ builtIn: false }), ['customRole']],
    [
      'a role with data actions',
      standing(unknown),
      defined({ dataActions: ['Microsoft.Storage/x/read'] }),
      ['dataActions'],
    ],
    [
      'a role that spells out a restricted action',
      standing(unknown),
      defined({ permissions: locks }),
      ['restrictedActions'],
    ],
    [
      'a role that spells out a restricted action, between blanks and among others',
      standing(unknown),
      defined({
        permissions: [{ actions: ['*/read', ' Microsoft.Authorization/locks/write '], notActions: [] }],
      }),
      ['restrictedActions'],
    ],
    ['a role with data actions, from the table', standing(logAnalyticsContributor), none, ['dataActions']],
    [
      'a restricted role, from the table',
      standing(roleId('f58310d9-a9f6-439a-9e8d-f62e7b41a168')),
      none,
      ['restrictedActions'],
    ],
    ['User Access Administrator alone', standing(userAccessAdministratorId), none, ['delegatedRolesMissing']],
    [
      'User Access Administrator, just in time',
      eligible(userAccessAdministratorId, { delegatedRoleIds: [reader] }),
      none,
      ['notEligible'],
    ],
    [
      'User Access Administrator that passes on Owner',
      standing(userAccessAdministratorId, { delegatedRoleIds: [ownerId] }),
      none,
      ['delegatedRoleNotAllowed'],
    ],
    [
      'User Access Administrator that passes on itself',
      standing(userAccessAdministratorId, { delegatedRoleIds: [userAccessAdministratorId] }),
      none,
      ['delegatedRoleNotAllowed'],
    ],
    [
      'several faults at once',
      standing(unknown),
      defined({ builtIn: false, dataActions: ['x'], permissions: locks }),
      ['customRole', 'dataActions', 'restrictedActions'],
    ],
  ] satisfies [string, Authorization, RoleDefinitions, RefusalReason[]][])(
    '%s may be refused',
    (_, authorization, roles, reasons) => {
      expect(acceptanceOf(authorization, roles)).toEqual({ state: 'mayBeRefused', reasons });
    },
  );

  it.each([
    ['Reader, from the table', standing(reader), none],
    [
      'Contributor: everything, but restricted actions taken out',
      standing(unknown),
      defined({ permissions: [{ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }] }),
    ],
    [
      'a restricted action that its own entry takes out',
      standing(unknown),
      defined({ permissions: [{ actions: ['Microsoft.Authorization/locks/write'], notActions: ['*/locks/*'] }] }),
    ],
    [
      'reading access',
      standing(unknown),
      defined({ permissions: [{ actions: ['Microsoft.Authorization/*/read'], notActions: [] }] }),
    ],
    [
      'User Access Administrator with a role to pass on',
      standing(userAccessAdministratorId, { delegatedRoleIds: [contributorId] }),
      none,
    ],
    [
      'User Access Administrator, whatever Azure says that it holds',
      standing(userAccessAdministratorId, { delegatedRoleIds: [contributorId] }),
      new Map(
        [...defined({ permissions: [{ actions: ['Microsoft.Authorization/*'], notActions: [] }] }).values()].map(
          (role) => [userAccessAdministratorId, { ...role, id: userAccessAdministratorId }],
        ),
      ),
    ],
  ] satisfies [string, Authorization, RoleDefinitions][])('%s is expected to pass', (_, authorization, roles) => {
    expect(acceptanceOf(authorization, roles)).toEqual({ state: 'expected' });
  });

  it('says nothing of a role that nobody knows', () => {
    expect(acceptanceOf(standing(unknown), none)).toEqual({ state: 'unknown' });
  });
});

describe('strongOnlyByNotKnowing', () => {
  const byNotKnowing = (authorizations: readonly Authorization[], roles = none) =>
    strongOnlyByNotKnowing(accessOfOffer(authorizations, roles));
  const entangles = defined({ permissions: [{ actions: ['Microsoft.Quantum/x/entangle/action'], notActions: [] }] });

  it('is so where nothing else is as strong', () => {
    expect(byNotKnowing([standing(unknown)])).toBe(true);
    expect(byNotKnowing([standing(unknown), standing(reader)], entangles)).toBe(true);
  });

  it('is not so where something is known to be as strong, or nothing is', () => {
    expect(byNotKnowing([standing(unknown), standing(contributorId)])).toBe(false);
    expect(byNotKnowing([standing(unknown), standing(ownerId)])).toBe(false);
    expect(byNotKnowing([standing(userAccessAdministratorId, { delegatedRoleIds: [reader] })])).toBe(false);
    expect(byNotKnowing([standing(reader)])).toBe(false);
    expect(byNotKnowing([])).toBe(false);
  });
});
