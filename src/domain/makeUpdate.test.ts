import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, subscription, subscriptionNo } from '../../test/domain/offers.ts';
import { tenantId } from './ids.ts';
import type { SubscriptionId } from './ids.ts';
import { contentOnly } from './makeChangeSet.ts';
import { makeUpdate } from './makeUpdate.ts';
import type { OfferContent, OfferCopy } from './offer.ts';

function updateOf(
  copies: readonly [OfferCopy, ...OfferCopy[]],
  to: OfferContent,
  blockersOf: (id: SubscriptionId) => readonly string[] = () => [],
) {
  const nameOf = (id: SubscriptionId) => `the one that ends in ${id.slice(-1)}`;
  return makeUpdate({ tenantId: customer, actor: owner, offer: offer(copies), to, blockersOf, nameOf, now: 7 });
}

const newer = content('2.0.0');
const { plan: _, ...ofTemplate } = content();

describe('an update', () => {
  it('brings every copy to the new version, each by the name of its subscription', () => {
    const set = updateOf([copyIn(1), copyIn(2)], newer);
    expect(set).toMatchObject({ kind: 'update', madeAt: 7, registrations: [], already: [], covered: [], cannot: [] });
    expect(set.items).toEqual(
      [copyIn(1), copyIn(2)].map((copy, at) => ({
        does: 'update',
        scope: {
          kind: 'subscription',
          id: subscription(at + 1).id,
          subscriptionId: subscriptionNo(at + 1),
          name: `the one that ends in ${at + 1}`,
        },
        copyId: copy.id,
        from: content(),
        to: newer,
      })),
    );
  });

  it('leaves to each copy what it is called and how it is described, for a marketplace says nothing of these', () => {
    const { description: _text, ...bare } = { ...content(), name: 'Named in the portal' };
    const [item] = updateOf([copyIn(1, bare)], { ...newer, name: 'Plan 2', description: 'Newer.' }).items;
    expect(item).toMatchObject({ to: { name: 'Named in the portal', plan: { version: '2.0.0' } } });
    expect(item).not.toHaveProperty('to.description');
  });

  it('takes name and description from a newer template, for there they are the provider’s', () => {
    const to = { ...ofTemplate, name: 'Renamed', description: 'Newer.' };
    expect(updateOf([copyIn(1, ofTemplate)], to).items).toMatchObject([{ to }]);
    expect(contentOnly(to)).toEqual(to);
  });

  it('skips a copy that says it already, unless Azure could not apply it', () => {
    const there = copyIn(1, newer);
    const broken = copyIn(2, newer, { provisioning: 'failed' });
    const set = updateOf([there, broken], newer);
    expect(set.already.map(({ copyId }) => copyId)).toEqual([there.id]);
    expect(set.items).toMatchObject([{ copyId: broken.id }]);
  });

  it('says all that speaks against it, and writes nothing there', () => {
    const to = { ...newer, managedByTenantId: tenantId('33333333-3333-4333-8333-333333333333') };
    const set = updateOf([copyIn(1), copyIn(2)], to, (id) => (id === subscriptionNo(1) ? ['guest'] : []));
    expect(set.items).toEqual([]);
    const moved = { code: 'managingTenantChanged', from: content().managedByTenantId, to: to.managedByTenantId };
    expect(set.cannot.map(({ copyId, reasons }) => [copyId, reasons])).toEqual([
      [copyIn(1).id, [moved, { code: 'blocked', blocker: 'guest' }]],
      [copyIn(2).id, [moved]],
    ]);
  });

  it('goes on where one subscription alone is blocked', () => {
    const set = updateOf([copyIn(1), copyIn(2)], newer, (id) => (id === subscriptionNo(1) ? ['guest'] : []));
    expect(set.cannot).toMatchObject([{ copyId: copyIn(1).id, reasons: [{ code: 'blocked', blocker: 'guest' }] }]);
    expect(set.items).toMatchObject([{ copyId: copyIn(2).id }]);
  });
});
