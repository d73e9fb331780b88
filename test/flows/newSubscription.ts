import { estateId } from '../emulator/worlds/estate.ts';
import { addSubscription } from '../emulator/worlds/fill.ts';
import type { World } from './harness.ts';

export const added = {
  subscriptionId: '5a000099-0000-4000-8000-000000000099',
  name: 'Logistics - Production',
} as const;

/** Somebody creates a subscription, with these resource groups in it. */
export function createSubscription({ emulator }: World, groups: readonly string[] = []): void {
  const { world } = emulator.context;
  const like = world.subscriptions.get(estateId(9));
  if (!like) throw new Error('There is no subscription number 9.');
  const { subscriptionId, name: displayName } = added;
  addSubscription(
    world,
    { ...like, subscriptionId, displayName },
    groups.map((name) => ({ subscriptionId, name, location: 'koreacentral', tags: {} })),
  );
}
