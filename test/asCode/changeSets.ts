import { codeModel, type CodeModel, type CodeWays } from '../../src/domain/asCode/model.ts';
import type { ChangeSet } from '../../src/domain/changeSet.ts';
import { makeChangeSet } from '../../src/domain/makeChangeSet.ts';
import { makeUpdate } from '../../src/domain/makeUpdate.ts';
import type { OfferContent, OfferCopy } from '../../src/domain/offer.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../domain/offers.ts';

export const fingerprint = '3f2a91bc07de'.padEnd(64, '0');
export const chosen: readonly Scope[] = [
  subscription(1),
  subscription(2),
  resourceGroup(3, 'rg-(한국)_1.a'),
  subscription(4),
];

/** The first subscription holds the offer, the second and the fourth are not registered. */
export function delegating(of: OfferContent = content(), scopes = chosen): ChangeSet {
  return makeChangeSet({
    tenantId: customer,
    actor: owner,
    offer: offer([copyIn(1, of)]),
    chosen: scopes.map((scope) => ({
      scope,
      registration: ['2', '4'].includes(scope.subscriptionId.slice(-1))
        ? ('notRegistered' as const)
        : ('registered' as const),
      blockers: [],
    })),
    now: 0,
  });
}

export function modelOf(changeSet: ChangeSet, ways: CodeWays = 'reviewed'): CodeModel {
  const model = codeModel(changeSet, fingerprint, ways);
  if (!model) throw new Error('No code for this change set.');
  return model;
}

/** Offers with everything that may stand in one, and without all that need not. */
export const fullest: OfferContent = {
  ...content(),
  authorizations: content().authorizations.map((one) => ({
    ...one,
    ...(one.justInTime && {
      justInTime: {
        mfa: false,
        maximumMinutes: 90,
        approvers: [{ principalId: owner, name: 'On call' }, { principalId: owner }],
      },
    }),
  })),
};
const { plan: _plan, description: _description, ...named } = content();
export const barest: OfferContent = {
  ...named,
  authorizations: named.authorizations
    .filter(({ kind }) => kind === 'standing')
    .map(({ principalName: _, ...one }) => one),
};

/** Both copies to a new version; they are called differently, so each says something else. */
export function updating(first: OfferCopy = copyIn(1)): ChangeSet {
  return makeUpdate({
    tenantId: customer,
    actor: owner,
    offer: offer([first, copyIn(2, { ...content(), name: 'Named otherwise' })]),
    to: content('1.1.0'),
    blockersOf: () => [],
    nameOf: (id) => id,
    now: 0,
  });
}
