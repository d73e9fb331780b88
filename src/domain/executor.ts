import type { ChangeSet } from './changeSet.ts';
import { carryOut } from './engine/carryOut.ts';
import { alsoAgain, barredBy } from './engine/dependents.ts';
import type { Engine } from './engine/engine.ts';
import { Experience } from './engine/experience.ts';
import { StopWish } from './engine/halt.ts';
import { Line } from './engine/line.ts';
import { beginningOrder, dependenciesOf } from './engine/order.ts';
import { isRetryable } from './engine/rules.ts';
import { RunLog } from './engine/runLog.ts';
import { Shared } from './engine/shared.ts';
import { Window } from './engine/window.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Journal } from './journal.ts';
import type { DelegationPort, Surroundings } from './port.ts';
import { isOver } from './run.ts';
import type { ItemEnd, ItemRun, ItemStatus, RunEvent, RunState } from './run.ts';

export interface RunOptions {
  readonly changeSet: ChangeSet;
  /** Of the change set, as it was reviewed and confirmed. */
  readonly fingerprint: string;
  readonly port: DelegationPort;
  readonly surroundings: Surroundings;
  readonly journal: Journal;
  /** How many items may be working at the same time; those that wait for Azure do not count. */
  readonly window?: number;
  readonly onEvent?: (event: RunEvent, state: RunState) => void;
  /** Where an interrupted run goes on from: what `resumeRun` gave. */
  readonly from?: RunState;
}

/** A run in progress. */
export interface Run {
  /** A new object whenever something has changed, else the same one. */
  state(): RunState;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Sees through what is under way and starts no more. During a pause, nothing more is sent at all. */
  stop(): void;
  /** Goes on after a pause: the person has signed in, or the network is back. */
  resume(): void;
  /** Tries these items again: by default every one that failed in a way that can pass, is unknown, or was stopped. */
  retry(items?: readonly number[]): void;
  /** The state once every item has ended; after a retry, once they have all ended again. */
  readonly finished: Promise<RunState>;
}

/**
 * Carries out a change set. Every effect comes in through the port, the surroundings and the journal, so that a run
 * can be interrupted at any point and gone on with. Rejects when the change set is not the one that was reviewed.
 */
export async function startRun(options: RunOptions): Promise<Run> {
  const { changeSet, fingerprint, port, surroundings, journal, window = 100, onEvent, from } = options;
  if ((await fingerprintOf(changeSet, surroundings)) !== fingerprint) {
    throw new Error('This change set is not the one that was reviewed.');
  }
  const log = new RunLog({ changeSet, fingerprint, surroundings, journal, onEvent, from });
  const stop = new StopWish();
  const line = new Line(log, stop, surroundings);
  const places = new Window(window);
  const engine: Engine = {
    changeSet,
    mayRegister: new Set(changeSet.registrations),
    port,
    surroundings,
    log,
    line,
    stop,
    experience: new Experience(surroundings),
    registrations: new Shared(),
    registered: new Shared(),
    copies: new Shared(),
  };
  let open = 0;
  let finished = completion<RunState>();
  const dependencies = dependenciesOf(changeSet);
  const underWay = new Map<number, Completion<void>>();

  /** Waits for what has to come before the item; how it ends, if it may not begin after that. */
  const afterOthers = async (item: number): Promise<ItemEnd | undefined> => {
    const dependency = dependencies[item];
    if (!dependency || dependency.on.length === 0) return undefined;
    await Promise.all(dependency.on.flatMap((other) => underWay.get(other)?.promise ?? []));
    return barredBy(dependency, log.state.items);
  };
  const inItsPlace = async (item: number): Promise<ItemEnd> => {
    const place = await places.take();
    const end = await carryOut(engine, item, place);
    place.leave();
    return end;
  };
  const work = async (item: number): Promise<void> => {
    const end = (await afterOthers(item)) ?? (await inItsPlace(item));
    log.note({ type: 'ended', item, end });
    underWay.get(item)?.resolve();
    open -= 1;
    if (open === 0) await finish();
  };
  const finish = async (): Promise<void> => {
    log.note({ type: 'over' });
    const { state } = log;
    await log.settled();
    finished.resolve(state);
  };
  const begin = (items: readonly number[]): void => {
    open += items.length;
    for (const item of items) underWay.set(item, completion());
    for (const item of items) void work(item);
  };

  const waiting = beginningOrder(changeSet).filter((item) => log.state.items[item]?.endedAt === undefined);
  if (log.state.phase.name === 'stopping') {
    stop.request();
    line.stop();
  }
  if (waiting.length > 0) begin(waiting);
  else await finish();

  return {
    state: () => log.state,
    subscribe: (listener) => log.subscribe(listener),
    stop: () => {
      if (stop.requested || log.state.phase.name === 'stopping' || isOver(log.state)) return;
      line.stop();
      log.note({ type: 'stopping' });
      stop.request();
    },
    resume: () => line.resume(),
    retry: (wanted) => {
      const asked = wanted?.filter((item) => canRetry(log.state.items[item])) ?? worthRetrying(log.state);
      const may = alsoAgain(changeSet, dependencies, log.state.items, new Set(asked));
      const again = beginningOrder(changeSet).filter((item) => may.has(item));
      if (again.length === 0) return;
      if (isOver(log.state)) finished = completion();
      if (stop.requested) {
        stop.withdraw();
        line.reopen();
      }
      for (const shared of [engine.registrations, engine.registered, engine.copies]) shared.forgetSettled();
      log.note({ type: 'retried', items: again });
      begin(again);
    },
    get finished() {
      return finished.promise;
    },
  };
}

/** The items that a retry tries by default: what failed in a way that can pass, is unknown, or was stopped. */
export function worthRetrying({ items }: Pick<RunState, 'items'>): readonly number[] {
  return items.flatMap((item, index) => (canRetry(item) && isWorthIt(item.status) ? index : []));
}

/** Whatever has ended may be tried again, except what is there. */
function canRetry(item: ItemRun | undefined): boolean {
  return item?.endedAt !== undefined && item.status.state !== 'done' && item.status.state !== 'already';
}

function isWorthIt(status: ItemStatus): boolean {
  return status.state !== 'failed' || isRetryable(status.problem);
}

interface Completion<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

function completion<Value>(): Completion<Value> {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
