import type { ChangeSet } from '../changeSet.ts';
import type { CopyId, SubscriptionId } from '../ids.ts';
import type { DelegationPort, Surroundings } from '../port.ts';
import type { Experience } from './experience.ts';
import { Halt } from './halt.ts';
import type { StopWish } from './halt.ts';
import type { Line } from './line.ts';
import type { RunLog } from './runLog.ts';
import type { Shared } from './shared.ts';
import type { Place } from './window.ts';

/** What the steps of a run have in common. */
export interface Engine {
  readonly changeSet: ChangeSet;
  /** Subscriptions that this run may register. */
  readonly mayRegister: ReadonlySet<SubscriptionId>;
  readonly port: DelegationPort;
  readonly surroundings: Surroundings;
  readonly log: RunLog;
  readonly line: Line;
  readonly stop: StopWish;
  readonly experience: Experience;
  /** Each subscription is asked to register once, for everything in it. */
  readonly registrations: Shared<SubscriptionId, void>;
  /** Each subscription is watched once until it is registered. */
  readonly registered: Shared<SubscriptionId, void>;
  /** Each copy is stored once. */
  readonly copies: Shared<CopyId, void>;
}

/** One item at work. */
export interface Task {
  /** Position in the change set's items. */
  readonly item: number;
  readonly place: Place;
  /** The page was gone while a write of it was under way: it is verified, and what came of it is its end. */
  readonly interrupted: boolean;
  /** A write of it may have arrived, and reading has not shown yet. */
  inDoubt: boolean;
}

/** Waits before a next try. Throws `Halt` when the run is stopped meanwhile: there will be no next try. */
export async function rest(engine: Engine, task: Task, ms: number): Promise<void> {
  task.place.leave();
  await Promise.race([engine.surroundings.wait(ms), engine.stop.whenRequested()]);
  if (engine.stop.requested) throw new Halt();
}

/** Waits before reading again, whatever happens: what is under way is seen through. */
export async function watch(engine: Engine, task: Task, ms: number): Promise<void> {
  task.place.leave();
  await engine.surroundings.wait(ms);
}
