import { managementGroupLineage } from '../access/hierarchy.ts';
import { listAnswer } from '../paging.ts';
import type { ArmRequest, Route } from '../request.ts';
import { managementGroupScope, subscriptionScope } from '../scopes.ts';
import { GROUP_TYPE } from './tree.ts';

/** A management group or subscription that the caller may see, with the groups above it, the root first. */
interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly parent: string | undefined;
}

/**
 * `POST …/getEntities`: every management group the caller may read and every subscription the caller sees. The groups above
 * each are named whether or not the caller may read them (the reference says "from the root group"; nobody has recorded it
 * for a caller with few rights).
 * https://learn.microsoft.com/rest/api/managementgroups/entities/list
 */
export const entityRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/providers/Microsoft.Management/getEntities',
    type: 'Microsoft.Management/managementGroups',
    // A POST that changes nothing: no second factor is asked for it.
    kind: 'read',
    handler: (request) =>
      listAnswer(request, entitiesOf(request), { key: (entity) => entity.id, present: presenter(request) }),
  },
];

function entitiesOf({ world, caller, access }: ArmRequest): readonly Entity[] {
  const groups = world.managementGroups.filter(
    (group) =>
      group.tenantId === caller.tenantId &&
      access.decide(managementGroupScope(group.name).id, 'Microsoft.Management/managementGroups/read').allowed,
  );
  const subscriptions = [...world.subscriptions.values()].filter(
    (row) => row.tenantId === caller.tenantId && access.sees(`/subscriptions/${row.subscriptionId}`),
  );
  return [
    ...groups.map(({ name, tenantId, displayName, parent }) => {
      return { id: managementGroupScope(name).id, type: GROUP_TYPE, name, tenantId, displayName, parent };
    }),
    ...subscriptions.map(({ subscriptionId, tenantId, displayName, managementGroup }) => {
      const { id } = subscriptionScope(subscriptionId);
      return { id, type: '/subscriptions', name: subscriptionId, tenantId, displayName, parent: managementGroup };
    }),
  ];
}

function presenter({ world }: ArmRequest): (entity: Entity) => unknown {
  return ({ id, type, name, tenantId, displayName, parent }) => {
    const above = managementGroupLineage(world, parent).toReversed();
    const nearest = above.at(-1);
    return {
      id,
      type,
      name,
      properties: {
        tenantId,
        displayName,
        ...(nearest && { parent: { id: managementGroupScope(nearest.name).id } }),
        parentNameChain: above.map((group) => group.name),
        parentDisplayNameChain: above.map((group) => group.displayName),
      },
    };
  };
}
