/** Whether an activated role lasts as long as the work: `close` where a little more of it would be too much. */
export type Lasting = 'enough' | 'close' | 'tooShort';

const minute = 60_000;

/**
 * Whether a role that is held for `left` ms more lasts for work that is expected to need `needed` ms.
 * Before a run that is a guess, and somebody reads the review first: twice the time, and five minutes at least. While it
 * goes on the run has shown its pace: a quarter more, and a minute at least.
 */
export function lastingOf(left: number, needed: number, when: 'before' | 'during'): Lasting {
  const reserve = when === 'before' ? Math.max(needed, 5 * minute) : Math.max(needed / 4, minute);
  if (left < needed) return 'tooShort';
  return left < needed + reserve ? 'close' : 'enough';
}

/** Milliseconds as minutes that are good enough to say: rounded up, beyond twenty to the next five; 0 for less than one. */
export function roughMinutes(ms: number): number {
  if (ms < minute) return 0;
  const minutes = Math.ceil(ms / minute);
  return minutes <= 20 ? minutes : Math.ceil(minutes / 5) * 5;
}
