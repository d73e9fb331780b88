import { describe, expect, it } from 'vitest';
import { again, first, gone, kept, run, second, stays, there } from './removing.ts';

describe.skipIf(process.platform === 'win32')('a removal as commands for bash, run again or into trouble', () => {
  it('deletes nothing twice when it is run once more', () => {
    const { status, writes } = run({ [stays.id]: kept.id, [kept.id]: '' });
    expect([status, writes]).toEqual([0, again]);
  });

  it('leaves a delegation that belongs to another offer by now, and still gives back what was lost', () => {
    const { status, said, writes } = run({ ...there, [second.id]: kept.id });
    expect([status, said.includes(`FAILED ${second.id}`)]).toEqual([1, true]);
    expect(writes).toEqual([`delete ${first.id}`, `delete ${gone.id}`, ...again]);
  });

  it('never makes a delegation anew that somebody has taken away since', () => {
    const { [stays.id]: _, ...without } = there;
    const { status, writes } = run(without);
    expect(status).toBe(1);
    expect(writes.filter((line) => line.includes(stays.id))).toEqual([]);
  });

  it('goes on with the rest where Azure refuses one, and says so at the end', () => {
    const { status, said, writes, left } = run(there, [second.id]);
    expect([status, said.includes(`FAILED ${second.id}`)]).toEqual([1, true]);
    expect(left).toHaveProperty([gone.id]);
    expect(writes.slice(-2)).toEqual(again);
  });
});
