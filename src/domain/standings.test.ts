import { describe, expect, it } from 'vitest';
import {
  copyId,
  delegationId,
  principalId,
  resourceGroupScope,
  roleId,
  subscriptionId,
  subscriptionScope,
  tenantId,
  type ScopeId,
} from './ids.ts';
import type { Delegation, OfferCopy } from './offer.ts';
import { groupOffers } from './offers.ts';
import type { Standing } from './standing.ts';
import { standingsOf } from './standings.ts';

const id = subscriptionId('00000000-0000-4000-8000-000000000001');
const copy: OfferCopy = {
  id: copyId(id, 'cccccccc-0000-4000-8000-000000000001'),
  subscriptionId: id,
  managedByTenantId: tenantId('33333333-3333-4333-8333-333333333333'),
  name: 'Managed platform',
  authorizations: [],
  provisioning: 'succeeded',
};

function delegation(scope: ScopeId, more: Partial<Delegation> = {}, n = 1): Delegation {
  return {
    id: delegationId(scope, `dddddddd-0000-4000-8000-00000000000${n}`),
    scope,
    copyId: copy.id,
    provisioning: 'succeeded',
    ...more,
  };
}

describe('standingsOf', () => {
  it('answers for each scope by itself, whatever the letters of its name', () => {
    const web = delegation(resourceGroupScope(id, 'Web'));
    const [offer] = groupOffers([copy], [web]).offers;
    const standing = standingsOf(offer as NonNullable<typeof offer>);
    expect(standing(resourceGroupScope(id, 'web'))).toEqual({ state: 'same', delegation: web });
    // Of several at one scope the one that decides, wherever it stands.
    const failed: Delegation = {
      ...web,
      id: delegationId(web.scope, 'dddddddd-0000-4000-8000-000000000002'),
      provisioning: 'failed',
    };
    for (const delegations of [
      [web, failed],
      [failed, web],
    ]) {
      const [several] = groupOffers([copy], delegations).offers;
      expect(several && standingsOf(several)(web.scope)).toEqual({ state: 'same', delegation: web });
      expect(several && standingsOf({ ...several, delegations })(web.scope)).toMatchObject({ state: 'same' });
    }
    const [other] = groupOffers([{ ...copy, name: 'Another' }], [web]).offers;
    expect(other && standingsOf({ ...other, content: copy })(web.scope)).toEqual({ state: 'none' });
    expect(standing(resourceGroupScope(id, 'data'))).toEqual({ state: 'none' });
    expect(standing(subscriptionScope(id))).toEqual({ state: 'none' });
  });

  // The same offer, with access that is not what is meant now.
  const reader = {
    kind: 'standing',
    principalId: principalId(copy.managedByTenantId),
    roleId: roleId('r'),
    delegatedRoleIds: [],
  } as const;
  const older: OfferCopy = {
    ...copy,
    id: copyId(id, 'cccccccc-0000-4000-8000-000000000002'),
    authorizations: [reader],
  };
  const whole = subscriptionScope(id);

  it.each<[string, readonly Delegation[], Standing['state']]>([
    ['another version, settled', [delegation(whole, { copyId: older.id })], 'other'],
    ['another version, on its way', [delegation(whole, { copyId: older.id, provisioning: 'working' })], 'other'],
    ['another version, which failed', [delegation(whole, { copyId: older.id, provisioning: 'failed' })], 'none'],
    ['on its way', [delegation(whole, { provisioning: 'working' })], 'settling'],
    ['canceled', [delegation(whole, { provisioning: 'canceled' })], 'broken'],
    ['on its way out', [delegation(whole, { provisioning: 'deleting' })], 'none'],
    ['failed once, and there', [delegation(whole, { provisioning: 'failed' }), delegation(whole, {}, 2)], 'same'],
    [
      'on its way, and another version beside it',
      [delegation(whole, { provisioning: 'working' }), delegation(whole, { copyId: older.id }, 2)],
      'other',
    ],
  ])('lets of several delegations the one decide that gives most: %s', (_, delegations, state) => {
    const [offer] = groupOffers([copy, older], delegations).offers;
    if (!offer) throw new Error('no offer');
    expect(standingsOf({ ...offer, content: copy })(whole).state).toBe(state);
    expect(standingsOf({ ...offer, content: copy, delegations: delegations.toReversed() })(whole).state).toBe(state);
  });
});
