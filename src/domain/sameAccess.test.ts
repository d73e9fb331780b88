import { describe, expect, it } from 'vitest';
import { content } from '../../test/domain/offers.ts';
import { principalId, tenantId } from './ids.ts';
import type { OfferContent } from './offer.ts';
import { sameAccess, saysThis, wordsDiffer } from './sameAccess.ts';

const boss = principalId('bbbbbbbb-0000-4000-8000-000000000009');

/** The same content with other facts in every authorization, or with other facts of its own. */
function changed(facts: Partial<OfferContent>): OfferContent {
  return { ...content(), ...facts };
}

function called(principalName: string): OfferContent {
  return changed({ authorizations: content().authorizations.map((one) => ({ ...one, principalName })) });
}

function approvedBy(name?: string): OfferContent {
  const approvers = [{ principalId: boss, ...(name !== undefined && { name }) }];
  return changed({
    authorizations: content().authorizations.map((one) =>
      one.justInTime ? { ...one, justInTime: { ...one.justInTime, approvers } } : one,
    ),
  });
}

const [standing, eligible] = content().authorizations;
if (!standing || !eligible) throw new Error('The offer gives both kinds of access.');
const oneRenamed = changed({ authorizations: [standing, { ...eligible, principalName: 'Others' }] });
const { description: _, ...undescribed } = content();
const another = { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' };

describe('whether two copies', () => {
  it.each<[string, OfferContent, OfferContent, access: boolean, words: boolean]>([
    ['the same, made twice', content(), content(), true, true],
    ['another version', content(), content('1.0.1'), false, false],
    ['another plan', content(), changed({ plan: another }), false, false],
    ['another tenant', content(), changed({ managedByTenantId: tenantId(boss) }), false, false],
    ['one authorization less', content(), changed({ authorizations: [standing] }), false, false],
    ['another name of the offer', content(), changed({ name: 'Other' }), true, false],
    ['another description', content(), changed({ description: 'Other' }), true, false],
    ['no description', content(), undescribed, true, false],
    ['no description yet', undescribed, content(), true, false],
    ['no description in either', undescribed, undescribed, true, true],
    ['everybody called otherwise', called('A'), called('B'), true, false],
    ['one of two called otherwise', oneRenamed, content(), true, false],
    ['another approver', content(), approvedBy('Kim'), false, false],
    ['an approver called otherwise', approvedBy('Lee'), approvedBy('Kim'), true, false],
    ['a name of an approver that was not to be written', approvedBy('Lee'), approvedBy(), true, true],
  ])('give the same and say the same: %s', (_what, found, meant, access, words) => {
    expect(sameAccess(found, meant)).toBe(access);
    expect(sameAccess(meant, found)).toBe(access);
    expect(saysThis(found, meant)).toBe(words);
  });
});

const unnamed = changed({
  authorizations: content().authorizations.map(({ principalName: __, ...one }) => one),
});

describe('whether the provider words it otherwise than it is stored', () => {
  it.each<[string, OfferContent, OfferContent, boolean]>([
    ['the same', content(), content(), false],
    ['another name of the offer', content(), changed({ name: 'Other' }), true],
    ['another description', content(), changed({ description: 'Other' }), true],
    ['a description for the first time', undescribed, content(), true],
    ['no description any more', content(), undescribed, true],
    ['no description in either', undescribed, undescribed, false],
    ['people called otherwise', called('A'), called('B'), true],
    ['one of several called otherwise', content(), oneRenamed, true],
    ['people whose names were not read', unnamed, content(), false],
  ])('%s', (_, stored, meant, differs) => {
    expect(wordsDiffer(stored, meant)).toBe(differs);
  });
});
