import type { Surroundings } from '../domain/port.ts';

/** Has this called each time the device has slept, until the returned function is called. */
export type OnWake = (listener: () => void) => () => void;

const beat = 15_000;
/** A beat that is late by more than this was not late: the device slept, or the browser froze the page. */
const slept = 60_000;

/**
 * Notices sleep by the clock: the waits here are not slowed down in a hidden tab, so only sleep makes one so long. A
 * clock that somebody sets forward looks the same, and costs no more than a look at what was under way.
 * @param surroundings whose waits a hidden tab does not slow down
 */
export function watchSleep({ now, wait }: Pick<Surroundings, 'now' | 'wait'>): OnWake {
  const listeners = new Set<() => void>();
  let isBeating = false;

  async function watch(): Promise<void> {
    isBeating = true;
    while (listeners.size > 0) {
      const before = now();
      await wait(beat);
      if (now() - before - beat > slept) for (const listener of listeners) listener();
    }
    isBeating = false;
  }

  return (listener) => {
    listeners.add(listener);
    if (!isBeating) void watch();
    return () => listeners.delete(listener);
  };
}
