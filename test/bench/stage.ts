import type { HttpClient } from '@azure/core-rest-pipeline';
import { createAzure, type Azure } from '../../src/azure/azure.ts';
import { tenantId } from '../../src/domain/ids.ts';
import { inProcess } from '../azure/inProcess.ts';
import { createSimulation, type Simulation } from '../azure/simulation.ts';
import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import type { World } from '../emulator/model.ts';
import { capped, type Cap } from './cap.ts';
import { cut, type CutOptions } from './cut.ts';
import { createWire, wires, type Wire, type WireName } from './wire.ts';

const arm = 'https://management.azure.com';

/** An emulated Azure with the limits, delays and size of a benchmark, and the app's own way to it, in simulated time. */
export interface Stage {
  readonly sim: Simulation;
  readonly emulator: Emulator;
  readonly wire: Wire;
  readonly azure: Azure;
  readonly tenant: string;
  readonly objectId: string;
  readonly token: string;
  /** Refusals for asking too fast. */
  throttled(): number;
  /** When the cap refused a request, in ms. */
  readonly refusals: readonly number[];
}

export interface StageOptions extends CutOptions {
  readonly wire: WireName;
  readonly prepare?: (world: World) => void;
  readonly cap?: Cap;
}

/** Sets the stage: the large estate cut to size, everything allowed to its owner. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const sim = createSimulation();
  const emulator = createEmulator({ world: 'large', timing: 'azure', clock: sim.clock, pageSize: 1000 });
  cut(emulator.context.world, options);
  options.prepare?.(emulator.context.world);
  const identity = await tokenOf(emulator);
  const provider = capped(sim, (request) => emulator.handle(request), options.cap);
  const wire = createWire(sim, (request) => provider.handle(request), wires[options.wire]);
  const azure = createAzure({
    credential: {
      getToken: async () => ({ token: identity.access_token, expiresOnTimestamp: sim.now() + 86_400_000 }),
    },
    tenantId: tenantId(identity.tenantId),
    objectId: identity.objectId,
    cloud: { arm, armScope: `${arm}/user_impersonation` },
    httpClient: unstoppable(inProcess((request) => wire.handle(request))),
    surroundings: sim.surroundings,
  });
  return {
    sim,
    emulator,
    wire,
    azure,
    tenant: identity.tenantId,
    objectId: identity.objectId,
    token: identity.access_token,
    refusals: provider.refusals,
    throttled: () => emulator.context.requests.filter(({ status }) => status === 429).length,
  };
}

/** Nothing is stopped here, and thousands of requests that share one wish to stop would be taken for a leak by Node. */
function unstoppable(client: HttpClient): HttpClient {
  return {
    async sendRequest(request) {
      const { abortSignal: _, ...rest } = request;
      return { ...(await client.sendRequest(rest)), request };
    },
  };
}

async function tokenOf(emulator: Emulator) {
  const asked = new Request(`${arm}/_emulator/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: 'owner' }),
  });
  const response = await emulator.handle(asked);
  return (await response.json()) as {
    readonly access_token: string;
    readonly tenantId: string;
    readonly objectId: string;
  };
}
