import type { Surroundings } from '../port.ts';
import type { Problem } from '../problem.ts';
import { Halt } from './halt.ts';
import type { StopWish } from './halt.ts';
import { offlineProbe } from './patience.ts';
import { afterRead, pauseReason, wasLetIn } from './rules.ts';
import type { RunLog } from './runLog.ts';
import { Turnstile } from './turnstile.ts';

/** What a request does. Only writes can be stopped, and the first of them goes alone. */
export type RequestKind = 'read' | 'write';

/**
 * The one way to Azure. Every request enters and leaves here, so that
 * - the first write goes alone: a demand for multi-factor authentication or a Conditional Access rule answers the first
 *   write, also where every read was allowed
 *   (https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication);
 * - a pause begins at once, and is called one when everything under way has been answered and is in the journal;
 * - nothing is written after a stop.
 */
export class Line {
  readonly #all = new Turnstile('open');
  readonly #writes = new Turnstile('single');
  readonly #log: RunLog;
  readonly #stop: StopWish;
  readonly #surroundings: Surroundings;
  #probing = false;

  constructor(log: RunLog, stop: StopWish, surroundings: Surroundings) {
    this.#log = log;
    this.#stop = stop;
    this.#surroundings = surroundings;
  }

  /** Resolves when this request may be sent. Throws `Halt` where it never may. */
  async enter(kind: RequestKind): Promise<void> {
    if (kind === 'write' && !(await this.#writes.enter())) throw new Halt();
    if (await this.#all.enter()) return;
    if (kind === 'write') this.#writes.leave(false);
    throw new Halt();
  }

  /** The request was not sent after all. */
  leaveUnsent(kind: RequestKind): void {
    this.#leave(kind, false);
  }

  /** The request is answered, or will not be. A problem that concerns everybody makes the whole run pause. */
  leave(kind: RequestKind, item: number, problem?: Problem): void {
    if (problem && afterRead(problem) === 'pause') this.#pause(item, problem);
    this.#leave(kind, wasLetIn(problem));
  }

  /** Goes on after a pause: one request first, and one write first. */
  resume(): void {
    if (!this.#isPaused()) return;
    this.#log.note({ type: 'resumed' });
    this.#writes.narrow();
    this.#all.narrow();
  }

  /** No more writes; during a pause nothing more at all. */
  stop(): void {
    this.#writes.shut();
    if (this.#isPaused()) this.#all.shut();
  }

  /** After a stop: everything from the beginning. */
  reopen(): void {
    this.#writes.narrow();
    this.#all.narrow();
  }

  #leave(kind: RequestKind, letIn: boolean): void {
    if (kind === 'write') this.#writes.leave(letIn);
    if (this.#all.leave(letIn) && this.#isPaused()) this.#log.note({ type: 'resumed' });
    void this.#settle();
  }

  #pause(item: number, problem: Problem): void {
    if (this.#stop.requested) return this.#all.shut();
    const why = pauseReason(problem);
    const { phase } = this.#log.state;
    this.#all.close();
    if (why === 'stepUp') {
      this.#writes.narrow();
      this.#log.note({ type: 'askedForYou', item, problem });
    }
    // A sign-in that is needed outlasts a network that is gone.
    const known =
      (phase.name === 'pausing' || phase.name === 'paused') && (phase.why === why || phase.why === 'stepUp');
    if (!known) this.#log.note({ type: 'pausing', why, problem });
  }

  #isPaused(): boolean {
    const { name } = this.#log.state.phase;
    return name === 'pausing' || name === 'paused';
  }

  async #settle(): Promise<void> {
    if (this.#all.inside > 0) return;
    const { phase } = this.#log.state;
    if (phase.name === 'pausing') {
      await this.#log.settled();
      if (this.#log.state.phase !== phase) return;
      this.#log.note({ type: 'paused', why: phase.why, problem: phase.problem });
    }
    await this.#probe();
  }

  /** Without a network, lets one request try now and then: whether it is back can only be found out by asking. */
  async #probe(): Promise<void> {
    if (this.#probing || !this.#isOffline()) return;
    this.#probing = true;
    await this.#surroundings.wait(offlineProbe);
    this.#probing = false;
    if (this.#isOffline()) this.#all.narrow();
  }

  #isOffline(): boolean {
    const { phase } = this.#log.state;
    return phase.name === 'paused' && phase.why === 'offline';
  }
}
