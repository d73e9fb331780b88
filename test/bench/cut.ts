import type { World } from '../emulator/model.ts';

/** How much of the large estate is kept. */
export interface CutOptions {
  /** How many subscriptions the estate has, at most 5,000. */
  readonly subscriptions: number;
  /** Nothing is delegated yet, apart from what is accepted. */
  readonly fresh?: boolean;
  readonly registered?: boolean;
}

/** The owner only reads what is in it. */
const regulated = 'contoso-regulated';

/** Keeps the subscription that holds the offers, and the first of those that the owner owns. */
export function cut(world: World, { subscriptions, fresh = false, registered }: CutOptions): void {
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
