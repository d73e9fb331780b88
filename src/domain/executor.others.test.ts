import { describe, expect, it } from 'vitest';
import { content, copyIn, customer, offer, subscription } from '../../test/domain/offers.ts';
import { AzureSession } from '../../test/domain/azureSession.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { endsOf, faults, writesOf } from '../../test/domain/watching.ts';
import { itemsDoing } from './changeSet.ts';
import { delegationId } from './ids.ts';

const accepted = offer([copyIn(1)]);

describe('what others do meanwhile', () => {
  const portalName = 'dddddddd-0000-4000-8000-000000000001';

  it('adopts what a colleague delegated in the meantime, under whatever id', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001');
    azure.seed({
      delegations: [{ id, scope: subscription(2).id, copyId: accepted.copies[0].id, provisioning: 'succeeded' }],
    });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already']);
    expect(azure.audit).toEqual([]);
  });

  it('stops where a colleague delegated another version in the meantime', async () => {
    const newer = copyIn(2, content('2.0.0'));
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = delegationId(subscription(2).id, 'dddddddd-0000-4000-8000-000000000001');
    azure.seed({
      copies: [newer],
      delegations: [{ id, scope: subscription(2).id, copyId: newer.id, provisioning: 'succeeded' }],
    });
    const { state } = await carryOut(azure, time, changeSet);
    expect(state.items[0]?.status).toMatchObject({
      state: 'failed',
      problem: { code: 'changedByOther', what: 'delegation' },
    });
    expect(azure.audit).toEqual([]);
  });

  it('refers to no copy that was updated after the review', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    azure.seed({ copies: [{ ...accepted.copies[0], ...content('2.0.0') }] });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(azure.audit).toEqual([]);
  });

  it('is adopted, though Azure was the first to say so', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    // After the run has looked, and before its write arrives.
    void time.wait(900).then(() => azure.delegateElsewhere(subscription(2).id, accepted.copies[0].id, portalName));
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['already']);
    expect(writesOf(azure)).toEqual(['writeDelegation refused']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('is waited for, where a delegation that is being taken away lingers', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    await carryOut(azure, time, changeSet);
    const [there] = azure.delegations();
    if (!there) throw new Error('not there');
    azure.removeElsewhere(there.id, 20_000);
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.delegations()).toMatchObject([{ id: there.id, provisioning: 'succeeded' }]);
  });

  it('is waited for, where one of theirs lingers and Azure refuses ours', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    azure.delegateElsewhere(subscription(2).id, accepted.copies[0].id, portalName);
    const [theirs] = azure.delegations();
    if (!theirs) throw new Error('not there');
    azure.removeElsewhere(theirs.id, 6_000);
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('stops the item where the copy is gone, and stores no other one', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { azure: empty, time: elsewhere } = azureWith(offer([copyIn(3)]), [subscription(2)]);
    const { state } = await carryOut(empty, elsewhere, changeSet);
    expect(endsOf(state)).toEqual(['failed: copyMissing']);
    expect(empty.audit).toEqual([]);
  });

  it('is seen, though the run had looked before and then waited', async () => {
    const { azure, time } = azureWith(accepted, [subscription(1), subscription(2)]);
    azure.writeCopy(accepted.copies[0].id, content());
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const [way] = itemsDoing(changeSet, 'delegate')[0]?.ways ?? [];
    if (!way) throw new Error('no way');
    const theirs = copyIn(2, { ...content(), name: 'Another offer', managedByTenantId: customer });
    void time.wait(5000).then(() =>
      azure.seed({
        delegations: [
          { id: way.delegationId, scope: subscription(2).id, copyId: theirs.id, provisioning: 'succeeded' },
        ],
      }),
    );
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(azure.audit).toEqual([]);
  });

  it('is not taken for ours, though two people run the same change set and write the same ids', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const one = await startIn(new AzureSession(azure, time, faults('writeDelegation', 'throttled')), changeSet);
    await time.until(time.wait(100));
    const other = await startIn(new AzureSession(azure, time), changeSet, { seed: 2 });
    expect(endsOf(await time.until(other.finished))).toEqual(['done']);
    expect(endsOf(await time.until(one.finished))).toEqual(['already']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('is known by the copy that it refers to, where the copy itself may not be read', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    azure.delegateElsewhere(subscription(2).id, accepted.copies[0].id, portalName);
    const session = new AzureSession(azure, time);
    const { port } = session;
    const withoutCopies: typeof port = {
      ...port,
      listDelegations: async (...given) =>
        (await port.listDelegations(...given)).map(({ copy: _, ...delegation }) => delegation),
    };
    const run = await startIn(session, changeSet, { port: withoutCopies });
    expect(endsOf(await time.until(run.finished))).toEqual(['already']);
    expect(azure.delegations()).toHaveLength(1);
  });

  it('is left alone where it refers to a copy that nobody here knows', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const id = delegationId(subscription(2).id, portalName);
    const foreign = { id, scope: subscription(2).id, copyId: copyIn(7).id, provisioning: 'succeeded' } as const;
    azure.seed({ delegations: [foreign] });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(azure.delegations().map((each) => each.id)).toContain(id);
    expect(azure.delegations()).toHaveLength(2);
  });

  it('does not count while only the list knows it: what is meant is written', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const { port } = session;
    const [copy] = accepted.copies;
    const id = delegationId(subscription(2).id, portalName);
    const gone = { id, scope: subscription(2).id, copyId: copy.id, copy, provisioning: 'succeeded' } as const;
    const run = await startIn(session, changeSet, { port: { ...port, listDelegations: async () => [gone] } });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(azure.delegations()).toHaveLength(1);
    expect(azure.delegations()[0]?.id).not.toBe(id);
  });
});
