import type { World } from '../emulator/model.ts';

/** Of the offer that is updated. */
export const nextVersion = '9.0.0';

/** Each subscription holds a copy of its own of one offer. */
export function giveCopies(world: World): void {
  const [shared] = [...world.definitions.values()].filter(({ plan }) => plan);
  if (!shared) throw new Error('The large world has no offer.');
  const { plan, properties } = shared;
  const published = world.catalog.find(
    (entry) => plan && entry.plan.name === plan.name && entry.plan.product === plan.product,
  );
  if (!plan || !published) throw new Error('The marketplace does not know the offer.');
  const { eligibleAuthorizations: _, ...entry } = published;
  world.catalog.push({
    ...entry,
    plan: { ...plan, version: nextVersion },
    authorizations: properties.authorizations.slice(0, 1),
  });
  world.definitions.clear();
  for (const subscriptionId of world.subscriptions.keys()) {
    world.definitions.set(`${subscriptionId}/${shared.name}`, { ...structuredClone(shared), subscriptionId });
  }
}

/** Each subscription has so many resource groups. */
export function giveGroups(world: World, groups: number): void {
  for (const [subscriptionId, kept] of world.resourceGroups) {
    kept.clear();
    for (let index = 1; index <= groups; index += 1) {
      const name = `rg-${String(index).padStart(4, '0')}`;
      kept.set(name, { subscriptionId, name, location: 'koreacentral', tags: {} });
    }
  }
}
