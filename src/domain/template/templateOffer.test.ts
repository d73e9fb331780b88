import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, subscriptionNo } from '../../../test/domain/offers.ts';
import { copyId, parseCopyId, roleId, tenantId } from '../ids.ts';
import type { OfferContent, OfferKey } from '../offer.ts';
import { offerDiff, onlyWords } from '../offerDiff.ts';
import { offerKey } from '../offerKey.ts';
import type { TemplateOffer } from './readTemplate.ts';
import { offerWithTemplate, storedFor, templateStanding } from './templateOffer.ts';

const { plan: _, ...plain } = content();
const copy = copyIn(1, plain);
const stored = { ...offer([copy]), key: offerKey(plain) };
const copyName = parseCopyId(copy.id)?.name ?? '';

function template(change: Partial<OfferContent>, name = 'eeeeeeee-0000-4000-8000-000000000001'): TemplateOffer {
  const of = { ...plain, ...change };
  return { key: offerKey(of), content: of, wanted: [], namesAt: () => ({ copy: name, delegation: name }) };
}
const renamed = (role: string) =>
  plain.authorizations.map((one, at) => (at === 0 ? { ...one, principalName: 'Others', roleId: roleId(role) } : one));
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

describe('a template of an accepted offer', () => {
  it.each([
    ['says the same', {}, 'same'],
    ['describes it otherwise', { description: 'Nights, too.' }, 'words'],
    ['calls people otherwise', { authorizations: renamed(reader) }, 'words'],
    ['gives another role', { authorizations: renamed('b24988ac-6180-42a0-ab88-20f7382dd24c') }, 'differs'],
  ] as const)('%s', (_name, change, standing) => {
    const found = template(change);
    expect(storedFor(found, [stored])).toBe(stored);
    expect(templateStanding(found, stored)).toBe(standing);
    if (standing === 'words') expect(onlyWords(offerDiff(plain, found.content))).toBe(true);
  });

  it('under another name is that offer where it would be written over it, and else another offer', () => {
    const over = template({ name: 'Northwind by night' }, copyName.toUpperCase());
    expect(storedFor(over, [stored])).toBe(stored);
    expect(templateStanding(over, stored)).toBe('words');
    expect(onlyWords(offerDiff(plain, over.content))).toBe(true);
    expect(storedFor(template({ name: 'Northwind by night' }), [stored])).toBeUndefined();
  });

  it('is that offer where one of its copies says so: each subscription has its own', () => {
    const other = { ...copyIn(2, plain), id: copyId(subscriptionNo(2), 'eeeeeeee-0000-4000-8000-000000000002') };
    const two = { ...offer([copy, other]), key: stored.key };
    expect(storedFor(template({ name: 'Northwind by night' }, copyName), [two])).toBe(two);
    const told = { ...stored, copies: [copy, { ...other, description: 'Nights, too.' }] };
    expect(templateStanding(template({}), told)).toBe('words');
  });

  it('does not differ in names of people that the search index left out', () => {
    const nameless = plain.authorizations.map(({ principalName: __, ...one }) => one);
    const found = { ...offer([{ ...copyIn(1, plain), authorizations: nameless }]), key: stored.key };
    expect(templateStanding(template({}), found)).toBe('same');
  });

  it('of a marketplace plan is the offer of that plan, whatever the template calls it', () => {
    const planned = content();
    const onMarketplace = { ...offer([copyIn(1)]), key: offerKey(planned) };
    const found = {
      ...template({ name: 'By another name' }, copyName),
      key: offerKey(planned),
      content: { ...planned, name: 'By another name' },
    };
    expect(storedFor(found, [stored, onMarketplace])).toBe(onMarketplace);
    expect(storedFor(found, [stored])).toBeUndefined();
    expect(templateStanding(found, onMarketplace)).toBe('same');
    expect(offerWithTemplate(onMarketplace, found)).toMatchObject({ source: 'marketplace', namesAt: found.namesAt });
    expect(offerWithTemplate(undefined, found)).toMatchObject({ source: 'marketplace', copies: [] });
    expect(offerWithTemplate(undefined, template({}))).toMatchObject({
      source: 'template',
      copies: [],
      delegations: [],
    });
    expect(offerWithTemplate(stored, undefined)).toBe(stored);
    // Other access under its name is an update: nothing of the template is taken over in passing.
    const more = template({ authorizations: renamed('b24988ac-6180-42a0-ab88-20f7382dd24c') });
    expect(offerWithTemplate(stored, more)).toBe(stored);
  });

  it('is of no other provider, and no marketplace offer', () => {
    const foreign = { ...stored, key: 'other' as OfferKey, source: 'marketplace' as const };
    expect(storedFor(template({ name: 'Else' }, copyName), [foreign])).toBeUndefined();
    const theirs = template({ name: 'Else', managedByTenantId: tenantId(customer) }, copyName);
    expect(storedFor(theirs, [stored])).toBeUndefined();
  });
});

describe('only words', () => {
  it('is not said where access or nothing at all differs', () => {
    const after = { ...plain, description: 'x', authorizations: plain.authorizations.slice(1) };
    expect(onlyWords(offerDiff(plain, after))).toBe(false);
    expect(onlyWords(offerDiff(plain, plain))).toBe(false);
    expect(onlyWords(offerDiff(content('1.0.0'), content('1.1.0')))).toBe(false);
  });
});
