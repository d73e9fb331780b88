import { describe, expect, it } from 'vitest';
import { VirtualTime } from '../../../test/domain/virtualTime.ts';
import { Experience } from './experience.ts';
import { giveUpAfter } from './patience.ts';

const second = 1000;

function clock() {
  const time = new VirtualTime(0);
  const experience = new Experience({ now: () => time.now(), wait: (ms) => time.wait(Math.max(0, ms)) });
  return { time, experience, watch: () => experience.watch('writeDelegation') };
}

/** The moments, in seconds since it began, at which it is looked until the time is up. */
async function looks(time: VirtualTime, watch: ReturnType<Experience['watch']>, until: number, takes = 0) {
  const begun = time.now();
  const moments: number[] = [];
  while (moments.length === 0 || time.now() - begun < until) {
    if (!(await time.until(watch.next()))) break;
    moments.push((time.now() - begun) / second);
    if (takes > 0) await time.until(time.wait(takes));
  }
  return moments;
}

describe('when it is looked whether Azure is done', () => {
  it('several times for the first write of a kind, then less and less often', async () => {
    const { time, watch } = clock();
    expect(await looks(time, watch(), 80 * second)).toEqual([2, 5, 10, 15, 16, 18, 21, 26, 34, 46, 61, 76, 91]);
  });

  it('never after the bound', async () => {
    const { time, watch } = clock();
    const moments = await looks(time, watch(), Infinity);
    expect(moments.at(-1)).toBeGreaterThanOrEqual(giveUpAfter / second);
    expect(moments.at(-2)).toBeLessThan(giveUpAfter / second);
  });

  it('for those that follow once the first was done, after as long as it needed', async () => {
    const { time, watch } = clock();
    const first = watch();
    await looks(time, first, 5 * second);
    first.done();
    expect(await looks(time, watch(), 12 * second)).toEqual([5, 6, 8, 11, 16]);
  });

  it('for one that began a little later, together with the first', async () => {
    const { time, watch } = clock();
    const first = watch();
    await time.until(time.wait(second));
    const next = watch();
    let seenAt = 0;
    const looking = next.next().then(() => (seenAt = time.now()));
    await looks(time, first, 4 * second);
    first.done();
    await time.until(looking);
    // The first needed 5 s, so the second is looked at 5 s after it began.
    expect(seenAt).toBe(6 * second);
  });

  it('after as long as Azure says where nobody knows better', async () => {
    const { time, watch } = clock();
    watch();
    expect(await looks(time, watch(), 16 * second)).toEqual([15, 16]);
  });

  it('by what was seen, and later where the look itself had to wait for its turn', async () => {
    const { time, watch } = clock();
    const [quick, slow] = [watch(), clock()];
    await looks(time, quick, second, second);
    quick.done();
    expect(await looks(time, watch(), second)).toEqual([2]);

    const waited = slow.watch();
    await looks(slow.time, waited, second, 4 * second);
    waited.done();
    expect(await looks(slow.time, slow.watch(), second)).toEqual([6]);
  });

  it('apart for each kind', async () => {
    const { time, watch, experience } = clock();
    const first = watch();
    await looks(time, first, second);
    first.done();
    expect(await looks(time, experience.watch('writeCopy'), 4 * second)).toEqual([2, 5]);
  });
});
