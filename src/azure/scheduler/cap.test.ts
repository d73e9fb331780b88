import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../test/azure/simulation.ts';
import { backoff } from './backoff.ts';
import { createScheduler } from './scheduler.ts';
import { createTime } from './time.ts';

const second = 1000;
const minute = 60 * second;
const perMinute = 120;

/** A limit of a provider: lets a request through, or says how long to wait, in ms. */
type Cap = (now: number) => number | undefined;

const wholeSeconds = (ms: number) => Math.ceil(ms / second) * second;

/** So many in any minute. `asked`: what it says to wait; without it, until there is room again. */
function slidingMinute(asked?: number): Cap {
  let taken: readonly number[] = [];
  return (now) => {
    taken = taken.filter((at) => now - at < minute);
    const [first = now] = taken;
    if (taken.length >= perMinute) return asked ?? wholeSeconds(first + minute - now);
    taken = [...taken, now];
    return undefined;
  };
}

/** So many in each minute of the clock. */
function clockMinute(): Cap {
  let current = -1;
  let count = 0;
  return (now) => {
    const here = Math.floor((now + 17 * second) / minute);
    count = here === current ? count + 1 : 1;
    current = here;
    return count > perMinute ? wholeSeconds(minute - ((now + 17 * second) % minute)) : undefined;
  };
}

/** A bucket that fills at two a second. */
function bucket(capacity: number, asked: number): Cap {
  let tokens = capacity;
  let filledAt = 0;
  return (now) => {
    tokens = Math.min(capacity, tokens + ((now - filledAt) / minute) * perMinute);
    filledAt = now;
    if (tokens < 1) return asked;
    tokens -= 1;
    return undefined;
  };
}

/** Writes to `count` subscriptions of a provider with this limit, as the pipeline sends them. */
async function writeAll(cap: Cap, count: number) {
  const sim = createSimulation(0);
  const scheduler = createScheduler(createTime(sim.surroundings));
  const answered: number[] = [];
  const refused: number[] = [];
  let tooEarly = 0;
  let heldUntil = 0;
  const write = async (n: number): Promise<void> => {
    const operation = { kind: 'write', provider: 'p', subscription: `s${n}` } as const;
    for (let attempt = 1; ; attempt += 1) {
      const slot = await scheduler.enter({ operation, urgent: true, again: attempt > 1 });
      if (sim.now() < heldUntil) tooEarly += 1;
      await sim.wait(450);
      const asked = cap(sim.now());
      await sim.wait(450);
      if (asked === undefined) {
        answered.push(sim.now());
        return slot.done({ kind: 'answered' });
      }
      refused.push(sim.now());
      heldUntil = Math.max(heldUntil, sim.now() + asked);
      slot.done({
        kind: 'throttled',
        by: 'provider',
        waitMs: backoff('throttled', attempt, asked, sim.surroundings.random()),
      });
    }
  };
  await Promise.all(Array.from({ length: count }, (_, n) => write(n)));
  const between = (times: readonly number[], from: number, to: number) =>
    times.filter((at) => at > from && at <= to).length;
  return { answered, refused, between, tooEarly, took: sim.now() };
}

describe('a limit of 120 a minute that nobody publishes', () => {
  it.each([
    ['in any minute, saying exactly how long to wait', slidingMinute()],
    ['in any minute, saying 5 s', slidingMinute(5 * second)],
    ['in any minute, saying 1 s', slidingMinute(second)],
    ['in each minute of the clock', clockMinute()],
    ['as a bucket, saying 5 s', bucket(perMinute, 5 * second)],
    ['as a bucket that holds little, saying 1 s', bucket(10, second)],
    ['as a bucket, saying 15 s', bucket(60, 15 * second)],
  ])('%s, is kept and used: 95 % of it, few refusals, and nothing before the time that was named', async (_, cap) => {
    const { answered, refused, between, tooEarly } = await writeAll(cap, 1500);
    expect(tooEarly).toBe(0);
    // The first minute is another matter: a limit may let go at once what is for all of it.
    const minutes = 9;
    expect(between(answered, minute, 10 * minute)).toBeGreaterThanOrEqual(0.95 * perMinute * minutes);
    expect(between(refused, minute, 10 * minute) / minutes).toBeLessThanOrEqual(0.15 * perMinute);
  });
});

it('a refusal that comes once costs the time that was named, and no pace', async () => {
  let count = 0;
  const { took, refused } = await writeAll(() => ((count += 1) === 150 ? 2 * second : undefined), 2000);
  const without = await writeAll(() => undefined, 2000);
  expect(refused).toHaveLength(1);
  expect(took - without.took).toBeLessThan(15 * second);
});
