import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, customer } from '../../test/domain/offers.ts';
import type { CheckFacts } from './checkFinding.ts';
import type { RoleDefinition } from './estate.ts';
import { principalId, roleId, tenantId, type RoleId } from './ids.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { checkOffer, needsMending } from './offerCheck.ts';
import { contributorId, ownerId, removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

const readerId = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const customId = roleId('c0000000-0000-4000-8000-000000000001');
const dataId = roleId('c0000000-0000-4000-8000-000000000002');
const restrictedId = roleId('c0000000-0000-4000-8000-000000000003');
const deprecatedId = roleId('c0000000-0000-4000-8000-000000000004');
const nobodyId = roleId('c0000000-0000-4000-8000-000000000005');
const group = principalId('bbbbbbbb-0000-4000-8000-000000000001');
const other = principalId('bbbbbbbb-0000-4000-8000-000000000002');

function role(id: RoleId, more: Partial<RoleDefinition> = {}): RoleDefinition {
  const permissions = [{ actions: ['*/read'], notActions: [] }];
  return { id, name: 'Some role', builtIn: true, permissions, dataActions: [], ...more };
}

const roles = new Map(
  [
    role(readerId),
    role(contributorId),
    role(removesItselfId),
    role(ownerId),
    role(userAccessAdministratorId),
    role(customId, { builtIn: false }),
    role(dataId, { dataActions: ['Microsoft.Storage/*'] }),
    role(restrictedId, {
      permissions: [{ actions: ['Microsoft.Authorization/roleAssignments/write'], notActions: [] }],
    }),
    role(deprecatedId, { name: '[Deprecated] Old role' }),
  ].map((one) => [one.id, one]),
);
const facts: CheckFacts = { tenantId: customer, roles, rolesRead: true };

function standing(more: Partial<Authorization> = {}): Authorization {
  return { kind: 'standing', principalId: group, roleId: readerId, delegatedRoleIds: [], ...more };
}

function eligible(
  terms: Partial<NonNullable<Authorization['justInTime']>> = {},
  more: Partial<Authorization> = {},
): Authorization {
  const justInTime = { mfa: true, maximumMinutes: 240, approvers: [], ...terms };
  return { kind: 'eligible', principalId: group, roleId: contributorId, delegatedRoleIds: [], justInTime, ...more };
}

const { justInTime: _, ...withoutTerms } = eligible();

const good = [standing(), standing({ roleId: removesItselfId })];

function offering(authorizations: readonly Authorization[], more: Partial<OfferContent> = {}): OfferContent {
  return { ...content(), authorizations, ...more };
}

function said(offer: OfferContent, against: CheckFacts = facts): string[] {
  return checkOffer(offer, against).map(({ code, severity, rows }) => `${severity} ${code} ${rows.join()}`.trim());
}

const approvers = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    principalId: principalId(`dddddddd-0000-4000-8000-${at.toString().padStart(12, '0')}`),
  }));
const plan = { publisher: 'a', product: 'b', name: 'c', version: '1.0.0' };

describe('the check of an offer', () => {
  it('finds nothing in an offer that keeps every rule', () => {
    expect(said(offering(good))).toEqual([]);
  });

  const one = (more: Partial<Authorization>) => offering([...good, standing(more)]);
  it.each<[what: string, offer: OfferContent, expected: string[]]>([
    [
      'a managing tenant that is no id',
      offering(good, { managedByTenantId: tenantId('northwind') }),
      ['refused tenantInvalid'],
    ],
    ["the customer's own tenant", offering(good, { managedByTenantId: customer }), ['refused ownTenant']],
    ['a plan with a part missing', offering(good, { plan: { ...plan, product: '' } }), ['refused planIncomplete']],
    [
      'a version that is not n.n.n',
      offering(good, { plan: { ...plan, version: '1.0' } }),
      ['mayBeRefused versionInvalid'],
    ],
    ['a plan with a part that is blank', offering(good, { plan: { ...plan, name: ' ' } }), ['refused planIncomplete']],
    ['a plan without a version', offering(good, { plan: { ...plan, version: ' ' } }), ['refused planIncomplete']],
    ...['v1.0.0', '1.0.0-beta', '1.0.', '1.0.0.0'].map((version): [string, OfferContent, string[]] => [
      `the version ${version}`,
      offering(good, { plan: { ...plan, version } }),
      ['mayBeRefused versionInvalid'],
    ]),
    ['versions with blanks around', offering(good, { plan: { ...plan, version: ' 10.20.30 ' } }), []],
    [
      'as many authorizations as there may be',
      offering([...good, ...approvers(18).map(({ principalId: id }) => standing({ principalId: id }))]),
      [],
    ],
    [
      'the worst first, and then in the order of the rows',
      offering([standing({ roleId: deprecatedId }), standing({ roleId: customId }), standing({ roleId: dataId })]),
      ['refused customRole 1', 'refused dataActions 2', 'mayBeRefused roleDeprecated 0', 'note noDeleteRole'],
    ],
    [
      'no standing authorization',
      offering([eligible({}, { roleId: removesItselfId })]),
      ['refused noStanding', 'note noStandingBeside 0', 'note principalKindUnknown 0'],
    ],
    [
      'more than 20 authorizations',
      offering([...good, ...approvers(19).map(({ principalId: id }) => standing({ principalId: id }))]),
      ['mayBeRefused tooMany'],
    ],
    [
      'a principal that is no id',
      one({ principalId: principalId('admins@northwind') }),
      ['refused principalInvalid 2'],
    ],
    ['a role that is no id', one({ principalId: other, roleId: roleId('Reader') }), ['refused roleInvalid 2']],
    ['Owner', one({ roleId: ownerId }), ['refused owner 2']],
    ['a custom role', one({ roleId: customId }), ['refused customRole 2']],
    ['a role with data actions', one({ roleId: dataId }), ['refused dataActions 2']],
    ['a role with restricted actions', one({ roleId: restrictedId }), ['mayBeRefused restrictedActions 2']],
    ['a role that Azure deprecated', one({ roleId: deprecatedId }), ['mayBeRefused roleDeprecated 2']],
    ['a role that Azure does not know', one({ roleId: nobodyId }), ['mayBeRefused roleUnknown 2']],
    [
      'User Access Administrator without roles',
      one({ roleId: userAccessAdministratorId }),
      ['refused delegatedRolesMissing 2'],
    ],
    [
      'Owner among the roles to pass on',
      one({ roleId: userAccessAdministratorId, delegatedRoleIds: [ownerId] }),
      ['refused delegatedRoleNotAllowed 2'],
    ],
    [
      'an unknown role among those to pass on',
      one({ roleId: userAccessAdministratorId, delegatedRoleIds: [contributorId, nobodyId] }),
      ['mayBeRefused delegatedRoleUnknown 2'],
    ],
    [
      'roles to pass on beside another role',
      one({ roleId: contributorId, delegatedRoleIds: [readerId] }),
      ['mayBeRefused delegatedRolesUnused 2'],
    ],
    [
      'User Access Administrator just in time',
      offering([...good, eligible({}, { roleId: userAccessAdministratorId, delegatedRoleIds: [readerId] })]),
      ['refused notEligible 2', 'note principalKindUnknown 2'],
    ],
    [
      '20 minutes',
      offering([...good, eligible({ maximumMinutes: 20 })]),
      ['refused durationOutOfRange 2', 'note principalKindUnknown 2'],
    ],
    [
      '9 hours',
      offering([...good, eligible({ maximumMinutes: 540 })]),
      ['refused durationOutOfRange 2', 'note principalKindUnknown 2'],
    ],
    [
      '30 minutes and 8 hours',
      offering([
        ...good,
        eligible({ maximumMinutes: 30 }),
        eligible({ maximumMinutes: 480 }, { roleId: readerId, principalId: other }),
      ]),
      ['note principalKindUnknown 2,3', 'note noStandingBeside 3'],
    ],
    [
      '11 approvers',
      offering([...good, eligible({ approvers: approvers(11) })]),
      ['refused tooManyApprovers 2', 'note principalKindUnknown 2'],
    ],
    ['10 approvers', offering([...good, eligible({ approvers: approvers(10) })]), ['note principalKindUnknown 2']],
    [
      'an approver that is no id',
      offering([...good, eligible({ approvers: [{ principalId: principalId('boss') }] })]),
      ['refused approverInvalid 2', 'note principalKindUnknown 2'],
    ],
    [
      'one role under two policies',
      offering([
        ...good,
        standing({ principalId: other }),
        eligible(),
        eligible({ mfa: false }, { principalId: other }),
      ]),
      ['refused policyDiffers 3,4', 'note principalKindUnknown 3,4'],
    ],
    [
      'one role that others approve for others',
      offering([
        ...good,
        standing({ principalId: other }),
        eligible({ approvers: approvers(2) }),
        eligible({ approvers: approvers(2).toReversed() }, { principalId: other }),
        eligible({ approvers: approvers(1) }, { principalId: other, roleId: readerId }),
        eligible({ approvers: [{ principalId: group }] }, { roleId: readerId }),
      ]),
      [
        'refused policyDiffers 5,6',
        'note principalKindUnknown 3,4,5,6',
        'note standingMakesMoot 5,2',
        'note standingMakesMoot 6,0',
      ],
    ],
    [
      'one role without terms and under the terms that Azure takes then',
      offering([
        ...good,
        standing({ principalId: other }),
        withoutTerms,
        eligible({ mfa: false, maximumMinutes: 480 }, { principalId: other }),
      ]),
      ['note principalKindUnknown 3,4'],
    ],
    [
      'one role without terms and under others',
      offering([...good, standing({ principalId: other }), withoutTerms, eligible({}, { principalId: other })]),
      ['refused policyDiffers 3,4', 'note principalKindUnknown 3,4'],
    ],
    [
      'just-in-time access that stands anyway',
      offering([...good, standing({ roleId: contributorId }), eligible()]),
      ['note standingMakesMoot 3,2', 'note principalKindUnknown 3'],
    ],
    ['the same row twice', one({}), ['mayBeRefused duplicate 0,2']],
    ['no way to end its own access', offering([standing()]), ['note noDeleteRole']],
  ])('finds %s', (_what, offer, expected) => {
    expect(said(offer)).toEqual(expected);
  });

  it('says how much is too much, and which role nobody knows', () => {
    const found = (offer: OfferContent) => checkOffer(offer, facts);
    const many = [...good, ...approvers(19).map(({ principalId: id }) => standing({ principalId: id }))];
    expect(found(offering(many))).toMatchObject([{ code: 'tooMany', amount: 21 }]);
    const passingOn = standing({ roleId: userAccessAdministratorId, delegatedRoleIds: [nobodyId] });
    expect(found(offering([...good, passingOn]))).toMatchObject([{ code: 'delegatedRoleUnknown', roleId: nobodyId }]);
    const strict = offering([...good, eligible({ maximumMinutes: 481, approvers: approvers(11) })]);
    expect(found(strict).filter(({ fault }) => fault === 'provider')).toMatchObject([
      { code: 'durationOutOfRange', amount: 481 },
      { code: 'tooManyApprovers', amount: 11 },
    ]);
  });

  it('is the provider’s to mend where something is wrong, and nobody’s where it only notes', () => {
    expect(needsMending(checkOffer(offering(good), facts))).toBe(false);
    expect(needsMending(checkOffer(offering([standing()]), facts))).toBe(false);
    expect(needsMending(checkOffer(offering([...good, standing({ roleId: ownerId })]), facts))).toBe(true);
  });

  it('knows that a national cloud has no just-in-time access', () => {
    expect(said(offering([...good, eligible()]), { ...facts, cloud: 'national' })).toContain(
      'refused eligibleInThisCloud 2',
    );
  });

  it('says nothing about a role of its own table where Azure could not be asked', () => {
    const blind: CheckFacts = { roles: new Map(), rolesRead: false };
    expect(said(offering(good), blind)).toEqual([]);
    expect(said(one({ roleId: nobodyId }), blind)).toEqual(['mayBeRefused roleUnknown 2']);
  });

  const anyRow: fc.Arbitrary<Authorization> = fc
    .record({
      just: fc.boolean(),
      principalId: fc.constantFrom(group, other),
      roleId: fc.constantFrom(readerId, contributorId, ownerId, customId, nobodyId, userAccessAdministratorId),
      delegatedRoleIds: fc.subarray([readerId, ownerId]),
      maximumMinutes: fc.constantFrom(10, 30, 480, 600),
      mfa: fc.boolean(),
    })
    .map(({ just, maximumMinutes, mfa, ...row }) =>
      just
        ? { kind: 'eligible', ...row, justInTime: { mfa, maximumMinutes, approvers: [] } }
        : { kind: 'standing', ...row },
    );

  it('finds the same whatever order the rows come in, and points at rows that are there', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const found = checkOffer(offering(rows), facts);
        const turned = checkOffer(offering(rows.toReversed()), facts);
        const counted = (list: typeof found) =>
          list.map(({ code, severity, fault }) => `${code} ${severity} ${fault}`).toSorted();
        expect(counted(turned)).toEqual(counted(found));
        for (const finding of found) {
          expect(finding.rows.every((at) => rows[at] !== undefined)).toBe(true);
          expect(finding.fault === 'nobody').toBe(finding.severity === 'note');
        }
      }),
    );
  });

  it('never finds less to mend when an authorization with a fault joins', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
        expect(needsMending(checkOffer(offering([...rows, standing({ roleId: ownerId })]), facts))).toBe(true);
      }),
    );
  });
});

describe('the findings of the check', () => {
  it('speak of the offer before they speak of its rows', () => {
    const offer = offering([standing({ principalId: principalId('boss') }), ...good], { managedByTenantId: customer });
    expect(said(offer)).toEqual(['refused ownTenant', 'refused principalInvalid 0']);
  });

  it('ask no plan of an offer by template', () => {
    const { plan: __, ...bare } = offering(good);
    expect(said(bare)).toEqual([]);
  });

  it.each([
    ['Deprecated role', true],
    ['[Deprecated] role', true],
    ['** Deprecated: role', true],
    ['Reader of deprecated things', false],
  ])('take a role called %s for deprecated: %s', (name, isDeprecated) => {
    const against = { ...facts, roles: new Map([...roles, [deprecatedId, role(deprecatedId, { name })]]) };
    const findings = said(offering([...good, standing({ roleId: deprecatedId })]), against);
    expect(findings).toEqual(isDeprecated ? ['mayBeRefused roleDeprecated 2'] : []);
  });
});
