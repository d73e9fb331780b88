import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, owner, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import type { ChangeItem, ChangeSet, Way } from '../changeSet.ts';
import { copyId, delegationId, tenantId, type CopyId, type DelegationId, type ScopeId } from '../ids.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import { makeChangeSet } from '../makeChangeSet.ts';
import { definitionOf } from './definition.ts';
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

/** What a script of a removal does, without its headings. */
function stepsIn(script: string): readonly string[] {
  const [, steps = ''] = /\{\n([^}]*)\n\}/.exec(script) ?? [];
  return steps.split('\n').flatMap((line) => (line.trim().startsWith('#') ? [] : [line.trim()]));
}

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

  it.each([
    [480, 'PT8H'],
    [90, 'PT1H30M'],
    [45, 'PT45M'],
    [0, 'PT0M'],
  ])('writes %i minutes of access as Azure does', (maximumMinutes, maximumActivationDuration) => {
    const authorizations = content().authorizations.map((one) => ({
      ...one,
      ...(one.justInTime && { justInTime: { ...one.justInTime, maximumMinutes } }),
    }));
    expect(definitionOf({ ...content(), authorizations }).properties.eligibleAuthorizations).toMatchObject([
      { justInTimeAccessPolicy: { maximumActivationDuration } },
    ]);
  });

  it.each([`$(id)${fingerprint}`, `${fingerprint}$(id)`, ''])('is none under the fingerprint %s', (print) => {
    expect(codeModel(delegating, print, 'reviewed')).toBeUndefined();
  });

  it('leaves nothing to choose where there is a copy already, or only one way', () => {
    const local: Way = { kind: 'local', copyId: home.id, delegationId: id };
    expect(hasWays(delegating)).toBe(true);
    expect(hasWays(by(local, { ...local, kind: 'copy' }))).toBe(false);
    expect(hasWays(by({ ...local, kind: 'reference' }))).toBe(false);
    const update: ChangeItem = { does: 'update', scope, copyId: home.id, from: content(), to: content('2.0.0') };
    expect(hasWays({ items: [update] })).toBe(false);
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
      expect(stepsIn(script)).toHaveLength(2);
    }
  });

  it.each([
    [
      'bash',
      removalBash,
      ['take_away', 'gone', 'delete_copy', 'write_again', 'give_back'],
      (of: string) => `${of}() {`,
    ],
    [
      'PowerShell',
      removalPowerShell,
      ['Remove-Delegation', 'Wait-Gone', 'Remove-Copy', 'Restore-Copy', 'Restore-Delegation'],
      (of: string) => `function ${of}(`,
    ],
  ] as const)(
    'is, for %s, one command for each step, in order, and each command is one of the file',
    (_, write, names, begin) => {
      const model = removalModel({ tenantId: customer, items: takingAway }, fingerprint);
      const script = model ? write(model) : '';
      const [takeAway, gone, deleteCopy, writeAgain, giveBack] = names;
      expect(stepsIn(script)).toEqual([
        `${takeAway} '${id}' '${home.id}'`,
        `${gone} '${id}'`,
        `${deleteCopy} '${home.id}'`,
        `${writeAgain} '${home.id}'`,
        `${giveBack} '${id}' '${home.id}'`,
      ]);
      expect(names.filter((name) => !script.includes(begin(name)))).toEqual([]);
      expect(script).toContain(`'${customer}'`);
    },
  );

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
    ...['mine', `${home.id}/`, home.id.toUpperCase(), home.id.replace(home.subscriptionId, '$(id)')].map(
      (address): [string, readonly ChangeItem[]] => [
        `the address of a copy is ${address}`,
        [{ does: 'removeCopy', scope, copyId: address as CopyId, content: content() }],
      ],
    ),
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

  it('keeps the names that the template of the provider gives, and makes its own where it gives none', () => {
    const names = { copy: 'eeeeeeee-0000-4000-8000-000000000001', delegation: name };
    const given = { ...offer([template]), namesAt: () => names };
    const model = policyModel(makeChangeSet<never>({ ...facts, offer: given, chosen: [chosen] }));
    expect(model).toMatchObject({ copyName: names.copy, delegationName: names.delegation });
    expect(policyModel(planless)).not.toHaveProperty('delegationName');
  });

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
    const nowhere = by({ kind: 'local', copyId: 'mine' as CopyId, delegationId: id });
    expect(policyModel({ ...planless, items: nowhere.items })).toBeUndefined();
  });

  it('is none of a marketplace offer, and none of resource groups, with the reason', () => {
    expect(policyModel(delegating)).toBe('marketplace');
    const groups = { ...chosen, scope: resourceGroup(2, 'web') };
    expect(policyModel(makeChangeSet<never>({ ...facts, offer: offer([template]), chosen: [groups] }))).toBe(
      'resourceGroups',
    );
  });
});
