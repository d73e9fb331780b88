import { effectiveAccess } from '../arm/managedServices/lostAccess.ts';
import { timingNames, timings } from '../host/timing.ts';
import type { TimingName } from '../host/timing.ts';
import type { Timing } from '../model.ts';
import { worldNames } from '../worlds/worlds.ts';
import type { ControlCall } from './call.ts';

/** The name of a timing, where it is one of the named ones. */
export function timingName(timing: Timing): TimingName | 'custom' {
  return timingNames.find((name) => timings[name] === timing) ?? 'custom';
}

/** `GET /_emulator/state`: the world as it is now, for people and tests that want to look from outside. */
export function describeState({ context, host }: ControlCall): unknown {
  const { world, clock, timing } = context;
  const now = clock.now();
  return {
    world: world.name,
    worlds: worldNames,
    seed: world.seed,
    pageSize: world.pageSize,
    switches: world.switches,
    timing: { name: timingName(timing), ...timing },
    now,
    time: new Date(now).toISOString(),
    customerTenantId: world.customerTenantId,
    tenants: world.tenants,
    personas: world.personas.map(({ name, account, displayName, about, homeTenantId, objectIds }) => ({
      name,
      account,
      displayName,
      about,
      homeTenantId,
      objectIds,
    })),
    automation: world.automation,
    subscriptions: [...world.subscriptions.values()].map((subscription) => ({
      subscriptionId: subscription.subscriptionId,
      displayName: subscription.displayName,
      tenantId: subscription.tenantId,
      state: subscription.state,
      quotaId: subscription.quotaId,
      managementGroup: subscription.managementGroup,
      registration: subscription.registration,
      resourceGroups: world.resourceGroups.get(subscription.subscriptionId.toLowerCase())?.size ?? 0,
    })),
    access: effectiveAccess(world, now),
    catalog: world.catalog.map(({ plan, managedByTenantId }) => ({ ...plan, managedByTenantId })),
    counts: {
      resourceGroups: [...world.resourceGroups.values()].reduce((sum, groups) => sum + groups.size, 0),
      definitions: world.definitions.size,
      assignments: world.assignments.size,
      roleAssignments: world.roleAssignments.length,
      requests: context.requests.length,
      faults: host.book.list().length,
    },
  };
}
