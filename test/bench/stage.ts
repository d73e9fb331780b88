import { createAzure, type Azure } from '../../src/azure/azure.ts';
import { tenantId } from '../../src/domain/ids.ts';
import { inProcess } from '../azure/inProcess.ts';
import { createSimulation, type Simulation } from '../azure/simulation.ts';
import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import type { World } from '../emulator/model.ts';
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
}

export interface StageOptions {
  readonly wire: WireName;
  /** How many subscriptions the estate has, at most 5,000. */
  readonly subscriptions: number;
  /** Nothing is delegated yet, apart from what is accepted. */
  readonly fresh?: boolean;
  readonly registered?: boolean;
  readonly prepare?: (world: World) => void;
}

/** Sets the stage: the large estate cut to size, everything allowed to its owner. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const sim = createSimulation();
  const emulator = createEmulator({ world: 'large', timing: 'azure', clock: sim.clock, pageSize: 1000 });
  cut(emulator.context.world, options);
  options.prepare?.(emulator.context.world);
  const identity = await tokenOf(emulator);
  const wire = createWire(sim, (request) => emulator.handle(request), wires[options.wire]);
  const azure = createAzure({
    credential: {
      getToken: async () => ({ token: identity.access_token, expiresOnTimestamp: sim.now() + 86_400_000 }),
    },
    tenantId: tenantId(identity.tenantId),
    objectId: identity.objectId,
    cloud: { arm, armScope: `${arm}/user_impersonation` },
    httpClient: inProcess((request) => wire.handle(request)),
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
    throttled: () => emulator.context.requests.filter(({ status }) => status === 429).length,
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

/** The owner only reads what is in it. */
const regulated = 'contoso-regulated';

/** Keeps the subscription that holds the offers, and the first of those that the owner owns. */
function cut(world: World, { subscriptions, fresh = false, registered }: StageOptions): void {
  // Whoever measures speed owns everything.
  const elsewhere = [...world.subscriptions.values()].find((row) => row.managementGroup !== regulated)?.managementGroup;
  for (const [id, row] of world.subscriptions) {
    if (fresh && row.managementGroup === regulated) {
      world.subscriptions.set(id, { ...row, managementGroup: elsewhere ?? regulated });
    }
  }
  const homes = new Set([...world.definitions.values()].filter(({ plan }) => plan).map((copy) => copy.subscriptionId));
  const [home = ''] = [...world.assignments.values()]
    .map(({ registrationDefinitionId }) => registrationDefinitionId.split('/')[2]?.toLowerCase() ?? '')
    .filter((id) => homes.has(id));
  const owned = [...world.subscriptions.values()].filter(
    (row) =>
      row.tenantId === world.customerTenantId &&
      (subscriptions >= 5000 || (row.state === 'Enabled' && row.managementGroup !== regulated)),
  );
  const kept = new Set(
    [home, ...owned.map((row) => row.subscriptionId).filter((id) => id !== home)].slice(0, subscriptions),
  );
  for (const id of world.subscriptions.keys()) if (!kept.has(id)) world.subscriptions.delete(id);
  for (const id of world.resourceGroups.keys()) if (!kept.has(id)) world.resourceGroups.delete(id);
  for (const [key, { subscriptionId }] of world.definitions) {
    if (!kept.has(subscriptionId) || (fresh && subscriptionId !== home)) world.definitions.delete(key);
  }
  for (const [key, { scope }] of world.assignments) {
    if (fresh || !kept.has(scope.split('/')[2]?.toLowerCase() ?? '')) world.assignments.delete(key);
  }
  world.policyAssignments.length = 0;
  for (const row of world.subscriptions.values()) {
    if (fresh) row.state = 'Enabled';
    if (registered !== undefined) row.registration = registered ? 'Registered' : 'NotRegistered';
  }
}
