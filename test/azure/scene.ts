import type { AccessToken, TokenCredential } from '@azure/core-auth';
import { createAzure, type Azure } from '../../src/azure/azure.ts';
import { subscriptionId, tenantId, type SubscriptionId } from '../../src/domain/ids.ts';
import type { CallIds } from '../../src/domain/port.ts';
import { problemOf, type ProblemFacts } from '../../src/domain/problem.ts';
import type { RequestRecord } from '../emulator/context.ts';
import { createEmulator, type Emulator, type EmulatorOptions } from '../emulator/emulator.ts';
import { inProcess } from './inProcess.ts';
import { createSimulation, type Simulation } from './simulation.ts';

const arm = 'https://management.azure.com';
const cloud = { arm, armScope: `${arm}/user_impersonation` };

/** A person, an emulated Azure in this process, and simulated time for both. */
export interface Scene {
  readonly sim: Simulation;
  readonly emulator: Emulator;
  readonly azure: Azure;
  /** What ARM was asked so far, in order. */
  requests(): readonly RequestRecord[];
  /** Makes something go wrong: a rule as `POST /_emulator/faults` takes it. */
  fault(rule: object): Promise<void>;
  /** An access token, as `POST /_emulator/token` gives it. */
  token(body: object): Promise<string>;
  /** How often a token was asked for. */
  tokensGiven(): number;
  /** Ids of one call. */
  ids(): CallIds;
}

export interface SceneOptions extends EmulatorOptions {
  readonly persona?: string;
  /** How long one answer takes, in ms. */
  readonly latency?: number;
  readonly isOnline?: () => boolean;
  readonly onWake?: (listener: () => void) => () => void;
  /** The origin that the emulator is asked at, as over the local adapter. */
  readonly local?: string;
  /** Called with the claims of a challenge; default: there is no better token. */
  readonly onClaims?: (claims: string) => Promise<string>;
}

interface Identity {
  readonly tenantId: string;
  readonly objectId: string;
  readonly access_token: string;
}

/** Everything works by simulated time, the emulator's own limits too. */
export async function createScene(options: SceneOptions = {}): Promise<Scene> {
  const { persona = 'owner', latency = 0, isOnline, onWake, local, onClaims, ...rest } = options;
  const sim = createSimulation();
  const emulator = createEmulator({ timing: 'instant', ...rest, clock: sim.clock });
  const handle = async (request: Request): Promise<Response> => {
    if (latency > 0) await sim.wait(latency / 2);
    const response = await sim.busy(emulator.handle(request));
    if (latency > 0) await sim.wait(latency / 2);
    return response;
  };
  const control = async (path: string, body: object): Promise<unknown> => {
    const request = new Request(`${arm}/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
    request.headers.set('content-type', 'application/json');
    const response = await emulator.handle(request);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const signIn = async (body: object): Promise<Identity> => (await control('token', body)) as Identity;
  const identity = await signIn({ persona });

  let tokensGiven = 0;
  const credential: TokenCredential = {
    async getToken(_, asked): Promise<AccessToken> {
      tokensGiven += 1;
      const token = asked?.claims && onClaims ? await onClaims(asked.claims) : identity.access_token;
      return { token, expiresOnTimestamp: sim.now() + 86_400_000 };
    },
  };
  const azure = createAzure({
    credential,
    tenantId: tenantId(identity.tenantId),
    objectId: identity.objectId,
    cloud,
    httpClient: inProcess(handle),
    surroundings: sim.surroundings,
    ...(isOnline && { isOnline }),
    ...(onWake && { onWake }),
    ...(local !== undefined && { local: { arm: local } }),
  });
  return {
    sim,
    emulator,
    azure,
    requests: () => emulator.context.requests.filter((request) => request.service === 'arm'),
    fault: async (rule) => void (await control('faults', rule)),
    token: async (body) => (await signIn(body)).access_token,
    tokensGiven: () => tokensGiven,
    ids: () => ({ clientRequestId: crypto.randomUUID(), correlationId: '00000000-0000-4000-9000-000000000000' }),
  };
}

/** Some subscription of the customer's tenant. */
export function anySubscription({ emulator }: Pick<Scene, 'emulator'>): SubscriptionId {
  const { world } = emulator.context;
  const own = [...world.subscriptions.values()].find((row) => row.tenantId === world.customerTenantId);
  if (!own) throw new Error('The world has no subscription');
  return subscriptionId(own.subscriptionId);
}

/** What a call ended in: the problem's facts without Azure's own words, or `fine`. */
export async function factsOf(work: Promise<unknown>): Promise<ProblemFacts | 'fine'> {
  const problem = await work.then(() => undefined, problemOf);
  if (!problem) return 'fine';
  const { azure: _, ...facts } = problem;
  return facts;
}
