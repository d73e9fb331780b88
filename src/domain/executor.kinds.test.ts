import { describe, expect, it } from 'vitest';
import {
  content,
  copyIn,
  customer,
  offer,
  owner,
  provider,
  resourceGroup,
  subscription,
} from '../../test/domain/offers.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import { azureWith, carryOut, startIn } from '../../test/domain/runs.ts';
import { endsOf, faults, writesOf } from '../../test/domain/watching.ts';
import type { ChangeSet } from './changeSet.ts';
import { delegationId, tenantId } from './ids.ts';
import type { ScopeId } from './ids.ts';
import { makeAcceptance } from './makeAcceptance.ts';
import { leftoversOf, makeRemoval } from './makeRemoval.ts';
import type { RemovalFacts } from './makeRemoval.ts';
import { makeUpdate } from './makeUpdate.ts';
import type { CopyId } from './ids.ts';
import type { Delegation, Offer, OfferContent } from './offer.ts';
import { storedVersions } from './offerVersions.ts';
import { overlapsOf } from './overlaps.ts';
import { ProblemError, type Problem } from './problem.ts';

const who = { tenantId: customer, actor: owner, now: 0 };
const facts = { ...who, blockersOf: () => [], nameOf: (id: string) => id };

let names = 0;
function delegated(scope: ScopeId, copyId: CopyId): Delegation {
  const name = `dddddddd-0000-4000-8000-${String((names += 1)).padStart(12, '0')}`;
  return { id: delegationId(scope, name), scope, copyId, provisioning: 'succeeded' };
}

describe('accepting an offer', () => {
  const incoming = { ...offer([copyIn(1)]), copies: [] };
  const into = { scope: subscription(1), registration: 'notRegistered', blockers: [] } as const;

  it('registers, stores one copy and gives nobody access', async () => {
    const { azure, time } = azureWith(incoming, []);
    const set = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [] });
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.copies()).toMatchObject([{ subscriptionId: subscription(1).subscriptionId, ...content() }]);
    expect(azure.delegations()).toEqual([]);
    const again = await carryOut(azure, time, set);
    expect(endsOf(again.state)).toEqual(['already']);
    expect(writesOf(azure).filter((it) => !it.endsWith('refused'))).toEqual(['register', 'writeCopy']);
  });

  it('fails where somebody deletes the copy while it is confirmed', async () => {
    const { azure, time } = azureWith(incoming, [subscription(1)]);
    const set = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [] });
    const session = new AzureSession(azure, time);
    const { port } = session;
    const run = await startIn(session, set, {
      port: {
        ...port,
        readCopy: async (...given) => {
          const found = await port.readCopy(...given);
          return found && { ...found, provisioning: 'deleting' };
        },
      },
    });
    const state = await time.until(run.finished);
    expect(state.items[0]?.status).toMatchObject({ problem: { code: 'changedByOther', what: 'copy' } });
  });

  it('delegates in the same run, referring to the copy once it is there', async () => {
    const { azure, time } = azureWith(incoming, [subscription(2)]);
    const other = { scope: subscription(2), registration: 'registered', blockers: [] } as const;
    const set = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [into, other] });
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(azure.copies()).toHaveLength(1);
    expect(
      azure
        .delegations()
        .map(({ scope }) => scope)
        .toSorted(),
    ).toEqual([subscription(1).id, subscription(2).id]);
  });

  it('keeps the names that the template computes', async () => {
    const copy = 'cccccccc-1111-4000-8000-000000000001';
    const delegation = 'dddddddd-1111-4000-8000-000000000001';
    const { plan: _, ...withoutPlan } = content();
    const template: Offer = {
      ...incoming,
      source: 'template',
      content: withoutPlan,
      namesAt: () => ({ copy, delegation }),
    };
    const { azure, time } = azureWith(template, []);
    const set = makeAcceptance<never>({ ...who, offer: template, into, delegate: [into] });
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done', 'done']);
    expect(azure.copies().map(({ id }) => id.split('/').at(-1))).toEqual([copy]);
    expect(azure.delegations().map(({ id }) => id.split('/').at(-1))).toEqual([delegation]);
  });

  it('does not delegate what was refused to be stored', async () => {
    const { azure, time } = azureWith(incoming, [subscription(1), subscription(2)], {
      refused: new Map([[subscription(1).id, { code: 'deniedByPolicy' }]]),
    });
    const other = { scope: subscription(2), registration: 'registered', blockers: [] } as const;
    const set = makeAcceptance<never>({
      ...who,
      offer: incoming,
      into: { ...into, registration: 'registered' },
      delegate: [other],
    });
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['failed: deniedByPolicy', 'failed: earlierStepFailed']);
    expect(writesOf(azure)).toEqual(['writeCopy refused']);
  });

  it('never overwrites another version that is stored under its name', () => {
    const set = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [] });
    const [item] = set.items;
    if (item?.does !== 'accept') throw new Error('no copy');
    const older = copyIn(1, content('0.9.0'), { id: item.copyId });
    const blocked = makeAcceptance<never>({ ...who, offer: { ...incoming, copies: [older] }, into, delegate: [] });
    expect(blocked.items).toEqual([]);
    expect(blocked.cannot).toMatchObject([{ reasons: [{ code: 'otherVersionStored', version: '0.9.0' }] }]);
  });
});

describe('updating an offer', () => {
  const to = content('2.0.0');

  it('changes every copy, leaves those alone that are there, and finishes what was half done', async () => {
    const half = offer([copyIn(1, to), copyIn(2), copyIn(3)]);
    const { azure, time } = azureWith(half, [subscription(1), subscription(2), subscription(3)]);
    const set = makeUpdate<never>({ ...facts, offer: half, to });
    expect(set.already.map(({ copyId }) => copyId)).toEqual([copyIn(1).id]);
    expect(storedVersions(half).map(({ version, copies }) => [version, copies.length])).toEqual([
      ['2.0.0', 1],
      ['1.0.0', 2],
    ]);
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done', 'done']);
    expect(azure.copies().map(({ plan, provisioning }) => [plan?.version, provisioning])).toEqual([
      ['2.0.0', 'succeeded'],
      ['2.0.0', 'succeeded'],
      ['2.0.0', 'succeeded'],
    ]);
    expect(endsOf((await carryOut(azure, time, set)).state)).toEqual(['already', 'already']);
    expect(writesOf(azure)).toEqual(['writeCopy', 'writeCopy']);
  });

  it.each(['lostBefore', 'lostAfter', 'azureDown', 'throttled', 'broken'] as const)(
    'reads what came of it after %s',
    async (fault) => {
      const old = offer([copyIn(1)]);
      const { azure, time } = azureWith(old, [subscription(1)]);
      const set = makeUpdate<never>({ ...facts, offer: old, to });
      const { state } = await carryOut(azure, time, set, faults('writeCopy', fault));
      expect(endsOf(state)).toEqual(['done']);
      expect(azure.audit.filter(({ committed }) => committed)).toHaveLength(1);
    },
  );

  it('leaves a copy alone that someone changed to something else, and one that is gone', async () => {
    const reviewed = offer([copyIn(1), copyIn(2)]);
    const { azure, time } = azureWith(offer([copyIn(1, content('1.5.0'))]), [subscription(1), subscription(2)]);
    const { state } = await carryOut(azure, time, makeUpdate<never>({ ...facts, offer: reviewed, to }));
    expect(endsOf(state)).toEqual(['failed: changedByOther', 'failed: copyMissing']);
    expect(azure.audit).toEqual([]);
  });

  it('writes a change of words alone', async () => {
    const old = offer([copyIn(1)]);
    const authorizations = content().authorizations.map((it) => ({ ...it, principalName: 'Another name' }));
    const { azure, time } = azureWith(old, [subscription(1)]);
    const set = makeUpdate<never>({ ...facts, offer: old, to: { ...content(), authorizations } });
    const { state } = await carryOut(azure, time, set, faults('writeCopy', 'lostBefore'));
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.copies()[0]?.authorizations[0]?.principalName).toBe('Another name');
  });

  it('cannot move an offer to another managing tenant', () => {
    const moved: OfferContent = { ...to, managedByTenantId: tenantId('33333333-3333-4333-8333-333333333333') };
    const set = makeUpdate<never>({ ...facts, offer: offer([copyIn(1)]), to: moved });
    expect(set.items).toEqual([]);
    expect(set.cannot).toMatchObject([{ reasons: [{ code: 'managingTenantChanged', from: provider }] }]);
  });
});

describe('taking access back', () => {
  const copy = copyIn(1);
  const one = delegated(subscription(1).id, copy.id);
  const two = delegated(subscription(2).id, copy.id);
  const stored = offer([copy], [one, two]);
  const all = [subscription(1), subscription(2)];

  function removal(of: Partial<RemovalFacts<never>> & { readonly offer: Offer }): ChangeSet<never> {
    return makeRemoval<never>({
      ...facts,
      offers: [of.offer],
      delegations: of.offer.delegations.map(({ id }) => id),
      copies: of.offer.copies.map(({ id }) => id),
      reapply: true,
      ...of,
    });
  }

  it('finds nothing to take away where the resource provider was unregistered meanwhile', async () => {
    const { azure, time } = azureWith(stored, all);
    const session = new AzureSession(azure, time);
    const unregistered = () => Promise.reject(new ProblemError({ code: 'notRegistered' }));
    const run = await startIn(session, removal({ offer: stored }), {
      port: {
        ...session.port,
        readDelegation: unregistered,
        readCopy: unregistered,
        listDelegations: unregistered,
        listDelegationsIn: unregistered,
      },
    });
    const state = await time.until(run.finished);
    expect(endsOf(state)).toEqual(['already', 'already', 'already']);
    expect(azure.audit).toEqual([]);
  });

  it('deletes the copy after everything that refers to it is gone, and writes nothing the second time', async () => {
    const { azure, time } = azureWith(stored, all);
    const set = removal({ offer: stored });
    const { state } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done', 'done', 'done']);
    expect(writesOf(azure)).toEqual(['deleteDelegation', 'deleteDelegation', 'deleteCopy']);
    expect([...azure.delegations(), ...azure.copies()]).toEqual([]);
    expect(state.items.every(({ status }) => 'proof' in status && status.proof.gone)).toBe(true);
    expect(endsOf((await carryOut(azure, time, set)).state)).toEqual(['already', 'already', 'already']);
    expect(azure.audit).toHaveLength(3);
  });

  it('keeps the copy where one delegation could not be removed', async () => {
    const { azure, time } = azureWith(stored, all, { refused: new Map([[two.scope, { code: 'locked' }]]) });
    const { state } = await carryOut(azure, time, removal({ offer: stored }));
    expect(endsOf(state)).toEqual(['done', 'failed: locked', 'failed: earlierStepFailed']);
    expect(azure.copies()).toHaveLength(1);
  });

  it('says at once that a copy which others refer to is not deleted', () => {
    const set = removal({ offer: stored, delegations: [one.id] });
    expect(set.items.map(({ does }) => does)).toEqual(['remove']);
    expect(set.cannot).toMatchObject([{ copyId: copy.id, reasons: [{ code: 'copyStillUsed', by: [two.id] }] }]);
  });

  it('does not even try to delete a copy that someone delegated to after the review', async () => {
    const { azure, time } = azureWith(stored, all);
    const late = resourceGroup(1, 'late');
    azure.delegateElsewhere(late.id, copy.id, 'dddddddd-0000-4000-8000-000000000999');
    const { state } = await carryOut(azure, time, removal({ offer: stored }));
    expect(endsOf(state)).toEqual(['done', 'done', 'failed: copyInUse']);
    expect(writesOf(azure)).toEqual(['deleteDelegation', 'deleteDelegation']);
  });

  it('cleans leftovers', async () => {
    const left = offer([copy, copyIn(3)], [one]);
    expect(leftoversOf(left).map(({ id }) => id)).toEqual([copyIn(3).id]);
    const { azure, time } = azureWith(left, all);
    const set = removal({ offer: left, delegations: [], copies: [copyIn(3).id] });
    expect(endsOf((await carryOut(azure, time, set)).state)).toEqual(['done']);
    expect(azure.copies().map(({ id }) => id)).toEqual([copy.id]);
  });

  it.each(['lostBefore', 'lostAfter', 'azureDown', 'throttled', 'broken'] as const)(
    'reads what came of it after %s',
    async (fault) => {
      const { azure, time } = azureWith(stored, all);
      const trouble = {
        faultAt: (op: string, _: string, n: number) => (op.startsWith('delete') && n === 0 ? fault : undefined),
      };
      const { state } = await carryOut(azure, time, removal({ offer: stored }), trouble);
      expect(endsOf(state)).toEqual(['done', 'done', 'done']);
      expect([...azure.delegations(), ...azure.copies()]).toEqual([]);
    },
  );

  describe('where another offer of the same provider gives the same', () => {
    const keptContent = {
      ...content(),
      name: 'Another',
      plan: { publisher: 'northwind', product: 'managed-azure', name: 'premium', version: '1.0.0' },
    };
    const keptCopy = copyIn(3, keptContent);
    const kept = delegated(resourceGroup(1, 'web').id, keptCopy.id);
    const other = { ...offer([keptCopy], [kept]), key: 'other' as Offer['key'] };

    function world() {
      const made = azureWith(stored, [...all, subscription(3)]);
      made.azure.seed({ copies: [keptCopy], delegations: [kept] });
      return made;
    }

    it('is found, the resource group under the subscription too, and nowhere else', () => {
      expect(overlapsOf([one], [stored, other])).toMatchObject([
        { kept: { id: kept.id }, removed: [{ id: one.id }], rights: [{}, {}] },
      ]);
      expect(overlapsOf([two], [stored, other])).toEqual([]);
      const foreign = { ...keptContent, managedByTenantId: tenantId('33333333-3333-4333-8333-333333333333') };
      expect(overlapsOf([one], [stored, { ...other, copies: [copyIn(3, foreign)] }])).toEqual([]);
    });

    it('loses its access, and has it again once both were written again', async () => {
      for (const reapply of [false, true]) {
        const { azure, time } = world();
        const set = removal({ offer: stored, offers: [stored, other], reapply });
        const { state } = await carryOut(azure, time, set);
        expect(new Set(endsOf(state))).toEqual(new Set(['done']));
        expect(azure.access.isWhole(kept.id, time.now())).toBe(reapply);
      }
    });

    it('is written again once, whatever is lost on the way, and not by a run that removes nothing', async () => {
      const { azure, time } = world();
      const set = removal({ offer: stored, offers: [stored, other] });
      const { state } = await carryOut(azure, time, set, faults('writeDelegation', 'lostBefore', 'throttled'));
      expect(new Set(endsOf(state))).toEqual(new Set(['done']));
      expect(azure.access.isWhole(kept.id, time.now())).toBe(true);
      expect(azure.audit.filter((it) => it.kind === 'writeDelegation' && it.committed)).toHaveLength(1);
      const written = azure.audit.length;
      expect(new Set(endsOf((await carryOut(azure, time, set)).state))).toEqual(new Set(['already']));
      expect(azure.audit).toHaveLength(written);
    });

    it('is written again for what was removed, where another removal failed', async () => {
      const { azure, time } = azureWith(stored, [...all, subscription(3)], {
        refused: new Map([[two.scope, { code: 'locked' }]]),
      });
      azure.seed({ copies: [keptCopy], delegations: [kept] });
      const { state } = await carryOut(azure, time, removal({ offer: stored, offers: [stored, other] }));
      expect(endsOf(state)).toEqual(['done', 'failed: locked', 'failed: earlierStepFailed', 'done', 'done']);
      expect(azure.access.isWhole(kept.id, time.now())).toBe(true);
    });

    it('is written again once more, where a retry takes more away', async () => {
      const refused = new Map<ScopeId, Problem>([[two.scope, { code: 'locked' }]]);
      const keptTwo = delegated(subscription(2).id, keptCopy.id);
      const { azure, time } = azureWith(stored, [...all, subscription(3)], { refused });
      azure.seed({ copies: [keptCopy], delegations: [kept, keptTwo] });
      const both = { ...other, delegations: [kept, keptTwo] };
      const set = removal({ offer: stored, offers: [stored, both] });
      const run = await startIn(new AzureSession(azure, time), set);
      expect(endsOf(await time.until(run.finished))).toEqual([
        'done',
        'failed: locked',
        'failed: earlierStepFailed',
        'done',
        'done',
        // The subscription that refused to let go refuses this as well.
        'failed: locked',
      ]);
      refused.clear();
      run.retry();
      expect(new Set(endsOf(await time.until(run.finished)))).toEqual(new Set(['done']));
      for (const { id } of [kept, keptTwo]) expect(azure.access.isWhole(id, time.now())).toBe(true);
      expect(azure.copies().map(({ id }) => id)).toEqual([keptCopy.id]);
    });

    it('keeps the names that Azure has and a search index left out', async () => {
      const { azure, time } = world();
      const nameless = keptContent.authorizations.map(({ principalName: _, ...authorization }) => authorization);
      const seen = { ...other, copies: [copyIn(3, { ...keptContent, authorizations: nameless })] };
      await carryOut(azure, time, removal({ offer: stored, offers: [stored, seen] }));
      expect(azure.readCopy(keptCopy.id)?.authorizations).toEqual(keptContent.authorizations);
    });

    it('brings nothing back that someone has removed meanwhile', async () => {
      const { azure, time } = azureWith(stored, [...all, subscription(3)]);
      azure.seed({ copies: [keptCopy] });
      const { state } = await carryOut(azure, time, removal({ offer: stored, offers: [stored, other] }));
      expect(endsOf(state).at(-1)).toBe('failed: changedByOther');
      expect(azure.delegations()).toEqual([]);
    });
  });
});
