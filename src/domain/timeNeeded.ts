import type { ChangeItem, ChangeSet } from './changeSet.ts';
import { dependenciesOf } from './engine/order.ts';
import type { RunState } from './run.ts';
import { timeLeftOf } from './timeLeft.ts';

/*
 * How long a change set will probably take, before anything of it has been seen: what a run needs with a browser's six
 * connections, as `npm run bench` measures it. Rather too long than too short; Azure may be slower than all of this.
 */

const second = 1000;

/** One request with its preflight, in milliseconds. */
const read = 0.43 * second;
const write = 0.98 * second;
/**
 * Requests under way at the same time. Slower than Azure's own limit, ten writes a second in one subscription:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const connections = 6;
/** Until Azure has applied what was written: https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
const applied = 15 * second;
/** Until Azure has registered a resource provider. Not published; planned with. */
const registered = 30 * second;
/** Reads per item, before the first write, that prove what was reviewed. */
const checks = 3;

type Work = Pick<ChangeSet, 'items' | 'registrations'>;

/** Milliseconds from the confirmation to the end of the run. */
export function timeNeededBy(work: Work): number {
  return (work.items.length * checks * read) / connections + timeToRun(work);
}

/** Milliseconds that a run will still take: as it goes so far, else as expected of what has not ended. */
export function timeStillNeeded(changeSet: Work, state: Pick<RunState, 'items' | 'phase'>, now: number): number {
  return timeLeftOf(state, now) ?? timeToRun(restOf(changeSet, state));
}

function restOf({ items, registrations }: Work, state: Pick<RunState, 'items'>): Work {
  const rest = items.filter((_, at) => state.items[at]?.endedAt === undefined);
  const notBegun = new Set(
    items.filter((_, at) => state.items[at]?.startedAt === undefined).map(({ scope }) => scope.subscriptionId),
  );
  return { items: rest, registrations: registrations.filter((id) => notBegun.has(id)) };
}

function timeToRun(work: Work): number {
  const { items, registrations } = work;
  if (items.length === 0 && registrations.length === 0) return 0;
  const writes = items.reduce((sum, item) => sum + writesOf(item), 0);
  const requests = writes * (read + write + read) + registrations.length * (write + read);
  const registering = registrations.length === 0 ? 0 : write + registered;
  return registering + wavesOf(items) * (read + write + applied + read) + requests / connections;
}

/** A delegation by way of a copy writes the copy first. */
function writesOf(item: ChangeItem): number {
  return item.does === 'delegate' && item.ways[0].kind === 'copy' ? 2 : 1;
}

/** How many writes wait for each other, one after the other. */
function wavesOf(items: readonly ChangeItem[]): number {
  const waits = dependenciesOf({ items });
  const known: number[] = [];
  const wave = (at: number): number => {
    const item = items[at];
    if (!item) return 0;
    return (known[at] ??= writesOf(item) + deepest(waits[at]?.on ?? [], wave));
  };
  return deepest([...items.keys()], wave);
}

function deepest(of: readonly number[], wave: (at: number) => number): number {
  return of.reduce((most, at) => Math.max(most, wave(at)), 0);
}
