import { createHash } from 'node:crypto';
import type { Journal } from '../../src/domain/journal.ts';
import type { CallIds, DelegationPort, Surroundings } from '../../src/domain/port.ts';
import { ProblemError } from '../../src/domain/problem.ts';
import type { OfferContent } from '../../src/domain/offer.ts';
import type { WriteKind } from '../../src/domain/run.ts';
import type { RunEvent } from '../../src/domain/run.ts';
import type { AzureModel } from './azureModel.ts';
import type { VirtualTime } from './virtualTime.ts';

/** What befalls one request. `lostAfter`: it took effect, and the answer was lost; `lostBefore`: it did not. */
export type Fault = 'lostBefore' | 'lostAfter' | 'azureDown' | 'throttled' | 'broken' | 'slow';

/** What goes wrong between the page and Azure. */
export interface Trouble {
  /** Befalls the n-th request to an address, counted from 0 per operation and target. */
  faultAt(operation: string, target: string, n: number): Fault | undefined;
  /** No network in this time. */
  readonly offline?: { readonly from: number; readonly to: number };
  /** Writes are answered with a demand for multi-factor authentication from this write on, until it is met. */
  readonly mfaFromWrite?: number;
  /** Every request from this one on is refused, because the sign-in is no longer good, until the person has renewed it. */
  readonly revokedFrom?: number;
  /** In this time the person may not write. */
  readonly forbidden?: { readonly from: number; readonly to: number };
}

export const noTrouble: Trouble = { faultAt: () => undefined };

/** How long a request takes, half of it before it takes effect. */
const latencyMs = 400;
/** A request that is slow takes effect only after so long. */
const slowMs = 45_000;

/**
 * One page's connection to an Azure model: requests take time and may be lost, and the page may be gone after any
 * number of steps. What a page does after it is gone never happens.
 */
export class AzureSession {
  readonly reads: {
    readonly clientRequestId: string;
    readonly at: number;
    readonly target: string;
    readonly seen: unknown;
  }[] = [];
  /** Writes that left this page, whether or not they arrived. */
  readonly sentWrites: { readonly target: string; readonly at: number }[] = [];
  /** What this page did so far; each is a moment at which it may be gone. */
  steps = 0;
  /** Every request this page sent, answered or not. */
  requests = 0;
  metMfa = false;
  /** The person has signed in again. */
  signedIn = false;
  isGone = false;
  #writes = 0;
  readonly #azure: AzureModel;
  readonly #time: VirtualTime;
  readonly #trouble: Trouble;
  readonly #goneAfter: number;
  readonly #seen = new Map<string, number>();
  #tellGone: () => void = () => undefined;
  /** Resolves when the page is gone. */
  readonly gone = new Promise<void>((resolve) => {
    this.#tellGone = resolve;
  });

  constructor(azure: AzureModel, time: VirtualTime, trouble: Trouble = noTrouble, goneAfter = Infinity) {
    this.#azure = azure;
    this.#time = time;
    this.#trouble = trouble;
    this.#goneAfter = goneAfter;
  }

  get port(): DelegationPort {
    const azure = this.#azure;
    return {
      readRegistration: (id, ids) => this.#read('readRegistration', id, ids, () => azure.registration(id)),
      readCopy: (id, ids) => this.#read('readCopy', id, ids, () => azure.readCopy(id)),
      readDelegation: (id, ids) => this.#read('readDelegation', id, ids, () => azure.readDelegation(id)),
      listDelegations: (scope, ids) => this.#read('listDelegations', scope, ids, () => azure.listDelegations(scope)),
      listDelegationsIn: (id, ids) => this.#read('listDelegationsIn', id, ids, () => azure.listDelegationsIn(id)),
      deleteDelegation: (id, ids) => this.#write('deleteDelegation', id, ids, () => azure.deleteDelegation(id)),
      deleteCopy: (id, ids) => this.#write('deleteCopy', id, ids, () => azure.deleteCopy(id)),
      register: (id, ids) => this.#write('register', id, ids, () => azure.register(id)),
      writeCopy: (id, content, ids) => this.#write('writeCopy', id, ids, () => azure.writeCopy(id, content), content),
      writeDelegation: (id, copy, ids) =>
        this.#write('writeDelegation', id, ids, () => azure.writeDelegation(id, copy)),
    };
  }

  surroundings(seed = 1): Surroundings {
    let ids = 0;
    let random = seed;
    return {
      now: () => this.#time.now(),
      wait: async (ms) => {
        await this.#time.wait(ms);
        await this.#step();
      },
      // A small linear congruential generator: the same seed, the same chances.
      random: () => (random = (random * 16807) % 2147483647) / 2147483647,
      newId: () => `${seed.toString(16).padStart(8, '0')}-0000-4000-8000-${(ids += 1).toString(16).padStart(12, '0')}`,
      sha256: async (text) => createHash('sha256').update(text).digest('hex'),
    };
  }

  /** A journal on the device: what was stored before the page was gone is kept in `kept`. */
  journal(kept: RunEvent[]): Journal {
    return {
      append: async (event) => {
        await this.#step();
        kept.push(event);
        await this.#step();
      },
      load: async () => [...kept],
      clear: async () => void kept.splice(0),
    };
  }

  async #read<Value>(operation: string, target: string, ids: CallIds, answer: () => Value): Promise<Value> {
    const fault = await this.#send(operation, target);
    if (fault === 'lostBefore' || fault === 'lostAfter') throw new ProblemError({ code: 'noAnswer', asked: 'read' });
    const value = answer();
    await this.#receive(fault);
    this.reads.push({ clientRequestId: ids.clientRequestId, at: this.#time.now(), target, seen: value });
    return value;
  }

  async #write<Value>(
    kind: WriteKind,
    target: string,
    ids: CallIds,
    effect: () => Value,
    content?: OfferContent,
  ): Promise<Value> {
    this.sentWrites.push({ target, at: this.#time.now() });
    const fault = await this.#send(kind, target);
    if (fault === 'lostBefore') throw new ProblemError({ code: 'noAnswer' });
    const { clientRequestId, correlationId } = ids;
    const entry = { kind, target, clientRequestId, correlationId, at: this.#time.now(), ...(content && { content }) };
    this.#writes += 1;
    const refused = fault === 'azureDown' || fault === 'throttled';
    const { forbidden } = this.#trouble;
    if (!refused && forbidden && this.#time.now() >= forbidden.from && this.#time.now() < forbidden.to) {
      this.#azure.audit.push({ ...entry, committed: false });
      await this.#receive(fault);
      throw new ProblemError({ code: 'notAllowed', azure: { status: 403 } });
    }
    if (!refused && !this.metMfa && this.#writes > (this.#trouble.mfaFromWrite ?? Infinity)) {
      this.#azure.audit.push({ ...entry, committed: false });
      throw new ProblemError({ code: 'mfaNeeded', claims: 'e30=' });
    }
    let value: Value | undefined;
    try {
      if (!refused) value = effect();
    } catch (error) {
      this.#azure.audit.push({ ...entry, committed: false });
      await this.#receive(fault);
      throw error;
    }
    this.#azure.audit.push({ ...entry, committed: !refused });
    await this.#receive(fault);
    return value as Value;
  }

  async #send(operation: string, target: string): Promise<Fault | undefined> {
    await this.#step();
    this.requests += 1;
    const key = `${operation} ${target}`;
    const n = this.#seen.get(key) ?? 0;
    this.#seen.set(key, n + 1);
    const { offline } = this.#trouble;
    if (offline && this.#time.now() >= offline.from && this.#time.now() < offline.to) {
      throw new ProblemError({ code: 'offline' });
    }
    if (!this.signedIn && this.requests > (this.#trouble.revokedFrom ?? Infinity)) {
      await this.#time.wait(latencyMs);
      await this.#step();
      throw new ProblemError({ code: 'signInNeeded', azure: { status: 401 } });
    }
    const fault = this.#trouble.faultAt(operation, target, n);
    await this.#time.wait(fault === 'slow' ? slowMs : latencyMs / 2);
    await this.#step();
    return fault;
  }

  async #receive(fault: Fault | undefined): Promise<void> {
    await this.#step();
    await this.#time.wait(latencyMs / 2);
    await this.#step();
    if (fault === 'lostAfter') throw new ProblemError({ code: 'noAnswer' });
    if (fault === 'azureDown') throw new ProblemError({ code: 'azureDown', azure: { status: 503 } });
    if (fault === 'throttled')
      throw new ProblemError({ code: 'throttled', retryAfterMs: 7000, azure: { status: 429 } });
    if (fault === 'broken') throw new ProblemError({ code: 'badAnswer' });
  }

  /** After the last step nothing ever happens again. */
  async #step(): Promise<void> {
    this.steps += 1;
    if (this.steps <= this.#goneAfter) return;
    this.isGone = true;
    this.#tellGone();
    await new Promise<never>(() => undefined);
  }
}
