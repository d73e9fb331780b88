import { describe, expect, it } from 'vitest';
import {
  copyId,
  delegationId,
  resourceGroupScope,
  subscriptionId,
  subscriptionScope,
  tenantId,
  type ScopeId,
} from './ids.ts';
import type { Delegation, OfferCopy } from './offer.ts';
import { groupOffers } from './offers.ts';
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

function delegation(scope: ScopeId): Delegation {
  return {
    id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'),
    scope,
    copyId: copy.id,
    provisioning: 'succeeded',
  };
}

describe('standingsOf', () => {
  it('answers for each scope by itself, whatever the letters of its name', () => {
    const web = delegation(resourceGroupScope(id, 'Web'));
    const [offer] = groupOffers([copy], [web]).offers;
    const standing = standingsOf(offer as NonNullable<typeof offer>);
    expect(standing(resourceGroupScope(id, 'web'))).toEqual({ state: 'same', delegation: web });
    expect(standing(resourceGroupScope(id, 'data'))).toEqual({ state: 'none' });
    expect(standing(subscriptionScope(id))).toEqual({ state: 'none' });
  });
});
