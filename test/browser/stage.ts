import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { RequestRecord } from '../emulator/context.ts';
import type { ResetOptions } from '../emulator/host/resetOptions.ts';
import { startDemo, type Demo } from '../run/demo.ts';
import { launchBrowser } from './launch.ts';
import { newPerson, type Person, type PersonOptions } from './person.ts';

export interface ResetWish extends ResetOptions {
  readonly world?: string;
}

/** The built site with its production headers, the emulated Azure beside it, and a browser: for one file of tests. */
export interface Stage {
  readonly demo: () => Demo;
  /** Somebody with a browser profile of their own, at no address yet. */
  person(options?: PersonOptions): Promise<Person>;
  /** Builds the emulated world anew. Done before each test with the stage's own wish. */
  reset(wish?: ResetWish): Promise<void>;
  /** What Azure Resource Manager was asked since the last reset, without preflights. */
  asked(): Promise<readonly RequestRecord[]>;
  /** Makes something go wrong in the emulated Azure. */
  fault(rule: unknown): Promise<void>;
}

/**
 * Sets the stage for the tests of a file. After each test every page must be without a complaint: no error, no broken
 * policy, no request to a stranger, no token gone astray.
 */
export function useStage(wish: ResetWish = { timing: 'instant' }): Stage {
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const people: Person[] = [];
  const theDemo = () => {
    if (!demo) throw new Error('The stage is set only while its tests run.');
    return demo;
  };
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(
      `${theDemo().emulatorOrigin}/_emulator/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const reset = async (next = wish) => void (await control('reset', { world: 'small', ...next }));

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo({ port: 0 }), launchBrowser(inject('browser'))]);
  });
  beforeEach(() => reset());
  afterEach(async () => {
    const leaving = people.splice(0);
    const complaints = await Promise.all(leaving.map((person) => person.complaints()));
    await Promise.all(leaving.map((person) => person.page.context().close()));
    expect(complaints.flat()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  return {
    demo: theDemo,
    reset,
    async person(options = {}) {
      if (!browser) throw new Error('The stage is set only while its tests run.');
      const { url, emulatorOrigin } = theDemo();
      const origins = { app: new URL(url).origin, entra: emulatorOrigin, arm: emulatorOrigin };
      const person = await newPerson(browser, origins, options);
      people.push(person);
      return person;
    },
    async asked() {
      const { requests } = (await control('requests?service=arm')) as { readonly requests: readonly RequestRecord[] };
      return requests.filter(({ method }) => method !== 'OPTIONS');
    },
    async fault(rule) {
      await control('faults', rule);
    },
  };
}

/** Whether a request would have changed something: searches are sent by POST too. */
export function isWrite({ method, url }: RequestRecord): boolean {
  return method !== 'GET' && !/^\/providers\/Microsoft\.ResourceGraph\//i.test(url);
}
