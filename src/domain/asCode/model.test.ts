import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import type { ChangeItem, ChangeSet, Way } from '../changeSet.ts';
import { copyId, delegationId, tenantId, type CopyId, type DelegationId, type ScopeId } from '../ids.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import { makeChangeSet } from '../makeChangeSet.ts';
import { codeModel, hasWays } from './model.ts';
import { policyModel } from './policy.ts';
import { removalModel } from './removal.ts';
import { removalBash } from './removalBash.ts';
import { removalPowerShell } from './removalPowerShell.ts';

const fingerprint = '3f2a91bc07de'.padEnd(64, '0');
const name = 'dddddddd-0000-4000-8000-000000000001';
const home = copyIn(1);
const scope = subscription(2);
const chosen = { scope, registration: 'notRegistered', blockers: [] } as const;
const facts = { tenantId: customer, actor: owner, now: 0 };
const incoming = { ...offer([home]), copies: [] };
const delegating = makeChangeSet<never>({ ...facts, offer: offer([home]), chosen: [chosen] });
const accepting = makeAcceptance<never>({ ...facts, offer: incoming, into: chosen, delegate: [chosen] });

const by = (...ways: readonly [Way, ...Way[]]): ChangeSet => ({
  ...delegating,
  items: [{ does: 'delegate', scope, ways }],
});
const id = delegationId(scope.id, name);
const ids = { scope, delegationId: id, copyId: home.id };
const takingAway: readonly ChangeItem[] = [
  { does: 'remove', ...ids },
  { does: 'removeCopy', scope, copyId: home.id, content: content() },
  { does: 'reapplyCopy', scope, copyId: home.id, content: content() },
  { does: 'reapply', ...ids, offerName: 'Kept' },
];
const path = `${scope.id}/providers/Microsoft.ManagedServices`;

describe('a change set as code', () => {
  it('of an acceptance stores the copy, once, and delegates to it', () => {
    const model = codeModel(accepting, fingerprint, 'reviewed');
    const [copy] = model?.copies ?? [];
    expect(model?.copies).toMatchObject([{ subscriptionId: scope.subscriptionId, content: 0, update: false }]);
    expect(model?.delegations).toMatchObject([{ scope: scope.id, copyId: copy?.id }]);
    expect(model?.registrations).toEqual([scope.subscriptionId]);
  });

  it.each<[string, Partial<ChangeSet>]>([
    ['it takes something away', { items: takingAway.slice(0, 1) }],
    ['it deletes a copy', { items: takingAway.slice(1, 2) }],
    ['it writes a kept copy again', { items: takingAway.slice(2, 3) }],
    ['it writes a kept delegation again', { items: takingAway.slice(3) }],
    ['it does nothing', { items: [] }],
    ['its tenant is none', { tenantId: tenantId("'; az") }],
    [
      'a delegation has a name that is no GUID',
      by({ kind: 'local', copyId: home.id, delegationId: delegationId(scope.id, 'mine') }),
    ],
    [
      'a delegation has an address that is none',
      by({ kind: 'local', copyId: home.id, delegationId: 'mine' as DelegationId }),
    ],
    [
      'a copy has a name that is no GUID',
      by({ kind: 'copy', copyId: copyId(scope.subscriptionId, 'mine'), delegationId: id }),
    ],
    ['a copy has an address that is none', by({ kind: 'copy', copyId: 'mine' as CopyId, delegationId: id })],
    [
      'a resource group has a name that Azure would not give',
      by({
        kind: 'local',
        copyId: home.id,
        delegationId: delegationId(`${scope.id}/resourceGroups/a'b` as ScopeId, name),
      }),
    ],
  ])('is none where %s', (_, more) => {
    expect(codeModel({ ...delegating, ...more }, fingerprint, 'reviewed')).toBeUndefined();
  });

  it('leaves nothing to choose where there is a copy already, or only one way', () => {
    const local: Way = { kind: 'local', copyId: home.id, delegationId: id };
    expect(hasWays(delegating)).toBe(true);
    expect(hasWays(by(local, { ...local, kind: 'copy' }))).toBe(false);
    expect(hasWays(by({ ...local, kind: 'reference' }))).toBe(false);
  });
});

describe('a removal as commands', () => {
  it('says in which order: what goes, and then what is written again', () => {
    expect(removalModel({ tenantId: customer, items: takingAway }, fingerprint)).toMatchObject({
      delegations: [{ id, copyId: home.id }],
      copies: [home.id],
      copiesAgain: [home.id],
      delegationsAgain: [{ id, copyId: home.id }],
    });
  });

  it('has no heading for what is not done', () => {
    const model = removalModel({ tenantId: customer, items: takingAway.slice(0, 1) }, fingerprint);
    if (!model) throw new Error('no commands');
    for (const script of [removalPowerShell(model), removalBash(model)]) {
      expect(script).toContain(id);
      expect(script).not.toMatch(/# (?:Copies of the offer|What stays|then what is delegated)/);
    }
  });

  it.each<[string, readonly ChangeItem[]]>([
    ['it gives something', delegating.items],
    ['it stores something', accepting.items],
    ['it updates something', [{ does: 'update', scope, copyId: home.id, from: content(), to: content('2.0.0') }]],
    ['there is nothing in it', []],
    ['an address of a delegation is none', [{ does: 'remove', ...ids, delegationId: 'mine' as DelegationId }]],
    [
      'an address is not as Azure writes it',
      [{ does: 'remove', ...ids, delegationId: `${path}/RegistrationAssignments/${name}/` as DelegationId }],
    ],
    [
      'a name of a copy is no GUID',
      [{ does: 'removeCopy', scope, copyId: copyId(scope.subscriptionId, '$(id)'), content: content() }],
    ],
  ])('is none where %s', (_, items) => {
    expect(removalModel({ tenantId: customer, items }, fingerprint)).toBeUndefined();
  });
});

describe('a change set as a policy', () => {
  const { plan: _plan, ...plain } = content();
  const template = copyIn(1, plain);
  const already = [
    { scope: subscription(3), delegationId: delegationId(subscription(3).id, name), copyId: template.id },
    {
      scope: resourceGroup(4, 'web'),
      delegationId: delegationId(resourceGroup(4, 'web').id, name),
      copyId: template.id,
    },
  ];
  const planless: ChangeSet = {
    ...makeChangeSet<never>({ ...facts, offer: offer([template]), chosen: [chosen] }),
    already,
  };

  it('leaves out whole subscriptions that have it already', () => {
    expect(policyModel(planless)).toMatchObject({ leftOut: [subscription(3).id] });
  });

  it('is one of an acceptance too, with what is delegated in it', () => {
    const of = { ...incoming, content: plain };
    const accepted = makeAcceptance<never>({ ...facts, offer: of, into: chosen, delegate: [chosen] });
    expect(policyModel(accepted)).toMatchObject({
      content: { properties: { registrationDefinitionName: plain.name } },
    });
    // Where nothing is delegated there is nothing that others could get as well.
    expect(policyModel(makeAcceptance<never>({ ...facts, offer: of, into: chosen, delegate: [] }))).toBeUndefined();
  });

  it('is none of anything else, and none under names that no template could compute', () => {
    expect(policyModel({ ...planless, kind: 'update' })).toBeUndefined();
    const named = {
      ...planless,
      items: by({ kind: 'local', copyId: template.id, delegationId: delegationId(scope.id, 'mine') }).items,
    };
    expect(policyModel(named)).toBeUndefined();
  });

  it('is none of a marketplace offer, and none of resource groups, with the reason', () => {
    expect(policyModel(delegating)).toBe('marketplace');
    const groups = { ...chosen, scope: resourceGroup(2, 'web') };
    expect(policyModel(makeChangeSet<never>({ ...facts, offer: offer([template]), chosen: [groups] }))).toBe(
      'resourceGroups',
    );
  });
});
