import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authorizationKey,
  canonicalAuthorizations,
  groupByPrincipal,
  justInTimeGaps,
  namesOf,
  sameRights,
  sharedGrants,
} from './authorizations.ts';
import { principalId, roleId } from './ids.ts';
import type { Approver, Authorization } from './offer.ts';

const alpha = principalId('10000000-0000-4000-8000-00000000000a');
const beta = principalId('10000000-0000-4000-8000-00000000000b');
const reader = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const contributor = roleId('b24988ac-6180-42a0-ab88-20f7382dd24c');

function grant(over: Partial<Authorization> = {}): Authorization {
  return { kind: 'standing', principalId: alpha, roleId: reader, delegatedRoleIds: [], ...over };
}

const approver = fc.record({ principalId: fc.constantFrom(alpha, beta) });
const authorization: fc.Arbitrary<Authorization> = fc.oneof(
  fc.record({
    kind: fc.constant('standing' as const),
    principalId: fc.constantFrom(alpha, beta),
    principalName: fc.constantFrom('A', 'B'),
    roleId: fc.constantFrom(reader, contributor),
    delegatedRoleIds: fc.uniqueArray(fc.constantFrom(reader, contributor)),
  }),
  fc.record({
    kind: fc.constant('eligible' as const),
    principalId: fc.constantFrom(alpha, beta),
    roleId: fc.constantFrom(reader, contributor),
    delegatedRoleIds: fc.constant([]),
    justInTime: fc.record({
      mfa: fc.boolean(),
      maximumMinutes: fc.constantFrom(30, 480),
      approvers: fc.uniqueArray(approver, { selector: (one) => one.principalId }),
    }),
  }),
);

describe('canonicalAuthorizations', () => {
  it('orders approvers by id, and one that stands there twice by name', () => {
    const approvers = [
      { principalId: beta },
      { principalId: alpha, name: 'Lee' },
      { principalId: alpha, name: 'Kim' },
      { principalId: alpha },
    ];
    const of = (list: readonly Approver[]) =>
      canonicalAuthorizations([
        grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 60, approvers: list } }),
      ])[0]?.justInTime?.approvers;
    const ordered = [
      { principalId: alpha },
      { principalId: alpha, name: 'Kim' },
      { principalId: alpha, name: 'Lee' },
      { principalId: beta },
    ];
    expect(of(approvers)).toEqual(ordered);
    expect(of(approvers.toReversed())).toEqual(ordered);
  });

  it('orders by principal, then role, standing first', () => {
    const list = [
      grant({ principalId: beta }),
      grant({ kind: 'eligible', roleId: contributor }),
      grant({ roleId: contributor }),
      grant(),
    ];
    expect(canonicalAuthorizations(list).map(authorizationKey)).toEqual([
      `${alpha}/${reader}/standing`,
      `${alpha}/${contributor}/standing`,
      `${alpha}/${contributor}/eligible`,
      `${beta}/${reader}/standing`,
    ]);
  });

  it('orders inner lists and drops exact repetitions only', () => {
    const one = grant({ delegatedRoleIds: [contributor, reader, contributor] });
    expect(canonicalAuthorizations([one, one])).toEqual([grant({ delegatedRoleIds: [reader, contributor] })]);
    expect(canonicalAuthorizations([grant({ principalName: 'A' }), grant({ principalName: 'B' })])).toHaveLength(2);
  });

  it('is one form for every order, and stays as it is', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 6 }), (list) => {
        const canonical = canonicalAuthorizations(list);
        expect(canonicalAuthorizations(list.toReversed())).toEqual(canonical);
        expect(canonicalAuthorizations(canonical)).toEqual(canonical);
      }),
    );
  });
});

describe('sameRights', () => {
  it.each([
    ['another name', grant({ principalName: 'A' }), grant({ principalName: 'B' }), true],
    ['another role', grant(), grant({ roleId: contributor }), false],
    ['another principal', grant(), grant({ principalId: beta }), false],
    ['just in time instead of standing', grant(), grant({ kind: 'eligible' }), false],
    [
      'another role to pass on',
      grant({ delegatedRoleIds: [reader] }),
      grant({ delegatedRoleIds: [contributor] }),
      false,
    ],
    [
      'roles to pass on in another order',
      grant({ delegatedRoleIds: [reader, contributor] }),
      grant({ delegatedRoleIds: [contributor, reader] }),
      true,
    ],
    [
      'multi-factor authentication dropped',
      grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 60, approvers: [] } }),
      grant({ kind: 'eligible', justInTime: { mfa: false, maximumMinutes: 60, approvers: [] } }),
      false,
    ],
    [
      'longer activation',
      grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 60, approvers: [] } }),
      grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 480, approvers: [] } }),
      false,
    ],
    [
      'another approver',
      grant({
        kind: 'eligible',
        justInTime: { mfa: true, maximumMinutes: 60, approvers: [{ principalId: alpha, name: 'A' }] },
      }),
      grant({
        kind: 'eligible',
        justInTime: { mfa: true, maximumMinutes: 60, approvers: [{ principalId: beta, name: 'A' }] },
      }),
      false,
    ],
    [
      'an approver written differently',
      grant({
        kind: 'eligible',
        justInTime: { mfa: true, maximumMinutes: 60, approvers: [{ principalId: alpha, name: 'A' }] },
      }),
      grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 60, approvers: [{ principalId: alpha }] } }),
      true,
    ],
  ] satisfies [string, Authorization, Authorization, boolean][])('%s', (_, one, other, expected) => {
    expect(sameRights([one], [other])).toBe(expected);
    expect(sameRights([other], [one])).toBe(expected);
  });

  it('does not care for order or repetition', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 5 }), (list) => {
        expect(sameRights(list, [...list.toReversed(), ...list])).toBe(true);
      }),
    );
  });
});

describe('groupByPrincipal', () => {
  it('keeps every authorization, under its principal', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 6 }), (list) => {
        const groups = groupByPrincipal(list);
        expect(groups.flatMap((group) => group.authorizations)).toEqual(canonicalAuthorizations(list));
        for (const group of groups)
          expect(group.authorizations.every((one) => one.principalId === group.principalId)).toBe(true);
        expect(new Set(groups.map((group) => group.principalId)).size).toBe(groups.length);
      }),
    );
  });
});

describe('namesOf', () => {
  it('names each once', () => {
    expect(
      namesOf([grant({ principalName: 'B' }), grant(), grant({ principalName: 'A' }), grant({ principalName: 'B' })]),
    ).toEqual(['A', 'B']);
  });
});

describe('sharedGrants', () => {
  it('finds the same principal with the same role, standing or not', () => {
    const kept = [grant({ kind: 'eligible' }), grant({ roleId: contributor }), grant({ principalId: beta })];
    expect(sharedGrants([grant()], kept)).toEqual([grant({ kind: 'eligible' })]);
    expect(sharedGrants([], kept)).toEqual([]);
  });
});

describe('justInTimeGaps', () => {
  const policy = { mfa: true, maximumMinutes: 240, approvers: [{ principalId: alpha }] };
  it.each([
    ['a standing one has no terms', grant(), []],
    ['a strict one', grant({ kind: 'eligible', justInTime: policy }), []],
    ['no policy at all', grant({ kind: 'eligible' }), ['noMfa', 'noApprover', 'longActivation']],
    ['no multi-factor authentication', grant({ kind: 'eligible', justInTime: { ...policy, mfa: false } }), ['noMfa']],
    ['nobody approves', grant({ kind: 'eligible', justInTime: { ...policy, approvers: [] } }), ['noApprover']],
    [
      'more than four hours',
      grant({ kind: 'eligible', justInTime: { ...policy, maximumMinutes: 241 } }),
      ['longActivation'],
    ],
  ] satisfies [string, Authorization, string[]][])('%s', (_, authorization, expected) => {
    expect(justInTimeGaps(authorization)).toEqual(expected);
  });
});

describe('the canonical form of approvers', () => {
  const approving = (...approvers: readonly { readonly principalId: typeof alpha; readonly name?: string }[]) =>
    grant({ kind: 'eligible', justInTime: { mfa: true, maximumMinutes: 60, approvers } });
  const approversIn = (one: Authorization) => canonicalAuthorizations([one])[0]?.justInTime?.approvers;

  it('is in a fixed order, by who it is and then by name', () => {
    const sorted = [{ principalId: alpha }, { principalId: alpha, name: 'A' }, { principalId: beta }];
    expect(approversIn(approving(...sorted))).toEqual(sorted);
    expect(approversIn(approving(...sorted.toReversed()))).toEqual(sorted);
  });

  it('keeps two grants that differ only in what an approver is called, and makes one of those that do not', () => {
    const [named, renamed] = [
      approving({ principalId: alpha, name: 'A' }),
      approving({ principalId: alpha, name: 'B' }),
    ];
    expect(canonicalAuthorizations([named, renamed])).toHaveLength(2);
    expect(canonicalAuthorizations([renamed, named])).toEqual(canonicalAuthorizations([named, renamed]));
    expect(canonicalAuthorizations([named, approving({ principalId: alpha }), named])).toHaveLength(2);
    const three = [grant({ principalName: 'A' }), grant({ principalName: 'B' }), grant({ principalName: 'A' })];
    expect(canonicalAuthorizations(three).map(({ principalName }) => principalName)).toEqual(['A', 'B']);
  });
});
