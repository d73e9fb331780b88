import { Fields } from '../host/fields.ts';
import type { ControlCall } from './call.ts';

const tenYears = 10 * 366 * 86_400_000;

/**
 * `POST /_emulator/clock`: moves the world's time on. Time never goes back, except by a reset.
 *
 * @throws InputError when `advanceMs` is not a whole number of milliseconds.
 */
export function moveClock({ context, sent }: ControlCall): unknown {
  const fields = new Fields(sent, 'A clock request', ['advanceMs']);
  context.clock.advance(fields.number('advanceMs', { min: 0, max: tenYears, whole: true }));
  const now = context.clock.now();
  return { now, time: new Date(now).toISOString() };
}
