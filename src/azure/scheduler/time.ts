import type { PipelineRequest } from '@azure/core-rest-pipeline';
import type { Surroundings } from '../../domain/port.ts';

/** Whatever the SDKs accept as a signal. */
export type Signal = NonNullable<PipelineRequest['abortSignal']>;

/** Time that never runs backwards, and waits that say how they ended. */
export interface Time {
  /** Milliseconds since an arbitrary moment. */
  now(): number;
  /** The device's clock, milliseconds since the epoch: only for dates that Azure sends. */
  date(): number;
  /** `stopped`: the wait was cut short, because a stop was requested. Rejects with an `AbortError` when the signal fires. */
  pause(ms: number, signal?: Signal): Promise<'passed' | 'stopped'>;
}

/** A wait that ends this much too early (in ms) was cut short; less is a coarse clock. */
const coarsestClock = 250;

/** Time from the app's surroundings. People set their clocks back, laptops sleep: neither makes us send too early. */
export function createTime(surroundings: Pick<Surroundings, 'now' | 'wait'>): Time {
  let seen = surroundings.now();
  let passed = 0;

  function now(): number {
    const reading = surroundings.now();
    passed += Math.max(0, reading - seen);
    seen = reading;
    return passed;
  }

  async function pause(ms: number, signal?: Signal): Promise<'passed' | 'stopped'> {
    const until = now() + ms;
    for (;;) {
      const start = now();
      const left = until - start;
      if (left <= 0) return 'passed';
      const reading = surroundings.now();
      await unlessAborted(surroundings.wait(Math.ceil(left)), signal);
      // Set back while we waited: the clock cannot say how long it was, the wait itself can.
      if (surroundings.now() < reading) passed += left;
      const elapsed = now() - start;
      if (left - elapsed > coarsestClock) return 'stopped';
      if (elapsed <= 0) return 'passed';
    }
  }

  return { now, date: () => surroundings.now(), pause };
}

/** The error that the platform throws for an aborted request. */
export function abortError(): Error {
  return new DOMException('The operation was aborted.', 'AbortError');
}

function unlessAborted(waiting: Promise<void>, signal: Signal | undefined): Promise<void> {
  if (!signal) return waiting;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(abortError());
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    void waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
