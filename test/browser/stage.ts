import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { RequestRecord } from '../emulator/context.ts';
import type { ResetOptions } from '../emulator/host/resetOptions.ts';
import { serve } from '../emulator/serve.ts';
import { siteFolder } from '../run/build.ts';
import { localConfig, startDemo, type Demo } from '../run/demo.ts';
import { freePort } from '../run/ports.ts';
import { serveSite } from '../run/site.ts';
import type { Origins } from './confined.ts';
import { launchBrowser } from './launch.ts';
import { newPerson, type Person, type PersonOptions } from './person.ts';

export interface ResetWish extends ResetOptions {
  readonly world?: string;
}

/** The built site with its production headers, the emulated Azure beside it, and a browser: for one file of tests. */
export interface Stage {
  readonly demo: () => Demo;
  /** Somebody with a browser profile of their own, at no address yet. */
  person(options?: PersonOptions, origins?: Origins): Promise<Person>;
  /** Builds the emulated world anew. Done before each test with the stage's own wish. */
  reset(wish?: ResetWish): Promise<void>;
  /** What Azure Resource Manager was asked since the last reset, without preflights. */
  asked(): Promise<readonly RequestRecord[]>;
  /** Makes something go wrong in the emulated Azure, until the next reset or `mend`. */
  fault(rule: unknown): Promise<void>;
  mend(): Promise<void>;
  /** Lets this much time pass in the emulated world. */
  advance(ms: number): Promise<void>;
  /** The same site once more, with another config.json; `undefined`: with none. */
  siteWith(config: unknown, azure?: Partial<Origins>): Promise<Origins>;
  /** The same site once more, with Entra ID and Azure Resource Manager apart, as they are in production. */
  siteApart(): Promise<Origins>;
}

/**
 * Sets the stage for the tests of a file, as `npm start` does. After each test every page must be without a complaint:
 * no error, no broken policy, no request to a stranger, no token gone astray.
 */
export function useStage(wish: ResetWish = { timing: 'instant' }): Stage {
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const people: Person[] = [];
  const servers: { close(): Promise<void> }[] = [];
  const set = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('The stage is set only while its tests run.');
    return thing;
  };
  const origins = (): Origins => {
    const { url, emulatorOrigin } = set(demo);
    return { app: new URL(url).origin, entra: emulatorOrigin, arm: emulatorOrigin };
  };
  const control = async (path: string, method = 'GET', body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${set(demo).emulatorOrigin}/_emulator/${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const reset = async (next = wish) => void (await control('reset', 'POST', { world: 'small', ...next }));
  const siteWith = async (config: unknown, azure: Partial<Origins> = {}): Promise<Origins> => {
    const { entra, arm } = { ...origins(), ...azure };
    const built = { folder: siteFolder, site: { local: { entra, arm } }, config };
    const server = await serveSite(built, await freePort(0));
    servers.push(server);
    return { app: server.origin, entra, arm };
  };

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
    await Promise.all(servers.map((server) => server.close()));
    await demo?.close();
  });

  return {
    demo: () => set(demo),
    reset,
    siteWith,
    async person(options = {}, at = origins()) {
      const person = await newPerson(set(browser), at, options);
      people.push(person);
      return person;
    },
    async asked() {
      const { requests } = (await control('requests?service=arm')) as { readonly requests: readonly RequestRecord[] };
      return requests.filter(({ method }) => method !== 'OPTIONS');
    },
    fault: async (rule) => void (await control('faults', 'POST', rule)),
    mend: async () => void (await control('faults', 'DELETE')),
    advance: async (ms) => void (await control('clock', 'POST', { advanceMs: ms })),
    async siteApart() {
      const entra = await serve(set(demo).emulator, { port: 0 });
      servers.push(entra);
      const { arm } = origins();
      const config = (await localConfig(arm)) as object;
      return siteWith({ ...config, local: { entra: entra.origin, arm } }, { entra: entra.origin });
    },
  };
}

/** Questions that Azure wants by POST. */
const questions = /^\/providers\/Microsoft\.(?:ResourceGraph\/resources|Management\/getEntities)\?/i;

/** Whether a request would have changed something. */
export function isWrite({ method, url }: RequestRecord): boolean {
  return method !== 'GET' && !questions.test(url);
}
