import { vi } from 'vitest';

/** Waits until this is so: until `check` throws no longer. The limit is for what never comes; a busy machine is not a failure. */
export const soon = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 30_000, interval: 20 });
