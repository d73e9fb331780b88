import { expect } from 'vitest';
import { soon } from '../soon.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { resourceGroup, reviewPath, type Place } from './places.ts';
import { confirmAndRun } from './stories.ts';

const done = ['rg-log-analytics', 'rg-automation', 'rg-backup-vaults', 'rg-update-management'];
const rest = ['api', 'cdn', 'orders', 'search'].map((name) => resourceGroup(4, `rg-store-${name}-prod`));
const [fifth, ...last] = rest as [Place, ...Place[]];

/** What the interrupted run is about. */
export const interruptedScopes: readonly Place[] = [...done.map((name) => resourceGroup(2, name)), fifth, ...last];

/**
 * A run whose tab is gone when four scopes are done, one write is under way and three are to go. The write arrives all
 * the same, unless it is `lost`.
 */
export async function interrupted({
  lost = false,
  ...options
}: WorldOptions & { readonly lost?: boolean } = {}): Promise<World> {
  const world = await openWorld({ path: reviewPath(interruptedScopes), storage: true, ...options });
  const arrive = world.device.holdRequests(new RegExp(`^PUT ${fifth.id}/`, 'i'));
  const [lookAtFifth, ...look] = rest.map(({ id }) =>
    world.device.holdRequests(new RegExp(`^GET ${id}/.*/registrationAssignments`, 'i')),
  );
  await confirmAndRun(world, interruptedScopes.length);
  const { t, format } = world;
  await world.reads([t.run.counts.done(format, 4), t.run.counts.working(format, 4)]);
  lookAtFifth?.();
  await soon(() =>
    expect(world.device.sent.filter(({ method, url }) => method === 'PUT' && url.includes(fifth.id))).toHaveLength(1),
  );
  world.device.killTab();
  world.close();
  for (const goOn of look) goOn();
  if (lost) await world.fault({ route: `PUT ${fifth.id}/**`, times: 1, action: { kind: 'lose' } });
  arrive();
  return world;
}
