import { describe, expect, it } from 'vitest';
import { AzureSession } from '../../../test/domain/azureSession.ts';
import { content, copyIn, offer, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { copy, places, who } from '../../../test/domain/overlapping.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { endsOf, writesOf } from '../../../test/domain/watching.ts';
import { itemsDoing } from '../changeSet.ts';
import { makeAcceptance } from '../makeAcceptance.ts';
import type { Offer } from '../offer.ts';
import { ProblemError } from '../problem.ts';

/*
 * What several steps of a run need: a copy that an offer is taken in by and that a scope stores for itself, and a
 * registration.
 */

const { plan: _, ...bare } = content();
const incoming: Offer = {
  ...offer([copyIn(1, bare)]),
  copies: [],
  namesAt: () => ({
    copy: 'cccccccc-1111-4000-8000-000000000001',
    delegation: 'dddddddd-1111-4000-8000-000000000001',
  }),
};
const into = { scope: subscription(2), registration: 'registered', blockers: [] } as const;

describe('an offer that is taken in by a copy that a scope of the same run stores for itself', () => {
  const both = makeAcceptance<never>({ ...who, offer: incoming, into, delegate: [into] });

  /** The first look for the copy is held up until the other step has stored it. */
  async function heldUp(look: 'before' | 'after') {
    const { azure, time } = azureWith(incoming, places);
    const { port } = new AzureSession(azure, time);
    const stored = async () => {
      for (let n = 0; n < 200 && azure.copies().length === 0; n += 1) await time.wait(50);
    };
    let looks = 0;
    const run = await startIn(new AzureSession(azure, time), both, {
      port: {
        ...port,
        async readCopy(...args) {
          looks += 1;
          if (looks > 1) return port.readCopy(...args);
          if (look === 'after') await stored();
          const found = await port.readCopy(...args);
          if (look === 'before') await stored();
          return found;
        },
        async writeCopy(...args) {
          const answer = await port.writeCopy(...args);
          await time.wait(2000);
          return answer;
        },
      },
    });
    return { state: await time.until(run.finished), azure };
  }

  it.each(['before', 'after'] as const)(
    'is done, and the copy written once, looked for %s it is there',
    async (look) => {
      const { state, azure } = await heldUp(look);
      expect(endsOf(state)).toEqual(['done', 'done']);
      expect(writesOf(azure)).toEqual(['writeCopy', 'writeDelegation']);
    },
  );

  it('is there already where the copy is, without registering anything', async () => {
    const { azure, time } = azureWith(incoming, []);
    const change = makeAcceptance<never>({
      ...who,
      offer: incoming,
      into: { ...into, registration: 'notRegistered' },
      delegate: [],
    });
    const [item] = itemsDoing(change, 'accept');
    if (!item) throw new Error('nothing to take in');
    azure.seed({ copies: [copyIn(2, bare, { id: item.copyId })] });
    expect(endsOf((await carryOut(azure, time, change)).state)).toEqual(['already']);
    expect(writesOf(azure)).toEqual([]);
  });
});

describe('a registration', () => {
  const accepted = offer([copy]);
  const group = resourceGroup(4, 'web');

  it('that somebody else has begun is waited for', async () => {
    const { azure, time } = azureWith(accepted, places, { registeringMs: 40_000 });
    azure.registerElsewhere(group.subscriptionId);
    const changeSet = changeSetFor(azure, time, accepted, [group]);
    expect(changeSet.registrations).toEqual([]);
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['done']);
    expect(writesOf(azure).filter((it) => it === 'register')).toEqual([]);
  });

  it('that nobody may look at is found out about by trying', async () => {
    const { azure, time } = azureWith(accepted, places, { registeringMs: 20_000 });
    azure.registerElsewhere(group.subscriptionId);
    const changeSet = changeSetFor(azure, time, accepted, [group]);
    const session = new AzureSession(azure, time);
    const readRegistration = async () => {
      throw new ProblemError({ code: 'notAllowed' });
    };
    const run = await startIn(session, changeSet, { port: { ...session.port, readRegistration } });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
  });

  it('is not asked for where the subscription is not there to be looked at', async () => {
    const { azure, time } = azureWith(accepted, places);
    const changeSet = changeSetFor(azure, time, accepted, [group]);
    const session = new AzureSession(azure, time);
    const readRegistration = async () => {
      throw new ProblemError({ code: 'scopeNotFound' });
    };
    const run = await startIn(session, changeSet, { port: { ...session.port, readRegistration } });
    expect(endsOf(await time.until(run.finished))).toEqual(['failed: scopeNotFound']);
    expect(writesOf(azure)).toEqual([]);
  });

  it('is made where Azure says of everything in the subscription that it is missing', async () => {
    const { azure, time } = azureWith(accepted, places);
    const changeSet = changeSetFor(azure, time, accepted, [group]);
    const session = new AzureSession(azure, time);
    const listDelegations = async () => {
      throw new ProblemError({ code: 'notRegistered' });
    };
    const run = await startIn(session, changeSet, { port: { ...session.port, listDelegations } });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
  });

  it('that Azure refuses ends what needs it, and nothing is delegated', async () => {
    const refused = new Map([[subscription(4).id, { code: 'notAllowed' } as const]]);
    const { azure, time } = azureWith(accepted, places, { refused });
    const { state } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [group]));
    expect(endsOf(state)).toEqual(['failed: notAllowed']);
    expect(writesOf(azure)).toEqual(['register refused']);
  });
});

describe('a scope that needs a copy of its own after all', () => {
  it('is not delegated over what stands at that address by now', async () => {
    const accepted = offer([copy]);
    const { azure, time } = azureWith(accepted, places, { references: 'refused' });
    const changeSet = changeSetFor(azure, time, accepted, [subscription(2)]);
    const [, way] = itemsDoing(changeSet, 'delegate')[0]?.ways ?? [];
    if (!way) throw new Error('no second way');
    const another = copyIn(3, { ...bare, name: 'Another' });
    const theirs = { scope: subscription(2).id, copyId: another.id, provisioning: 'succeeded' } as const;
    azure.seed({ copies: [another], delegations: [{ id: way.delegationId, ...theirs }] });
    const { state } = await carryOut(azure, time, changeSet);
    expect(endsOf(state)).toEqual(['failed: changedByOther']);
    expect(writesOf(azure)).toEqual(['writeDelegation refused', 'writeCopy']);
    expect(azure.delegations()).toMatchObject([theirs]);
  });
});
