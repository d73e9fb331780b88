import { describe, expect, it } from 'vitest';
import { AzureSession } from '../../test/domain/azureSession.ts';
import type { Trouble } from '../../test/domain/azureSession.ts';
import { copyIn, offer, resourceGroup, subscription, subscriptionNo } from '../../test/domain/offers.ts';
import { azureWith, changeSetFor, startIn } from '../../test/domain/runs.ts';
import { endsOf } from '../../test/domain/watching.ts';
import type { AzureTraits } from '../../test/domain/azureTraits.ts';

const accepted = offer([copyIn(1)]);
const slow = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => resourceGroup(2, name));
const others = Array.from({ length: 4 }, (_, n) => resourceGroup(3, `other-${n}`));

/** Azure asks us to wait 7 s after each of the first four requests of this kind in the slow subscription. */
function slowed(operation: string): Trouble {
  const ofSlow = (target: string) => target.includes(subscriptionNo(2));
  return { faultAt: (op, target, n) => (op === operation && ofSlow(target) && n < 4 ? 'throttled' : undefined) };
}

/** Runs with a window of two, and tells when the last of the slow and the last of the others was written. */
async function lastWrites(traits: Partial<AzureTraits>, trouble: Trouble, registered = [...slow, ...others]) {
  const { azure, time } = azureWith(accepted, [subscription(1), ...registered], traits);
  const began = time.now();
  const run = await startIn(
    new AzureSession(azure, time, trouble),
    changeSetFor(azure, time, accepted, [...slow, ...others]),
    {
      window: 2,
    },
  );
  const state = await time.until(run.finished);
  expect(endsOf(state)).toEqual(state.items.map(() => 'done'));
  const last = (n: number) =>
    Math.max(
      ...azure.audit
        .filter(({ target, committed }) => committed && target.includes(subscriptionNo(n)))
        .map(({ at }) => at),
    ) - began;
  return { slow: last(2), others: last(3) };
}

describe('one slow subscription', () => {
  it.each<[string, Partial<AzureTraits>, Trouble, typeof slow?]>([
    ['that takes long to register', { registeringMs: 500_000 }, { faultAt: () => undefined }, others],
    ['where Azure throttles the registration', {}, slowed('register'), others],
    ['where Azure throttles the copy', { references: 'refused' }, slowed('writeCopy')],
    ['where Azure throttles every write', {}, slowed('writeDelegation')],
    ['where Azure throttles every look', {}, slowed('listDelegations')],
    ['where it takes long to settle', { settlingMs: 60_000 }, slowed('writeDelegation')],
  ])('%s holds up no other', async (_what, traits, trouble, registered) => {
    const last = await lastWrites(traits, trouble, registered);
    expect(last.slow).toBeGreaterThan(14_000);
    expect(last.others).toBeLessThan(14_000);
  });
});

describe('the window', () => {
  it('lets so many items work at the same time, and no more', async () => {
    const scopes = Array.from({ length: 40 }, (_, n) => subscription(n + 1));
    const { azure, time } = azureWith(accepted, scopes);
    let [sending, most] = [0, 0];
    const session = new AzureSession(azure, time);
    const port = session.port;
    const run = await startIn(session, changeSetFor(azure, time, accepted, scopes), {
      window: 4,
      port: {
        ...port,
        writeDelegation: async (...call) => {
          sending += 1;
          most = Math.max(most, sending);
          return port.writeDelegation(...call).finally(() => {
            sending -= 1;
          });
        },
      },
    });
    await time.until(run.finished);
    expect(most).toBe(4);
  });
});
