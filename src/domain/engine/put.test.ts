import { describe, expect, it } from 'vitest';
import { copyIn, offer, subscription } from '../../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor, startIn } from '../../../test/domain/runs.ts';
import { AzureSession } from '../../../test/domain/azureSession.ts';
import type { Fault } from '../../../test/domain/azureSession.ts';
import { endsOf, faults } from '../../../test/domain/watching.ts';
import { ProblemError } from '../problem.ts';
import type { Problem } from '../problem.ts';

const accepted = offer([copyIn(1)]);

/** A run over one subscription, whose every write meets this fault; at most so many times. */
async function writeThrough(fault: Fault, times = Infinity) {
  const { azure, time } = azureWith(accepted, [subscription(2)]);
  const begun = time.now();
  const { state, session } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]), {
    faultAt: (operation, _, n) => (operation === 'writeDelegation' && n < times ? fault : undefined),
  });
  return { ends: endsOf(state), writes: session.sentWrites.length, took: time.now() - begun, azure };
}

describe('a write', () => {
  it('that Azure cannot take for long is tried seven times, ever later, and then is known not to be there', async () => {
    const { ends, writes, took, azure } = await writeThrough('azureDown');
    expect(ends).toEqual(['failed: azureDown']);
    expect(writes).toBe(7);
    // 1 + 2 + 4 + 8 + 16 + 32 s, up to half longer, and a last look.
    expect(took).toBeGreaterThan(63_000);
    expect(took).toBeLessThan(63_000 * 1.5 + 25_000);
    expect(azure.delegations()).toEqual([]);
  });

  it('that Azure refuses for want of capacity is tried again when it says, without looking for what was never taken', async () => {
    const { ends, writes, took } = await writeThrough('throttled', 2);
    expect(ends).toEqual(['done']);
    expect(writes).toBe(3);
    expect(took).toBeGreaterThan(14_000);
  });

  it('that is lost again and again is looked for each time before it is sent anew, and then given up', async () => {
    const { ends, writes, took } = await writeThrough('lostBefore');
    expect(ends).toEqual(['failed: noAnswer']);
    expect(writes).toBe(5);
    // Each time 1 + 2 + 5 s of looking, and 1 + 2 + 4 + 8 s of waiting.
    expect(took).toBeGreaterThan(5 * 8000 + 15_000);
  });

  it('whose answer is lost is found, and not sent again', async () => {
    const { ends, writes, took } = await writeThrough('lostAfter', 1);
    expect(ends).toEqual(['done']);
    expect(writes).toBe(1);
    expect(took).toBeLessThan(25_000);
  });

  it('whose answer is lost is found also where it would not be sent once more', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const trouble = faults('writeDelegation', 'lostBefore', 'lostBefore', 'lostBefore', 'lostBefore', 'lostAfter');
    const { state, session } = await carryOut(
      azure,
      time,
      changeSetFor(azure, time, accepted, [subscription(2)]),
      trouble,
    );
    expect(endsOf(state)).toEqual(['done']);
    expect(session.sentWrites).toHaveLength(5);
  });

  it.each([0, 20_000])(
    'whose answer is lost is seen through after a stop, though it takes %d ms',
    async (settlingMs) => {
      const { azure, time } = azureWith(accepted, [subscription(2)], { settlingMs });
      const session = new AzureSession(azure, time, faults('writeDelegation', 'lostAfter'));
      const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]));
      run.subscribe(() => {
        const { items, phase } = run.state();
        if (items[0]?.attempts[0]?.end && phase.name === 'running') run.stop();
      });
      expect(endsOf(await time.until(run.finished))).toEqual(['done']);
      expect(session.sentWrites).toHaveLength(1);
    },
  );

  it.each([
    // Whether it arrived is looked up at once; a wait before a next write is not sat out.
    ['azureDown', 1600 + 2 * 400],
    ['lostBefore', 8000 + 4 * 400],
    ['throttled', 400],
  ] as const)('that met %s, and then a stop, is known not to be there and not sent again', async (fault, within) => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const session = new AzureSession(azure, time, faults('writeDelegation', fault));
    const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]));
    let answeredAt: number | undefined;
    run.subscribe(() => {
      const [attempt] = run.state().items[0]?.attempts ?? [];
      if (attempt?.end === undefined || answeredAt !== undefined) return;
      answeredAt = time.now();
      run.stop();
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['stopped']);
    expect(session.sentWrites).toHaveLength(1);
    expect(time.now() - (answeredAt ?? 0)).toBeLessThanOrEqual(within);
  });

  it('that is refused since the subscription is not registered everywhere is tried again, ever later', async () => {
    const { azure, time } = azureWith(accepted, [], { registeringMs: 20_000, propagatingMs: 40_000 });
    const set = changeSetFor(azure, time, accepted, [subscription(2)]);
    const { state, session } = await carryOut(azure, time, set);
    expect(endsOf(state)).toEqual(['done']);
    const sent = session.sentWrites.filter(({ target }) => target.includes('registrationAssignments'));
    // In the first of these times the subscription was being registered.
    const [, ...waits] = sent.slice(1).map(({ at }, n) => at - (sent[n]?.at ?? 0));
    expect(waits.length).toBeGreaterThanOrEqual(3);
    expect(waits).toEqual(waits.toSorted((one, next) => one - next));
    expect(waits[0]).toBeGreaterThanOrEqual(1000);
  });

  it.each<Problem>([
    { code: 'locked', azure: { status: 409 } },
    { code: 'unexpected', azure: { status: 400, code: 'Unheard' } },
  ])('that Azure refuses for good ($code) is sent once and its words are kept', async (problem) => {
    const { azure, time } = azureWith(accepted, [subscription(2)], {
      refused: new Map([[subscription(2).id, problem]]),
    });
    const { state, session } = await carryOut(azure, time, changeSetFor(azure, time, accepted, [subscription(2)]));
    expect(state.items[0]?.status).toMatchObject({ state: 'failed', problem });
    expect(session.sentWrites).toHaveLength(1);
  });

  it('that may or may not have been refused is looked for, and not repeated where it is there', async () => {
    const { azure, time } = azureWith(accepted, [subscription(2)]);
    const session = new AzureSession(azure, time);
    const { port } = session;
    let sent = 0;
    const run = await startIn(session, changeSetFor(azure, time, accepted, [subscription(2)]), {
      port: {
        ...port,
        async writeDelegation(...args) {
          sent += 1;
          await port.writeDelegation(...args);
          throw new ProblemError({ code: 'unexpected', azure: { status: 500 } });
        },
      },
    });
    expect(endsOf(await time.until(run.finished))).toEqual(['done']);
    expect(sent).toBe(1);
  });
});
