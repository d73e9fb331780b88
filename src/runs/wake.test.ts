import { expect, it } from 'vitest';
import { createSimulation } from '../../test/azure/simulation.ts';
import { watchSleep } from './wake.ts';

/** How often somebody was told in this many beats, of which the third takes so much longer. */
async function told(beats: number, longer: number): Promise<number> {
  const sim = createSimulation();
  let waits = 0;
  let count = 0;
  let leave = (): unknown => undefined;
  const wait = async (ms: number): Promise<void> => {
    waits += 1;
    if (waits > beats) leave();
    await sim.wait(ms + (waits === 3 ? longer : 0));
  };
  const onWake = watchSleep({ now: sim.now, wait });
  leave = onWake(() => (count += 1));
  await sim.wait((beats + 2) * 15_000 + longer);
  expect(waits).toBe(beats + 1);
  return count;
}

it('a device that never slept is not woken, even where the clock is coarse', async () => {
  expect(await told(20, 0)).toBe(0);
  expect(await told(20, 59_000)).toBe(0);
});

it('a device that slept is noticed once, and then no more', async () => {
  expect(await told(20, 61_000)).toBe(1);
  expect(await told(20, 8 * 3_600_000)).toBe(1);
});
