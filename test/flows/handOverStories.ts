import { northwind } from '../emulator/worlds/tenants.ts';
import { openWorld, type World, type WorldOptions } from './harness.ts';
import { reviewPath, type Place } from './places.ts';

/** Confirms the review of these scopes and opens the dialog that lets Azure run it. */
export async function openHandOver(chosen: readonly Place[], options: WorldOptions = {}): Promise<World> {
  const world = await openWorld({ path: reviewPath(chosen), storage: true, timing: 'azure', ...options });
  const { t, format } = world;
  await world.tick(t.review.confirm(northwind.displayName, northwind.id, t.common.scopes(format, chosen.length)));
  await world.press(t.handOver.button);
  await world.find('dialog', t.handOver.title);
  await world.choose(t.handOver.region, 'Korea Central');
  return world;
}

/** Hands these scopes to Azure, up to where they are followed. */
export async function handOver(chosen: readonly Place[], options: WorldOptions = {}): Promise<World> {
  const world = await openHandOver(chosen, options);
  const { t, format } = world;
  await world.press(t.handOver.hand(format, chosen.length));
  await world.find('heading', t.handOver.page.title);
  return world;
}
