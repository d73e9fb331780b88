import { expect, vi } from 'vitest';
import type { Config } from '../../src/config.ts';
import { tenantId } from '../../src/domain/ids.ts';
import { openApp } from '../../src/open.tsx';
import type { Language } from '../../src/text/language.ts';
import { wordsOf, type Words } from '../browser/words.ts';
import type { RequestRecord } from '../emulator/context.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../emulator/emulator.ts';
import { createDevice, type SentRequest, type TestDevice } from './device.ts';
import { createHands, type Hands } from './hands.ts';
import { closeAfterTest } from './openWorlds.ts';
import { createTokenSession, type IssuedToken, type NamesWish, type TokenSession } from './tokenSession.ts';

export interface WorldOptions extends Pick<EmulatorOptions, 'world' | 'switches' | 'timing' | 'pageSize' | 'skewMs'> {
  readonly persona?: string;
  /** What the browser speaks. */
  readonly language?: Language;
  /** Where the person comes in. */
  readonly path?: string;
  /** What config.json says about guests. */
  readonly guests?: Config['guests'];
  /** What else config.json says. */
  readonly config?: Partial<Config>;
  /** The Azure of another world, in which somebody else was before. */
  readonly from?: World;
  /** The authentication context that the person proved on a trip to Entra before they came in. */
  readonly proved?: string;
  /** What is different in this world, before anything is asked. */
  readonly prepare?: (emulator: Emulator) => void;
  /** The browser keeps what the page stores, as most do. */
  readonly storage?: boolean;
  /** This installation may ask Microsoft Graph for names, and what the person has allowed. */
  readonly names?: NamesWish;
  /** What goes wrong from the beginning. */
  readonly faults?: readonly object[];
}

/** The whole app of one person over an emulated Azure of its own. */
export interface World extends Words, Hands {
  readonly emulator: Emulator;
  readonly device: TestDevice;
  session(): TokenSession;
  /** What Azure Resource Manager was asked so far by the app, in order. */
  requests(): readonly RequestRecord[];
  /** What Microsoft Graph was asked, by whomever. */
  asksForNames(): readonly RequestRecord[];
  /** What would have changed something, as `PUT /subscriptions/...` without the query; refused or not. */
  writes(): readonly string[];
  /** Of these, what Azure took. */
  written(): readonly string[];
  /** Makes something go wrong: rules as `POST /_emulator/faults` takes them. */
  fault(...rules: readonly object[]): Promise<void>;
  /** Nothing goes wrong any more. */
  repair(): Promise<void>;
  /** Calls a control endpoint of the emulator. */
  control(path: string, body: object): Promise<unknown>;
  /** Somebody else, an Owner of Contoso too, asks Azure Resource Manager something. */
  colleague(method: string, path: string, body?: object): Promise<void>;
  /** Closes the tab; the emulated Azure stays. */
  close(): void;
}

/** Where the adapter for an emulated Azure sends everything: a loopback origin, as in the demo. */
export const emulatorOrigin = 'http://localhost:5174';

/** Mounts the app as `main.tsx` does after a sign-in. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const {
    persona = 'owner',
    language = 'en',
    path = '/',
    guests = 'block',
    from,
    faults = [],
    prepare,
    proved,
    config: installed = {},
    storage = false,
    names,
    ...emulated
  } = options;
  const device = from?.device ?? createDevice();
  const emulator = from?.emulator ?? createEmulator({ timing: 'instant', ...emulated, clock: device.clock });
  device.answerWith((request) => emulator.handle(request));
  prepare?.(emulator);
  if (storage) device.keepStorage();
  const first = emulator.context.requests.length;
  const ask = async (method: string, to: string, body: object | undefined, token = ''): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const init: RequestInit = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await emulator.handle(new Request(`${emulatorOrigin}${to}`, init));
    if (!response.ok) throw new Error(`${method} ${to}: ${await response.text()}`);
    return response.json();
  };
  const control: World['control'] = (to, body) => ask('POST', `/_emulator/${to}`, body);
  const config: Config = {
    clientId: '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a',
    tenant: 'organizations',
    cloud: 'public',
    guests,
    expectedManagingTenants: [],
    expectedOffers: [],
    expected: 'block',
    graph: names !== undefined,
    ...installed,
    local: { entra: emulatorOrigin, arm: emulatorOrigin },
  };
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
  const complaints = vi.spyOn(console, 'error');
  let session: TokenSession;
  let close = (): void => undefined;

  async function mount(tenant: string | undefined, at: string): Promise<void> {
    close();
    session = await createTokenSession({
      issue: async (wish) =>
        (await control('token', { persona, ...(proved !== undefined && { acrs: proved }), ...wish })) as IssuedToken,
      now: () => device.surroundings.now(),
      ...(names && { names }),
      ...(tenant !== undefined && { tenant }),
      onTenant: (id, returnTo) => mount(tenantId(id), returnTo),
    });
    window.history.replaceState(null, '', at);
    const place = document.createElement('div');
    document.body.append(place);
    const root = await openApp(place, { config, session, device });
    close = () => {
      close = () => undefined;
      root.unmount();
      place.remove();
    };
  }
  closeAfterTest(() => {
    close();
    expect(astray(device.sent)).toEqual([]);
    expect(complaints.mock.calls).toEqual([]);
  });
  await control('faults', faults);
  await mount(undefined, path);

  const requests = () =>
    emulator.context.requests
      .slice(first)
      .filter((request) => request.service === 'arm' && request.persona === persona);
  return {
    ...wordsOf[language],
    emulator,
    device,
    ...createHands(),
    session: () => session,
    requests,
    asksForNames: () => emulator.context.requests.filter(({ service }) => service === 'msgraph'),
    writes: () => requests().filter(isWrite).map(lineOf),
    written: () => requests().filter(isWrite).filter(wasTaken).map(lineOf),
    fault: async (...rules) => void (await control('faults', rules)),
    repair: async () => void (await ask('DELETE', '/_emulator/faults', undefined)),
    control,
    async colleague(method, path, body) {
      const { access_token } = (await control('token', { persona: 'twoTenantOwner' })) as IssuedToken;
      const version = path.endsWith('/register') ? '2021-04-01' : '2022-10-01';
      await ask(method, `${path}?api-version=${version}`, body, access_token);
    },
    close: () => close(),
  };
}

/** Whether a request would have changed something: two lists are asked for by POST. */
function isWrite({ method, url }: RequestRecord): boolean {
  return (
    method !== 'GET' && !/^\/providers\/Microsoft\.(?:ResourceGraph\/resources|Management\/getEntities)\?/i.test(url)
  );
}

function wasTaken({ status }: RequestRecord): boolean {
  return status >= 200 && status < 300;
}

function lineOf({ method, url }: RequestRecord): string {
  return `${method} ${url.replace(/\?.*$/, '')}`;
}

/** Header and payload of every token of Entra are JSON objects in base64. */
const token = /\beyJ[\w-]+\.eyJ/;

/** Requests that carried a token to anybody but Azure Resource Manager, or had one in their address. */
function astray(sent: readonly SentRequest[]): readonly string[] {
  return sent
    .filter(({ url, authorized }) => (authorized && new URL(url).origin !== emulatorOrigin) || token.test(url))
    .map(({ method, url }) => `${method} ${url}`);
}
