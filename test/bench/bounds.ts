import { delays, wires, type WireName } from './wire.ts';

/*
 * The least time and the fewest requests that Azure's limits and the way to it allow. t: seconds; C: requests at once.
 * Every write is preceded by one read of what is there, and proven by reading it back.
 */

const seconds = (ms: number) => ms / 1000;
const read = seconds(delays.preflight + delays.read);
const write = seconds(delays.preflight + delays.write);
/** One that a read of the same address went before. */
const writeAfterRead = seconds(delays.write);
/** A second request to an address that was asked by the same method before. */
const readAgain = seconds(delays.read);

export interface Bound {
  readonly seconds: number;
  readonly requests: number;
}

function rounds(n: number, wire: WireName): number {
  return Math.ceil(n / wires[wire]);
}

/** n registrations, each confirmed by one read after Azure is done. */
export function registerBound(n: number, wire: WireName): Bound {
  const sending = rounds(n, wire) * write;
  const slots = (n * (write + read)) / wires[wire];
  return {
    seconds: Math.max(
      sending + seconds(delays.registration) + read - write,
      write + seconds(delays.registration) + read,
      slots,
    ),
    requests: 2 * n,
  };
}

/**
 * n delegations that refer to one copy: a read before, the write, a read after. The first write goes alone. `perSubscription`
 * is the most writes to one subscription, where ARM allows 200 and then 10 a second.
 */
export function delegateBound(n: number, wire: WireName, perSubscription = 1): Bound {
  const c = wires[wire];
  const first = read + writeAfterRead;
  const slots = (n * (first + readAgain)) / c;
  const bucket = Math.max(0, perSubscription - 200) / 10;
  const wait = seconds(delays.operation);
  return {
    seconds: Math.max(first + wait + readAgain, (n * first) / c + wait + readAgain, slots, bucket + wait),
    requests: 3 * n,
  };
}

/** n copies brought to a new version: a read before, the write, a read after; the first write goes alone. */
export function updateBound(n: number, wire: WireName): Bound {
  return delegateBound(n, wire);
}

/** Queries of Resource Graph: all pages of all tables at once, 15 in each 5 s. */
export function estateBound(queries: number): Bound {
  return {
    seconds: 5 * Math.floor((queries - 1) / 15) + seconds(delays.query + delays.preflight),
    requests: queries,
  };
}
