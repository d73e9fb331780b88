import { expect, it } from 'vitest';
import { content, copyIn, offer } from '../../test/domain/offers.ts';
import { delegationId, resourceGroupScope, subscriptionScope } from './ids.ts';
import type { Delegation, OfferCopy } from './offer.ts';
import { storedVersions } from './offerVersions.ts';

const name = 'dddddddd-0000-4000-8000-000000000001';

function delegationTo(copy: OfferCopy, provisioning: Delegation['provisioning'] = 'succeeded'): Delegation {
  const scope = resourceGroupScope(copy.subscriptionId, `rg-${provisioning}`);
  return { id: delegationId(scope, name), scope, copyId: copy.id, provisioning };
}

it('puts copies that give the same together, the newest version first, each with what it gives access to', () => {
  const [older, newer, twin] = [copyIn(1, content('1.9.0')), copyIn(2, content('1.10.0')), copyIn(3, content('1.9.0'))];
  const [one, two, ended] = [delegationTo(older), delegationTo(twin), delegationTo(newer, 'failed')];
  const found = storedVersions(offer([older, newer, twin], [one, two, ended]));
  expect(found.map(({ version, copies }) => [version, copies])).toEqual([
    ['1.10.0', [newer]],
    ['1.9.0', [older, twin]],
  ]);
  // What did not succeed gives nothing.
  expect(found.map(({ delegations }) => delegations)).toEqual([[], [one, two]]);
});

it('tells versions of a template offer apart, which have no number, in the order in which they were found', () => {
  const { plan: _, ...plain } = content();
  const first = copyIn(1, plain);
  const other = copyIn(2, { ...plain, authorizations: plain.authorizations.slice(1) });
  const scope = subscriptionScope(first.subscriptionId);
  const whole: Delegation = { id: delegationId(scope, name), scope, copyId: first.id, provisioning: 'succeeded' };
  expect(storedVersions(offer([first, other], [whole]))).toEqual([
    { content: first, version: undefined, copies: [first], delegations: [whole] },
    { content: other, version: undefined, copies: [other], delegations: [] },
  ]);
});
