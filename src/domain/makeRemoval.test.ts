import { describe, expect, it } from 'vitest';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  resourceGroup,
  subscription,
  subscriptionNo,
} from '../../test/domain/offers.ts';
import { delegationId, roleId, tenantId } from './ids.ts';
import type { CopyId, DelegationId } from './ids.ts';
import { makeRemoval } from './makeRemoval.ts';
import type { RemovalFacts } from './makeRemoval.ts';
import type { Delegation, Offer, OfferContent, OfferCopy, OfferKey } from './offer.ts';
import { overlapsOf } from './overlaps.ts';
import type { Scope } from './scope.ts';

const goes = copyIn(1);
const other: OfferContent = { ...content(), name: 'Other', plan: { ...goes.plan, name: 'premium' } as never };
const kept = copyIn(2, other);

let made = 0;
function at({ id: scope }: Scope, { id: copyId }: OfferCopy, facts: Partial<Delegation> = {}): Delegation {
  made += 1;
  const id = delegationId(scope, `dddddddd-0000-4000-8000-${made.toString().padStart(12, '0')}`);
  return { id, scope, copyId, provisioning: 'succeeded', ...facts };
}
const second = (delegations: readonly Delegation[], copy: OfferCopy = kept): Offer => ({
  ...offer([copy], delegations),
  key: 'second' as OfferKey,
});

describe('what stays and loses access with what goes', () => {
  const whole = at(subscription(1), goes);
  const group = at(resourceGroup(1, 'web'), goes);
  const first = offer([goes], [whole]);

  it('shares a principal with the same role on the same scope', () => {
    const stays = at(subscription(1), kept);
    const [overlap, ...more] = overlapsOf([whole], [first, second([stays])]);
    expect(more).toEqual([]);
    expect(overlap).toMatchObject({ offer: { key: 'second' }, kept: stays, copy: kept, removed: [whole] });
    expect(overlap?.rights).toEqual(
      content().authorizations.map(({ principalId, roleId: role, principalName: name }) => ({
        principalId,
        roleId: role,
        name,
      })),
    );
  });

  it('is told of a principal without a name as well', () => {
    const [authorization] = content().authorizations;
    const { principalName: _, ...unnamed } = authorization as NonNullable<typeof authorization>;
    const copy = copyIn(2, { ...other, authorizations: [unnamed] });
    const [overlap] = overlapsOf([whole], [first, second([at(subscription(1), copy)], copy)]);
    expect(overlap?.rights).toEqual([{ principalId: unnamed.principalId, roleId: unnamed.roleId }]);
  });

  it.each([
    ['the subscription that holds a removed group', group, subscription(1), true],
    ['a group in the removed subscription', whole, resourceGroup(1, 'data'), true],
    ['the same group, in other letters', group, resourceGroup(1, 'WEB'), true],
    ['another group', group, resourceGroup(1, 'data'), false],
    ['another subscription', whole, subscription(2), false],
    ['a group of the same name elsewhere', group, resourceGroup(2, 'web'), false],
  ] as const)('%s', (_, removed, scope, does) => {
    const overlaps = overlapsOf([removed], [offer([goes], [removed]), second([at(scope, kept)])]);
    expect(overlaps.map(({ removed: by }) => by)).toEqual(does ? [[removed]] : []);
  });

  it('counts what is on its way out as taking access, and not what never gave any', () => {
    const leaving = at(subscription(1), goes, { provisioning: 'deleting' });
    const never = at(subscription(1), goes, { provisioning: 'failed' });
    const stays = second([at(subscription(1), kept)]);
    expect(overlapsOf([leaving], [offer([goes], [leaving]), stays])).toHaveLength(1);
    expect(overlapsOf([never], [offer([goes], [never]), stays])).toEqual([]);
  });

  it('names only those removals that give the same, and no offer of another managing tenant', () => {
    const [reader, contributor] = content().authorizations;
    const half = copyIn(3, { ...content(), authorizations: [reader as NonNullable<typeof reader>] });
    const rest = copyIn(4, { ...content(), authorizations: [contributor as NonNullable<typeof contributor>] });
    const [one, two] = [at(subscription(1), half), at(subscription(1), rest)];
    const ours = offer([half, rest], [one, two]);
    const alike = copyIn(2, { ...other, authorizations: half.authorizations });
    const stays = at(subscription(1), alike);
    expect(overlapsOf([one, two], [ours, second([stays], alike)]).map(({ removed }) => removed)).toEqual([[one]]);
    const foreign = { ...alike, managedByTenantId: tenantId('33333333-3333-4333-8333-333333333333') };
    expect(overlapsOf([one, two], [ours, second([stays], foreign)])).toEqual([]);
    const otherRole = { ...alike, authorizations: half.authorizations.map((it) => ({ ...it, roleId: roleId('x') })) };
    expect(overlapsOf([one, two], [ours, second([stays], otherRole)])).toEqual([]);
    // One right of several is enough.
    expect(overlapsOf([whole], [first, second([stays], alike)])).toMatchObject([{ removed: [whole] }]);
  });

  it('is found by what Azure expands where the copy itself cannot be read, and passed over where nothing is known', () => {
    const unread = copyIn(9, other);
    const expanded = at(subscription(1), unread, { copy: unread });
    expect(overlapsOf([whole], [first, { ...second([expanded]), copies: [] }])).toMatchObject([{ copy: unread }]);
    expect(overlapsOf([whole], [first, { ...second([at(subscription(1), unread)]), copies: [] }])).toEqual([]);
    // Of several copies it is the one that is referred to.
    const stays = at(subscription(1), kept);
    const two = { ...second([stays]), copies: [copyIn(5, { ...other, name: 'Elsewhere' }), kept] };
    expect(overlapsOf([whole], [first, two])).toMatchObject([{ copy: { id: kept.id, name: 'Other' } }]);
  });
});

describe('a removal', () => {
  const whole = at(subscription(1), goes);
  const group = at(resourceGroup(3, 'web'), goes);
  const first = offer([goes, copyIn(3)], [whole, group]);

  function removalOf(
    delegations: readonly DelegationId[],
    copies: readonly CopyId[],
    facts: Partial<RemovalFacts<string>> = {},
  ) {
    return makeRemoval<string>({
      tenantId: customer,
      actor: owner,
      offer: first,
      offers: [first],
      delegations,
      copies,
      reapply: false,
      blockersOf: () => [],
      nameOf: (id) => `No. ${id.slice(-1)}`,
      now: 5,
      ...facts,
    });
  }

  it('takes away what was chosen and nothing else, each under the name people know', () => {
    const set = removalOf([whole.id, group.id], [goes.id]);
    const { kind: _k, id: wholeId, subscriptionId: one } = subscription(1);
    expect(set).toMatchObject({ kind: 'remove', madeAt: 5, registrations: [], already: [], covered: [], cannot: [] });
    const scope = { kind: 'subscription', id: wholeId, subscriptionId: one, name: 'No. 1' };
    const web = { kind: 'resourceGroup', id: group.scope, subscriptionId: subscriptionNo(3), name: 'web' };
    expect(set.items).toEqual([
      { does: 'remove', scope, delegationId: whole.id, copyId: goes.id },
      { does: 'remove', scope: web, delegationId: group.id, copyId: goes.id },
      { does: 'removeCopy', scope, copyId: goes.id, content: content() },
    ]);
    expect(removalOf([group.id], []).items).toMatchObject([{ delegationId: group.id }]);
  });

  it('leaves alone what is blocked, says why, and keeps the copy it refers to', () => {
    const set = removalOf([whole.id, group.id], [goes.id, copyIn(3).id], {
      blockersOf: (id) => (id === subscriptionNo(3) ? ['guest', 'locked'] : []),
    });
    const blocked = ['guest', 'locked'].map((blocker) => ({ code: 'blocked', blocker }));
    expect(set.items).toMatchObject([{ does: 'remove', delegationId: whole.id }]);
    expect(set.cannot).toMatchObject([
      { scope: { name: 'web' }, reasons: blocked },
      { copyId: goes.id, reasons: [{ code: 'copyStillUsed', by: [group.id] }] },
      { copyId: copyIn(3).id, reasons: blocked },
    ]);
  });

  it('writes again what stays, once for each copy, where a person chose that', () => {
    const stays = [at(subscription(1), kept), at(resourceGroup(1, 'web'), kept)] as const;
    const offers = [first, second(stays)];
    const set = removalOf([whole.id], [], { offers, reapply: true });
    expect(set.items.slice(1)).toMatchObject([
      { does: 'reapplyCopy', scope: { id: subscription(2).id, name: 'No. 2' }, copyId: kept.id, content: other },
      { does: 'reapply', scope: { name: 'No. 1' }, delegationId: stays[0].id, copyId: kept.id, offerName: 'Other' },
      { does: 'reapply', scope: { name: 'web' }, delegationId: stays[1].id, copyId: kept.id, offerName: 'Other' },
    ]);
    expect(removalOf([whole.id], [], { offers }).items).toHaveLength(1);
  });
});
