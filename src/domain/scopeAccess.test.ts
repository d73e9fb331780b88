import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, provider, resourceGroup, subscription } from '../../test/domain/offers.ts';
import { delegationId, principalId, tenantId, type CopyId, type ScopeId } from './ids.ts';
import { makeInventory } from './inventory.ts';
import type { Delegation, OfferCopy, Provisioning } from './offer.ts';
import { groupOffers } from './offers.ts';
import { accessAtScope } from './scopeAccess.ts';

const platform = copyIn(1);
const [reader] = content().authorizations;
const backup: OfferCopy = {
  ...copyIn(2),
  name: 'Backup care',
  plan: { publisher: 'northwind', product: 'backup', name: 'standard', version: '2.0.0' },
  authorizations: reader ? [{ ...reader, principalName: 'Ops, as backup calls them' }] : [],
};
const tailspin = tenantId('33333333-3333-4333-8333-333333333333');
const { principalName: _, ...nameless } = reader as NonNullable<typeof reader>;
const weak: OfferCopy = { ...copyIn(3), managedByTenantId: tailspin, name: 'Weak', authorizations: [nameless] };
const web = resourceGroup(1, 'web').id;

const delegated = (
  scope: ScopeId,
  copyId: CopyId,
  n: number,
  provisioning: Provisioning = 'succeeded',
): Delegation => ({
  id: delegationId(scope, `dddddddd-0000-4000-8000-00000000000${n}`),
  scope,
  copyId,
  provisioning,
});

function at(scope: ScopeId, delegations: readonly Delegation[], copies: readonly OfferCopy[] = [platform, backup]) {
  const estate = { subscriptions: [subscription(1)], copies, delegations, source: 'arm', problems: [] } as const;
  const { rows } = makeInventory(estate, groupOffers(copies, delegations), new Map(), customer);
  return accessAtScope(scope, rows, new Map());
}

describe('accessAtScope', () => {
  it('adds up all offers of a provider, its subscription’s too, and names what is given twice', () => {
    const { level, providers } = at(web, [delegated(subscription(1).id, platform.id, 1), delegated(web, backup.id, 2)]);
    expect(level).toBe(4);
    expect(providers).toHaveLength(1);
    expect(providers[0]?.tenantId).toBe(provider);
    expect(providers[0]?.by.map(({ scope }) => scope)).toEqual([web, subscription(1).id]);
    expect(providers[0]?.overlaps.map(({ roleId, by }) => [roleId, by.length])).toEqual([[reader?.roleId, 2]]);
    const [principal] = providers[0]?.access.principals ?? [];
    expect(principal?.access).toHaveLength(2);
    expect(principal?.names).toEqual(['Northwind operators', 'Ops, as backup calls them']);
  });

  it('keeps providers apart, the strongest first, and says what each is called', () => {
    const found = at(
      web,
      [
        delegated(subscription(1).id, platform.id, 2),
        delegated(web, weak.id, 3),
        delegated(subscription(1).id, weak.id, 1),
      ],
      [platform, { ...weak, managedByTenantName: 'Tailspin' }],
    );
    expect(found.level).toBe(4);
    expect(found.providers.map(({ tenantId: id, name, access }) => [id, name, access.level])).toEqual([
      [provider, undefined, 4],
      [tailspin, 'Tailspin', 1],
    ]);
    expect(found.providers[0]).not.toHaveProperty('name');
    // By what each of them calls its people, and with every delegation that gives the same.
    expect(found.providers.map(({ access }) => access.principals.map(({ names }) => names))).toEqual([
      [['Northwind operators']],
      [[]],
    ]);
    expect(found.providers[1]?.overlaps).toEqual([
      { principalId: reader?.principalId, roleId: reader?.roleId, by: found.providers[1]?.by },
    ]);
    expect(found.unreadable).toEqual([]);
    expect(found.inside).toEqual([]);
  });

  it('tells principals of one provider apart', () => {
    const [first, second] = ['1', '2'].map((n) => principalId(`bbbbbbbb-0000-4000-8000-00000000000${n}`));
    const people = [first, second].map((one, index) => ({
      ...reader,
      ...(one && { principalId: one }),
      principalName: `Team ${index + 1}`,
    })) as OfferCopy['authorizations'];
    const found = at(web, [delegated(web, platform.id, 1)], [{ ...platform, authorizations: people }]);
    expect(found.providers[0]?.access.principals.map(({ names }) => names)).toEqual([['Team 1'], ['Team 2']]);
    expect(found.providers[0]?.overlaps).toEqual([]);
  });

  it('names by both delegations who gets the same twice', () => {
    const found = at(web, [delegated(subscription(1).id, platform.id, 1), delegated(web, backup.id, 2)]);
    expect(found.providers[0]?.overlaps).toMatchObject([{ name: 'Ops, as backup calls them' }]);
  });

  it('does not take what reaches one resource group for access to the subscription', () => {
    const found = at(subscription(1).id, [delegated(web, platform.id, 1), delegated(subscription(2).id, backup.id, 2)]);
    expect(found.providers).toEqual([]);
    expect(found).not.toHaveProperty('level');
    expect(found.inside.map(({ name }) => name)).toEqual(['web']);
    expect(at(resourceGroup(1, 'web2').id, [delegated(web, platform.id, 1)]).providers).toEqual([]);
  });

  it('names what nobody can read, and leaves out what failed or is going', () => {
    const lost = delegated(subscription(1).id, copyIn(7).id, 1);
    const failed = delegated(subscription(1).id, platform.id, 2, 'failed');
    const going = delegated(subscription(1).id, backup.id, 3, 'deleting');
    const found = at(subscription(1).id, [lost, failed, going]);
    expect(found.unreadable.map(({ delegation }) => delegation)).toEqual([lost]);
    const mixed = at(subscription(1).id, [lost, delegated(subscription(1).id, platform.id, 4)]);
    expect(mixed.unreadable.map(({ delegation }) => delegation)).toEqual([lost]);
    expect(mixed.providers).toHaveLength(1);
    expect(found.providers).toEqual([]);
  });
});
