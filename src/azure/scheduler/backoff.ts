/** Where Azure does not say how long to wait after a 429: 5, 10, 20, then 60 s. */
const throttledSteps = [5000, 10_000, 20_000, 60_000] as const;
/** Between tries of a read that failed or was lost: 1, 2, 4 s. */
const failedSteps = [1000, 2000, 4000] as const;

/**
 * How long to wait before the next try, in ms: what Azure asked for, else a step that grows. Jitter is only ever added,
 * so nothing is sent earlier than asked and not everybody comes back at the same moment.
 * @param attempt 1 for the first try that went wrong
 * @param random a number in [0, 1)
 */
export function backoff(
  why: 'throttled' | 'failed',
  attempt: number,
  asked: number | undefined,
  random: number,
): number {
  const steps = why === 'throttled' ? throttledSteps : failedSteps;
  const step = steps[Math.min(attempt, steps.length) - 1] ?? steps[0];
  // Even "come back at once" is answered with a second: the bucket that refused has to fill.
  const base = Math.max(asked ?? step, why === 'throttled' ? 1000 : 0);
  // Twenty requests told "in 15 s" should not all arrive in the same millisecond; a second is enough for that, and more
  // would leave a part of every minute unused where a provider counts by minutes.
  return Math.ceil(base + random * Math.min(1000, Math.max(100, base / 10)));
}
