import { expect } from 'vitest';
import { removalModel, type RemovalModel } from '../../src/domain/asCode/removal.ts';
import { removalBash } from '../../src/domain/asCode/removalBash.ts';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { delegationId } from '../../src/domain/ids.ts';
import { makeRemoval } from '../../src/domain/makeRemoval.ts';
import type { Delegation, OfferCopy, OfferKey } from '../../src/domain/offer.ts';
import { copyIn, customer, offer, owner, resourceGroup, subscription } from '../domain/offers.ts';
import { runWithAz, type AzRun, type Stored } from './azStub.ts';

const fingerprint = '3f2a91bc07de'.padEnd(64, '0');
export const guid = (n: number) => `dddddddd-0000-4000-8000-${n.toString().padStart(12, '0')}`;
const delegated = (scope: Delegation['scope'], copy: OfferCopy, n: number): Delegation => ({
  id: delegationId(scope, guid(n)),
  scope,
  copyId: copy.id,
  provisioning: 'succeeded',
});

export const gone = copyIn(1);
export const kept = {
  ...copyIn(2),
  name: 'Kept',
  plan: { publisher: 'northwind', product: 'kept', name: 'standard', version: '1.0.0' },
};
export const first = delegated(subscription(1).id, gone, 1);
export const second = delegated(resourceGroup(3, 'rg-(한국)_1.a').id, gone, 2);
export const stays = delegated(subscription(1).id, kept, 3);

/** The whole offer goes; another one of the same provider shares its access in the first subscription. */
export function removing(
  change: (of: ChangeSet) => ChangeSet = (of) => of,
  print = fingerprint,
): RemovalModel | undefined {
  const goes = { ...offer([gone], [first, second]), key: 'goes' as OfferKey };
  const changeSet = makeRemoval({
    tenantId: customer,
    actor: owner,
    offer: goes,
    offers: [goes, { ...offer([kept], [stays]), key: 'stays' as OfferKey }],
    delegations: [first.id, second.id],
    copies: [gone.id],
    reapply: true,
    blockersOf: () => [],
    nameOf: (id) => id,
    now: 0,
  });
  return removalModel(change(changeSet), print);
}

/** Made anew each time: whatever is wrong with the making shows in the test. */
export const model = (): RemovalModel => removing() ?? expect.fail('No model.');
/** What Azure holds before. */
export const there: Stored = {
  [first.id]: gone.id,
  [second.id]: gone.id,
  [stays.id]: kept.id,
  [gone.id]: '',
  [kept.id]: '',
};

/** Runs the commands over what Azure holds; it refuses to delete what `refuses` names. */
export function run(stored: Stored, refuses: readonly string[] = []): AzRun {
  return runWithAz(removalBash(model()), customer, stored, refuses);
}

/** The writes that give back what a removal took from others. */
export const again = [
  `put ${kept.id} {"properties":{"registrationDefinitionName":"as it is"}}`,
  `put ${stays.id} {"properties":{"registrationDefinitionId":"${kept.id}"}}`,
];
