import { expect, it } from 'vitest';
import { copyIn, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { copyId, delegationId } from './ids.ts';
import type { CopyId, ScopeId } from './ids.ts';
import type { Delegation } from './offer.ts';
import { groupOffers } from './offers.ts';
import { isUnread, removableOffers } from './unreadOffer.ts';

const gone = copyId(subscription(9).subscriptionId, 'cccccccc-0000-4000-8000-000000000099');
const at = (scope: ScopeId, to: CopyId): Delegation => ({
  id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'),
  scope,
  copyId: to,
  provisioning: 'succeeded',
});

it('what nobody can read can be taken away too: by the copy that is missing, with all that refers to it', () => {
  const known = at(subscription(1).id, copyIn(1).id);
  const [one, two] = [at(subscription(2).id, gone), at(resourceGroup(3, 'web').id, gone.toUpperCase() as CopyId)];
  const odd = at(subscription(4).id, 'not a copy' as CopyId);
  const [read, unread, strange, ...rest] = removableOffers(groupOffers([copyIn(1)], [known, one, two, odd]));
  expect(rest).toEqual([]);
  expect(read && isUnread(read)).toBe(false);
  expect(read?.delegations).toEqual([known]);
  expect(unread && isUnread(unread)).toBe(true);
  expect(unread).toMatchObject({
    source: 'template',
    content: { name: 'cccccccc-0000-4000-8000-000000000099', authorizations: [] },
    copies: [],
    delegations: [one, two],
  });
  expect(strange).toMatchObject({ content: { name: 'not a copy' }, delegations: [odd] });
  expect(unread?.key).not.toBe(strange?.key);
});
