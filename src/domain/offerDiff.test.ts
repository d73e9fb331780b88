import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content, provider } from '../../test/domain/offers.ts';
import { canonicalAuthorizations } from './authorizations.ts';
import type { RoleDefinition } from './estate.ts';
import { compareAccess } from './givesMore.ts';
import { principalId, roleId, tenantId } from './ids.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { isSame, offerDiff, onlyWords, type AuthorizationChange } from './offerDiff.ts';
import { contributorId, ownerId, removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

const readerId = roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7');
const unknownId = roleId('c0000000-0000-4000-8000-000000000005');
const [a, b, c] = ['1', '2', '3'].map((n) => principalId(`bbbbbbbb-0000-4000-8000-00000000000${n}`)) as [
  Authorization['principalId'],
  Authorization['principalId'],
  Authorization['principalId'],
];

const row: fc.Arbitrary<Authorization> = fc
  .record({
    just: fc.boolean(),
    principalId: fc.constantFrom(a, b, c),
    principalName: fc.constantFrom('Operators', 'Engineers'),
    roleId: fc.constantFrom(readerId, contributorId, userAccessAdministratorId, removesItselfId, unknownId),
    delegatedRoleIds: fc.subarray([readerId, contributorId]),
    mfa: fc.boolean(),
    maximumMinutes: fc.constantFrom(60, 240, 480),
    approvers: fc.subarray([{ principalId: b }, { principalId: c, name: 'Boss' }]),
  })
  .map(({ just, mfa, maximumMinutes, approvers, ...one }) =>
    just ? { kind: 'eligible', ...one, justInTime: { mfa, maximumMinutes, approvers } } : { kind: 'standing', ...one },
  );
const rows = fc.array(row, { maxLength: 6 });

function saying(authorizations: readonly Authorization[], more: Partial<OfferContent> = {}): OfferContent {
  return { ...content(), authorizations, ...more };
}

function standing(more: Partial<Authorization> = {}): Authorization {
  return {
    kind: 'standing',
    principalId: a,
    principalName: 'Operators',
    roleId: readerId,
    delegatedRoleIds: [],
    ...more,
  };
}

function eligible(
  terms: Partial<NonNullable<Authorization['justInTime']>> = {},
  more: Partial<Authorization> = {},
): Authorization {
  const justInTime = { mfa: true, maximumMinutes: 240, approvers: [{ principalId: b }], ...terms };
  return { ...standing({ roleId: contributorId }), kind: 'eligible', justInTime, ...more };
}

const { justInTime: _, ...withoutTerms } = eligible();

/** The old list with the difference carried out on it. */
function apply(changes: readonly AuthorizationChange[], before: readonly Authorization[]): readonly Authorization[] {
  const gone = changes.flatMap((change) => (change.kind === 'added' ? [] : [JSON.stringify(change.before)]));
  const kept = canonicalAuthorizations(before).filter((one) => !gone.includes(JSON.stringify(one)));
  return canonicalAuthorizations([
    ...kept,
    ...changes.flatMap((change) => (change.kind === 'removed' ? [] : [change.after])),
  ]);
}

describe('offerDiff', () => {
  it.each<[what: string, before: Authorization[], after: Authorization[], expected: string[]]>([
    [
      'an authorization that joins',
      [standing()],
      [standing(), standing({ principalId: b, principalName: 'New' })],
      ['added'],
    ],
    ['one that goes', [standing(), eligible()], [standing()], ['removed']],
    ['another role', [standing()], [standing({ roleId: contributorId })], ['changed role']],
    ['standing that becomes just-in-time', [standing({ roleId: contributorId })], [eligible()], ['changed kind']],
    ['a longer activation', [eligible()], [eligible({ maximumMinutes: 480 })], ['changed duration']],
    ['MFA that is dropped', [eligible()], [eligible({ mfa: false })], ['changed mfa']],
    ['other approvers', [eligible()], [eligible({ approvers: [] })], ['changed approvers']],
    [
      'the name of an approver',
      [eligible()],
      [eligible({ approvers: [{ principalId: b, name: 'B' }] })],
      ['changed approverNames'],
    ],
    [
      'roles to pass on',
      [standing({ roleId: userAccessAdministratorId, delegatedRoleIds: [readerId] })],
      [standing({ roleId: userAccessAdministratorId, delegatedRoleIds: [contributorId] })],
      ['changed delegatedRoles'],
    ],
    ['a new name', [standing()], [standing({ principalName: 'Helpers' })], ['changed name']],
    ['the same name with a new id', [standing()], [standing({ principalId: c })], ['changed principal']],
    [
      'two grants whose terms swap',
      [eligible(), standing()],
      [eligible({ mfa: false }), standing({ principalName: 'X' })],
      ['changed name', 'changed mfa'],
    ],
  ])('tells %s', (_what, before, after, expected) => {
    const told = offerDiff(saying(before), saying(after)).authorizations.map((change) =>
      change.kind === 'changed' ? `changed ${change.parts.join()}` : change.kind,
    );
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  it('tells changed texts, and the version', () => {
    const { description: _, ...plain } = content('1.1.0');
    expect(offerDiff(content('1.0.0'), { ...plain, name: 'Other' }).texts).toEqual([
      { what: 'name', before: 'Northwind Managed Azure', after: 'Other' },
      { what: 'description', before: 'Day-to-day operations.' },
      { what: 'version', before: '1.0.0', after: '1.1.0' },
    ]);
  });

  it('takes for words alone only what is nothing else', () => {
    const named = eligible({ approvers: [{ principalId: b, name: 'B' }] });
    const only = (before: Authorization, after: Authorization, more: Partial<OfferContent> = {}) =>
      onlyWords(offerDiff(saying([before]), saying([after], more)));
    expect(only(eligible(), named)).toBe(true);
    expect(only(eligible(), eligible(), { name: 'Other', description: 'Other' })).toBe(true);
    expect(
      only(eligible(), {
        ...named,
        justInTime: { mfa: true, maximumMinutes: 480, approvers: [{ principalId: b, name: 'B' }] },
      }),
    ).toBe(false);
    expect(only(eligible(), eligible())).toBe(false);
    expect(only(eligible(), named, { managedByTenantId: tenantId('x') })).toBe(false);
  });

  it('leaves texts alone that say the same in other letters, and tells of another plan or provider', () => {
    const { plan } = content();
    const loud = { publisher: 'NORTHWIND', product: 'Managed-Azure', name: 'standard', version: '1.0.0' };
    expect(offerDiff(content(), { ...content(), plan: loud, description: 'Day-to-day operations.' }).texts).toEqual([]);
    const other = tenantId('33333333-3333-4333-8333-333333333333');
    const after = { ...content(), plan: { ...loud, ...plan, name: 'premium' }, managedByTenantId: other };
    expect(offerDiff(content(), after).texts).toEqual([
      { what: 'managingTenant', before: provider, after: other },
      { what: 'plan', before: 'northwind.managed-azure.standard', after: 'northwind.managed-azure.premium' },
    ]);
    const { plan: _, ...unplanned } = content();
    expect(offerDiff(unplanned, content()).texts).toEqual([
      { what: 'plan', after: 'northwind.managed-azure.standard' },
      { what: 'version', after: '1.0.0' },
    ]);
    expect(isSame(offerDiff(content(), { ...content(), name: 'Other' }))).toBe(false);
  });

  it.each<[like: string, before: Authorization[], after: Authorization[], told: string[]]>([
    [
      'itself, before what is nearly the same',
      [eligible({ maximumMinutes: 240 }), eligible({ maximumMinutes: 480 })],
      [eligible({ maximumMinutes: 480 }), eligible({ maximumMinutes: 600 })],
      ['changed duration'],
    ],
    [
      'itself by name, before the same under another name',
      [standing({ principalName: 'X' }), standing({ principalName: 'Y' })],
      [standing({ principalName: 'Y' }), standing({ principalName: 'Z' })],
      ['changed name'],
    ],
    [
      'itself by its approvers, before the same with others',
      [eligible({ approvers: [{ principalId: a }] }), eligible({ approvers: [{ principalId: b }] })],
      [eligible({ approvers: [{ principalId: b }] }), eligible({ approvers: [{ principalId: c }] })],
      ['changed approvers'],
    ],
    [
      'the same grant, before one that joins',
      [standing({ principalId: b })],
      [standing({ principalName: 'New' }), standing({ principalId: b, principalName: 'Renamed' })],
      ['changed name', 'added'],
    ],
    [
      'the same grant, each of several',
      [standing(), standing({ principalId: b })],
      [
        standing({ principalName: 'N' }),
        eligible({}, { principalId: b, roleId: readerId }),
        standing({ principalId: b, principalName: 'N' }),
      ],
      ['changed name', 'changed name', 'added'],
    ],
    [
      'the same principal with the same role',
      [standing({ principalId: b, roleId: contributorId })],
      [eligible({}, { principalName: 'New' }), eligible({}, { principalId: b })],
      ['changed kind', 'added'],
    ],
    [
      'the same principal in the same way, before the same in another',
      [standing({ principalId: b })],
      [standing({ roleId: unknownId }), standing({ principalId: b, roleId: contributorId })],
      ['changed role', 'added'],
    ],
    [
      'the same principal',
      [standing({ principalId: b })],
      [eligible({}, { principalName: 'New' }), eligible({}, { principalId: b })],
      ['changed role,kind', 'added'],
    ],
    [
      'the same name with the same role',
      [standing({ principalId: c })],
      [standing({ roleId: contributorId }), standing({ principalId: b, principalName: ' OPERATORS ' })],
      ['changed principal,name', 'added'],
    ],
    [
      'the same name with the same role in another way',
      [standing({ principalId: c, roleId: contributorId })],
      [eligible({}, { roleId: readerId }), eligible({}, { principalId: b })],
      ['changed principal,kind', 'added'],
    ],
    [
      'nobody, where nobody has a name',
      [standing({ principalId: c, principalName: ' ' })],
      [standing({ principalName: '' }), standing({ principalId: b, principalName: ' ' })],
      ['added', 'added', 'removed'],
    ],
    [
      'other approvers, as many as before',
      [eligible({ approvers: [{ principalId: b }] })],
      [eligible({ approvers: [{ principalId: c }] })],
      ['changed approvers'],
    ],
  ])('takes for what became of it %s', (_like, before, after, expected) => {
    const { authorizations, same } = offerDiff(saying(before), saying(after));
    const told = authorizations.map((change) =>
      change.kind === 'changed' ? `changed ${change.parts.join()}` : change.kind,
    );
    expect(told).toEqual(expected);
    const changed = authorizations.flatMap((change) => (change.kind === 'removed' ? [] : [change.after]));
    expect(canonicalAuthorizations([...same, ...changed])).toEqual(canonicalAuthorizations(after));
    expect(same).toHaveLength(after.length - changed.length);
  });

  it('carried out on the old list gives the new one', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const { authorizations } = offerDiff(saying(before), saying(after));
        expect(apply(authorizations, before)).toEqual(canonicalAuthorizations(after));
      }),
    );
  });

  it('is empty exactly where nothing differs, whatever the order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        expect(isSame(offerDiff(saying(before), saying([...before].toReversed())))).toBe(true);
        const equal =
          JSON.stringify(canonicalAuthorizations(before)) === JSON.stringify(canonicalAuthorizations(after));
        expect(isSame(offerDiff(saying(before), saying(after)))).toBe(equal);
      }),
    );
  });

  it('does not depend on the order of either list', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        expect(offerDiff(saying(before.toReversed()), saying(after.toReversed()))).toEqual(
          offerDiff(saying(before), saying(after)),
        );
      }),
    );
  });
});

describe('which authorization became which', () => {
  it('is decided from the most alike, whatever else is the same', () => {
    const [before, after] = [eligible({ maximumMinutes: 480 }), eligible({ maximumMinutes: 240 })];
    const { authorizations, same } = offerDiff(saying([standing(), before]), saying([standing(), after, before]));
    expect(authorizations).toEqual([{ kind: 'added', after }]);
    expect(same).toHaveLength(2);
  });

  it('is nobody’s guess where two have no name', () => {
    const nameless = (principal: typeof a): Authorization => {
      const { principalName: __, ...one } = standing({ principalId: principal });
      return one;
    };
    const kinds = offerDiff(saying([nameless(a)]), saying([nameless(b)])).authorizations.map(({ kind }) => kind);
    expect(kinds).toEqual(['added', 'removed']);
  });

  it('names no approvers where neither side has any', () => {
    const [change] = offerDiff(saying([withoutTerms]), saying([eligible({ approvers: [] })])).authorizations;
    expect(change).toMatchObject({ kind: 'changed', parts: ['duration', 'mfa'] });
  });
});

describe('compareAccess', () => {
  const definition = (id: typeof readerId, actions: string[], notActions: string[] = []): RoleDefinition => ({
    id,
    name: 'Role',
    builtIn: true,
    permissions: [{ actions, notActions }],
    dataActions: [],
  });
  const roles = new Map(
    [
      definition(readerId, ['*/read']),
      definition(contributorId, ['*'], ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete']),
      definition(userAccessAdministratorId, ['*/read', 'Microsoft.Authorization/*']),
      definition(ownerId, ['*']),
      definition(removesItselfId, ['Microsoft.ManagedServices/registrationAssignments/delete']),
    ].map((one) => [one.id, one]),
  );
  const verdict = (before: readonly Authorization[], after: readonly Authorization[]) =>
    compareAccess(saying(before), saying(after), roles).verdict;

  it.each<[what: string, before: Authorization[], after: Authorization[], expected: string]>([
    ['nothing', [standing()], [standing()], 'same'],
    ['only a name', [standing()], [standing({ principalName: 'X' })], 'same'],
    ['a stronger role', [standing()], [standing({ roleId: contributorId })], 'more'],
    ['a weaker role that is part of the old one', [standing({ roleId: contributorId })], [standing()], 'less'],
    ['somebody new', [standing()], [standing(), standing({ principalId: b })], 'more'],
    ['the same name under a new id', [standing()], [standing({ principalId: c })], 'more'],
    ['a role nobody knows', [standing({ roleId: contributorId })], [standing({ roleId: unknownId })], 'more'],
    ['standing in place of just-in-time', [eligible()], [standing({ roleId: contributorId })], 'more'],
    ['just-in-time in place of standing', [standing({ roleId: contributorId })], [eligible()], 'less'],
    ['a longer activation', [eligible()], [eligible({ maximumMinutes: 480 })], 'more'],
    ['a shorter one', [eligible()], [eligible({ maximumMinutes: 60 })], 'less'],
    ['MFA dropped', [eligible()], [eligible({ mfa: false })], 'more'],
    ['approval dropped', [eligible()], [eligible({ approvers: [] })], 'more'],
    ['one more approver', [eligible()], [eligible({ approvers: [{ principalId: b }, { principalId: c }] })], 'more'],
    ['the right to end its own access', [standing()], [standing(), standing({ roleId: removesItselfId })], 'same'],
    ['something taken away', [standing(), eligible()], [standing()], 'less'],
    ['terms that nobody wrote, in place of written ones', [eligible()], [withoutTerms], 'more'],
    ['written terms, in place of ones that nobody wrote', [withoutTerms], [eligible()], 'more'],
  ])('of %s is the verdict %#', (_what, before, after, expected) => {
    expect(verdict(before, after)).toBe(expected);
  });

  const passing = (...delegatedRoleIds: (typeof readerId)[]) =>
    standing({ roleId: userAccessAdministratorId, delegatedRoleIds });

  it.each<[what: string, before: Authorization[], after: Authorization[], expected: string]>([
    ['one more role', [passing(readerId)], [passing(readerId, contributorId)], 'more'],
    ['one role less', [passing(readerId, contributorId)], [passing(readerId)], 'less'],
    ['another one', [passing(readerId)], [passing(contributorId)], 'more'],
    ['roles that nobody lists', [passing(readerId)], [passing()], 'more'],
    ['roles, by who had only their rights', [standing({ roleId: contributorId })], [passing(readerId)], 'more'],
    ['roles, by who now reads itself', [passing(contributorId)], [standing()], 'more'],
    [
      'roles, by who could do everything',
      [standing({ roleId: ownerId })],
      [standing({ delegatedRoleIds: [readerId] })],
      'more',
    ],
  ])('of passing on %s is the verdict %#', (_what, before, after, expected) => {
    expect(verdict(before, after)).toBe(expected);
  });

  /** What somebody gains who held the one role and now gets the other. */
  function gains(wide: Partial<RoleDefinition>, narrow: Partial<RoleDefinition>): string {
    const made = new Map(
      [
        { ...definition(contributorId, []), ...wide },
        { ...definition(readerId, []), ...narrow },
      ].map((one) => [one.id, one]),
    );
    const [before, after] = [standing({ roleId: contributorId }), standing({ roleId: readerId })];
    return compareAccess(saying([before]), saying([after]), made).verdict;
  }
  const role = (actions: string[], notActions: string[] = [], dataActions: string[] = []) => ({
    permissions: [{ actions, notActions }],
    dataActions,
  });
  const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';

  it.each<[what: string, wide: Partial<RoleDefinition>, narrow: Partial<RoleDefinition>, expected: string]>([
    ['all of it', role(['*']), role(['*/read']), 'less'],
    ['all of it, with data', role(['*'], [], ['*']), role(['*/read'], [], [blobs]), 'less'],
    ['data', role(['*']), role([], [], [blobs]), 'more'],
    ['other data', role(['*'], [], ['Microsoft.KeyVault/*']), role([], [], [blobs]), 'more'],
    ['reading elsewhere', role(['Microsoft.Compute/*']), role(['*/read']), 'more'],
    [
      'one of two patterns',
      role(['Microsoft.Compute/*', 'Microsoft.Authorization/*']),
      role(['Microsoft.Compute/*/read', 'Microsoft.Network/*/read']),
      'more',
    ],
    [
      'patterns of two entries, each held in one',
      { permissions: [...role(['Microsoft.Compute/*']).permissions, ...role(['Microsoft.Network/*']).permissions] },
      role(['Microsoft.Compute/*/read', 'Microsoft.Network/*/read']),
      'less',
    ],
    ['no more, at the same level', role(['*/read']), role(['Microsoft.Compute/*/read']), 'more'],
    ['what was taken out', role(['*'], ['Microsoft.Compute/*']), role(['Microsoft.Compute/*/read']), 'more'],
    [
      'what was taken out between blanks',
      role(['*'], [' Microsoft.Compute/* ']),
      role(['Microsoft.Compute/*']),
      'more',
    ],
    ['all of it, between blanks', role([' * ']), role([' */read ']), 'less'],
    ['more than was left', role(['*'], ['Microsoft.Compute/disks/read']), role(['*/read']), 'more'],
    ['what a pattern takes out of a pattern', role(['*'], ['Microsoft.Compute/*']), role(['*/read']), 'more'],
    ['nothing of what was taken out', role(['*'], ['*/write', '*/delete']), role(['*/read']), 'less'],
    [
      'one of two that were taken out',
      role(['*'], ['Microsoft.Network/*', 'Microsoft.Compute/*']),
      role(['Microsoft.Compute/*/read']),
      'more',
    ],
  ])('of a role that holds %s is the verdict %#', (_what, wide, narrow, expected) => {
    expect(gains(wide, narrow)).toBe(expected);
  });

  it('takes a role for more where Azure does not say what the other one holds', () => {
    const known = new Map([[readerId, definition(readerId, ['*/read'])]]);
    const [before, after] = [standing({ roleId: contributorId }), standing({ roleId: readerId })];
    expect(compareAccess(saying([before]), saying([after]), known).verdict).toBe('more');
  });

  it('knows that another managing tenant is no update', () => {
    const moved = { ...content(), managedByTenantId: tenantId(provider.replace('2', '3')) };
    expect(compareAccess(content(), moved, roles)).toEqual({ verdict: 'otherTenant' });
  });

  it('never turns from more to anything else when something joins, and a part of the old is never more', () => {
    fc.assert(
      fc.property(rows, rows, row, (before, after, joins) => {
        if (verdict(before, after) === 'more') expect(verdict(before, [...after, joins])).toBe('more');
        expect(verdict([...before, joins], before)).not.toBe('more');
        expect(verdict(before, before)).toBe('same');
      }),
    );
  });
});
