import type { World } from '../model.ts';
import { addCopy, addDelegation } from './fill.ts';
import { readableGuid } from './guid.ts';
import { backupCare, managedPlatform, securityWatch } from './offers.ts';
import { definitionId, resourceGroupScope, subscriptionScope } from './scopes.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * About three thousand delegations over the subscriptions in `ids`: most refer to one copy, as the portal makes them, some
 * stand beside a copy of their own, as templates make them, and a second offer holds single resource groups.
 */
export function addLargeDelegations(world: World, ids: readonly string[], random: () => number, now: number): void {
  const home = ids[100];
  if (home === undefined) throw new Error('The large world has no subscription to keep the offer in.');
  const at = (): { by: string; at: number } => ({
    by: 'owner@contoso.example',
    at: now - Math.floor(random() * 700) * dayMs,
  });
  const shared = addCopy(world, managedPlatform, home, { ...at(), name: readableGuid('0ffe', 1) });
  const backup = addCopy(world, backupCare, home, { ...at(), name: readableGuid('0ffe', 2) });
  for (const id of ids) {
    const chance = random();
    const groups = [...(world.resourceGroups.get(id)?.values() ?? [])];
    if (chance < 0.35) {
      addDelegation(world, subscriptionScope(id), definitionId(home, shared.name), at());
    } else if (chance < 0.41) {
      const own = addCopy(world, securityWatch, id, at());
      addDelegation(world, subscriptionScope(id), definitionId(id, own.name), at());
    } else if (chance < 0.55) {
      for (const { name } of groups.slice(0, 2)) {
        addDelegation(world, resourceGroupScope(id, name), definitionId(home, backup.name), at());
      }
    }
  }
}
