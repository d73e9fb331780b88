import type { Offer } from '../../src/domain/offer.ts';
import { delegationId } from '../../src/domain/ids.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from './offers.ts';

/*
 * Two offers of one provider that give the same: one at a subscription, one at a resource group in it. Taking the first away
 * takes the second with it, so that it is written again.
 */

/** Who makes a change set, and when. */
export const who = { tenantId: customer, actor: owner, now: 0 };
/** The same, where nothing stands in the way. */
export const facts = { ...who, blockersOf: () => [], nameOf: (id: string) => id };
export const places = [subscription(1), subscription(2), subscription(3)];

const premium = { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' };
export const copy = copyIn(1);
export const keptCopy = copyIn(3, { ...content(), plan: premium });

const at = (scope: Parameters<typeof delegationId>[0], of: typeof copy, n: number) =>
  ({
    id: delegationId(scope, `dddddddd-0000-4000-8000-00000000000${n}`),
    scope,
    copyId: of.id,
    provisioning: 'succeeded',
  }) as const;

export const taken = at(subscription(1).id, copy, 1);
export const kept = at(resourceGroup(1, 'web').id, keptCopy, 2);
export const ours = offer([copy], [taken]);
const other = { ...offer([keptCopy], [kept]), key: 'other' as Offer['key'] };

/** Taking the first away, with its copy. */
export const removal = { ...facts, offer: ours, offers: [ours, other], delegations: [taken.id], copies: [copy.id] };
