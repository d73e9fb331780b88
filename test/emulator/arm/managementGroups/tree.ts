import type { ManagementGroup, World } from '../../model.ts';
import { managementGroupScope } from '../scopes.ts';

export const GROUP_TYPE = 'Microsoft.Management/managementGroups';

/** A management group or subscription somewhere below another group. */
interface Descendant {
  readonly id: string;
  readonly type: 'Microsoft.Management/managementGroups' | '/subscriptions';
  readonly name: string;
  readonly displayName: string;
  readonly parentId: string;
}

function directlyBelow(world: World, group: ManagementGroup): { groups: ManagementGroup[]; all: Descendant[] } {
  const parentId = managementGroupScope(group.name).id;
  const isHere = (name: string | undefined): boolean => name?.toLowerCase() === group.name.toLowerCase();
  const groups = world.managementGroups.filter((each) => isHere(each.parent));
  const subscriptions = [...world.subscriptions.values()].filter((each) => isHere(each.managementGroup));
  const all: Descendant[] = [
    ...groups.map(
      ({ name, displayName }) =>
        ({ id: managementGroupScope(name).id, type: GROUP_TYPE, name, displayName, parentId }) as const,
    ),
    ...subscriptions.map(
      ({ subscriptionId, displayName }) =>
        ({
          id: `/subscriptions/${subscriptionId}`,
          type: '/subscriptions',
          name: subscriptionId,
          displayName,
          parentId,
        }) as const,
    ),
  ];
  return { groups, all };
}

/** Everything below a group, in one flat list. https://learn.microsoft.com/rest/api/managementgroups/management-groups/get-descendants */
export function descendantsOf(world: World, group: ManagementGroup): Descendant[] {
  const { groups, all } = directlyBelow(world, group);
  return [...all, ...groups.flatMap((each) => descendantsOf(world, each))];
}

/** What is directly below a group, and with `recurse` the whole tree, as `$expand=children` prints it. */
export function childrenOf(world: World, group: ManagementGroup, recurse: boolean): unknown[] {
  const { groups, all } = directlyBelow(world, group);
  return all.map(({ id, type, name, displayName }) => {
    const below = recurse ? groups.find((each) => each.name === name) : undefined;
    return { id, type, name, displayName, ...(below && { children: childrenOf(world, below, true) }) };
  });
}
