import { describe, expect, it } from 'vitest';
import { copyIn, offer, subscription } from '../../../test/domain/offers.ts';
import { azureWith, carryOut, changeSetFor } from '../../../test/domain/runs.ts';
import type { Fault } from '../../../test/domain/azureSession.ts';
import { endsOf } from '../../../test/domain/watching.ts';

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
});
