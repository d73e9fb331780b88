import { describe, expect, it } from 'vitest';
import { writtenTogether } from './writtenTogether.ts';

/** A disk that is as slow as the test wants it. */
function disk() {
  const written: (readonly number[])[] = [];
  const going: { readonly end: () => void; readonly fail: () => void }[] = [];
  const writing = writtenTogether<number>(
    (items) =>
      new Promise((resolve, reject) => {
        written.push([...items]);
        going.push({ end: resolve, fail: () => reject(new Error('full')) });
      }),
  );
  const told: (number | string)[] = [];
  const add = (item: number) =>
    writing.add(item).then(
      () => told.push(item),
      () => told.push(`not ${item}`),
    );
  const turn = async (how: 'end' | 'fail') => {
    going.shift()?.[how]();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { written, told, add, turn, writing };
}

describe('what is written together', () => {
  it('is what comes at once, and what comes while something is being written, in the order of the calls', async () => {
    const { written, told, add, turn } = disk();
    void add(1);
    void add(2);
    await turn('end');
    expect(written).toEqual([[1, 2]]);
    void add(3);
    void add(4);
    await turn('end');
    expect(told).toEqual([1, 2]);
    expect(written).toEqual([
      [1, 2],
      [3, 4],
    ]);
    void add(5);
    await turn('end');
    expect(written.at(-1)).toEqual([5]);
    await turn('end');
    expect(told).toEqual([1, 2, 3, 4, 5]);
  });

  it('is told to be written not before it is', async () => {
    const { told, add, turn, writing } = disk();
    let settled = false;
    void add(1);
    void writing.settled().then(() => (settled = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect([told, settled]).toEqual([[], false]);
    await turn('end');
    expect([told, settled]).toEqual([[1], true]);
  });

  it('is not written where one write fails, and what comes after is', async () => {
    const { told, add, turn, writing } = disk();
    void add(1);
    await new Promise((resolve) => setTimeout(resolve));
    void add(2);
    void add(3);
    await turn('end');
    void add(4);
    await turn('fail');
    await turn('end');
    expect(told).toEqual([1, 'not 2', 'not 3', 4]);
    await writing.settled();
  });
});
