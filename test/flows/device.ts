import { RestError } from '@azure/core-rest-pipeline';
import { expect, vi } from 'vitest';
import type { Device } from '../../src/open.tsx';
import { inProcess } from '../azure/inProcess.ts';
import { createSimulation, type Simulation } from '../azure/simulation.ts';
import type { Emulator } from '../emulator/emulator.ts';
import type { Clock } from '../emulator/context.ts';
import { createBrowserTabs } from '../tabs/browserTabs.ts';
import { soon } from '../soon.ts';
import { beOnTheWay } from '../patience.ts';

/** A request as it left the app, past every adapter. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** It carried a token. */
  readonly authorized: boolean;
}

/** What follows an answer follows it within this time. */
const followMs = 120;

/** A browser's surroundings whose waits cost no time, and which can lose its network. */
export interface TestDevice extends Device {
  readonly clock: Clock;
  /** Everything that was sent, whoever answered. */
  readonly sent: readonly SentRequest[];
  /** Time stands still, for everything that waits for Azure, until the returned function is called. */
  holdTime(): () => void;
  /**
   * Requests that fit (`PUT /subscriptions/...`) are on their way until the returned function is called.
   * @param after so many of them go through first
   */
  holdRequests(fits: RegExp, after?: number): () => void;
  /** Waits until every request has been answered and none has followed for a moment. */
  quiet(): Promise<void>;
  /** Somebody does something else for a while. */
  passTime(ms: number): void;
  /** The device sleeps for so long, in the middle of whatever is under way, and wakes. */
  sleep(ms: number): void;
  /** This browser keeps what a page stores; without it a page keeps nothing. */
  keepStorage(): void;
  /** The tab is gone without a word, as when it crashes; the device stays. */
  killTab(): void;
  /** From now on pages open in another tab; the one before goes on, until the returned function kills it. */
  newTab(): () => void;
  goOffline(): void;
  goOnline(): void;
  /** Who answers from now on; the emulator at first. Rejects as `fetch` does. */
  answerWith(handle: Emulator['handle']): void;
}

/**
 * One clock for the page, the app's waits and the emulated Azure: it moves on as soon as everybody waits. The page's own
 * timers, such as those of its screen, stay real.
 */
export function createDevice(): TestDevice {
  const time: Simulation = createSimulation(Date.now());
  vi.spyOn(Date, 'now').mockImplementation(() => time.now());
  const sent: SentRequest[] = [];
  let online = true;
  const sleepers = new Set<() => void>();
  const broken = new Set<() => void>();
  /** No connection outlives the sleep of its device. */
  const untilAsleep = async (coming: Promise<Response>): Promise<Response> => {
    let breakOff = (): void => undefined;
    const asleep = new Promise<never>((_, reject) => {
      breakOff = () => reject(new TypeError('Failed to fetch'));
      broken.add(breakOff);
    });
    return Promise.race([coming, asleep]).finally(() => broken.delete(breakOff));
  };
  let answer: Emulator['handle'] = () => Promise.reject(new TypeError('Failed to fetch'));
  const browser = createBrowserTabs();
  const openTab = () => ({ ...browser.openTab(), isAlive: true });
  let tab = openTab();
  /** What a page that is gone waits for never comes. */
  const whileAlive = async <Value>(coming: Promise<Value>): Promise<Value> => {
    const here = tab;
    const settled = await coming.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    return here.isAlive ? settled() : new Promise<never>(() => undefined);
  };
  const held: { readonly isHeld: (line: string) => boolean; readonly until: Promise<void> }[] = [];
  const travel = async (ask: () => Promise<Response>): Promise<Response> => {
    if (!beOnTheWay) return ask();
    await beOnTheWay();
    const response = await ask();
    await beOnTheWay();
    return response;
  };
  let underWay = 0;
  let changed = 0;
  const count = (more: 1 | -1) => {
    underWay += more;
    changed = performance.now();
  };
  const client = inProcess(async (request) => {
    count(1);
    try {
      const line = `${request.method} ${new URL(request.url).pathname}`;
      await Promise.all(held.flatMap(({ isHeld, until }) => (isHeld(line) ? [until] : [])));
      return await time.busy(travel(() => untilAsleep(answer(request))));
    } finally {
      count(-1);
    }
  });
  return {
    clock: time.clock,
    sent,
    surroundings: { ...time.surroundings, wait: (ms) => whileAlive(time.wait(ms)) },
    isOnline: () => online,
    onWake(listener) {
      sleepers.add(listener);
      return () => sleepers.delete(listener);
    },
    get tabs() {
      return tab;
    },
    httpClient: {
      async sendRequest(request) {
        sent.push({ method: request.method, url: request.url, authorized: request.headers.has('authorization') });
        if (!online) throw new RestError('Failed to fetch', { code: RestError.REQUEST_SEND_ERROR, request });
        return whileAlive(client.sendRequest(request));
      },
    },
    holdTime() {
      let release = (): void => undefined;
      void time.busy(new Promise<void>((done) => (release = done)));
      return release;
    },
    holdRequests(fits, after = 0) {
      let release = (): void => undefined;
      let fitting = 0;
      held.push({
        isHeld: (line) => fits.test(line) && (fitting += 1) > after,
        until: new Promise<void>((done) => (release = done)),
      });
      return release;
    },
    quiet: () => soon(() => expect(underWay === 0 && performance.now() - changed > followMs).toBe(true)),
    passTime: (ms) => time.clock.advance(ms),
    sleep(ms) {
      time.clock.advance(ms);
      for (const wake of sleepers) wake();
      for (const breakOff of broken) breakOff();
    },
    keepStorage: () => browser.useStorage(),
    killTab() {
      tab.kill();
      tab.isAlive = false;
      tab = openTab();
    },
    newTab() {
      const old = tab;
      tab = openTab();
      return () => {
        old.kill();
        old.isAlive = false;
      };
    },
    goOffline() {
      online = false;
      window.dispatchEvent(new Event('offline'));
    },
    goOnline() {
      online = true;
      window.dispatchEvent(new Event('online'));
    },
    answerWith(handle) {
      answer = handle;
    },
  };
}
