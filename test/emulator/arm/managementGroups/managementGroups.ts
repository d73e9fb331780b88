import type { ManagementGroup } from '../../model.ts';
import { managementGroupLineage, managementGroupNamed } from '../access/hierarchy.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';
import { atScopes } from '../router.ts';
import { managementGroupScope } from '../scopes.ts';
import { childrenOf, descendantsOf, GROUP_TYPE } from './tree.ts';

const READ = 'Microsoft.Management/managementGroups/read';
const read = { method: 'GET', type: 'Microsoft.Management/managementGroups', kind: 'read' } as const;

/**
 * Management groups: the list holds those the caller may read; one of them and what is below it need that right.
 * https://learn.microsoft.com/rest/api/managementgroups
 */
export const managementGroupRoutes: readonly Route[] = [
  {
    ...read,
    template: '/providers/Microsoft.Management/managementGroups',
    handler: (request) => {
      const { world, caller, access } = request;
      const rows = world.managementGroups.filter(
        (group) =>
          group.tenantId === caller.tenantId && access.decide(managementGroupScope(group.name).id, READ).allowed,
      );
      return listAnswer(request, rows, { key: (group) => group.name, present: presentInfo, linkName: '@nextLink' });
    },
  },
  ...atScopes(['managementGroup'], '', { ...read, action: READ, handler: (request) => ok(presentGroup(request)) }),
  ...atScopes(['managementGroup'], '/descendants', {
    ...read,
    action: READ,
    handler: (request) =>
      listAnswer(request, descendantsOf(request.world, groupOf(request)), {
        key: (row) => row.id,
        present: ({ id, type, name, displayName, parentId }) => ({
          id,
          type,
          name,
          properties: { displayName, parent: { id: parentId } },
        }),
      }),
  }),
];

function groupOf(request: ArmRequest): ManagementGroup {
  const group = managementGroupNamed(request.world, parameter(request, 'managementGroup'));
  if (!group) throw new Error('The guards let a management group pass that does not exist');
  return group;
}

function presentInfo({ name, tenantId, displayName }: ManagementGroup): unknown {
  return { id: managementGroupScope(name).id, type: GROUP_TYPE, name, properties: { tenantId, displayName } };
}

function presentGroup(request: ArmRequest): unknown {
  const { world, url } = request;
  const group = groupOf(request);
  const expand = queryOf(url, '$expand');
  const recurse = queryOf(url, '$recurse')?.toLowerCase() === 'true';
  const above = managementGroupLineage(world, group.parent);
  const [parent] = above;
  const named = above.map(({ name, displayName }) => ({ name, displayName }));
  return {
    id: managementGroupScope(group.name).id,
    type: GROUP_TYPE,
    name: group.name,
    properties: {
      tenantId: group.tenantId,
      displayName: group.displayName,
      details: {
        version: 1,
        ...(parent && {
          parent: { id: managementGroupScope(parent.name).id, name: parent.name, displayName: parent.displayName },
        }),
        ...(expand === 'path' && { path: named.toReversed() }),
        ...(expand === 'ancestors' && {
          managementGroupAncestors: above.map(({ name }) => name),
          managementGroupAncestorsChain: named,
        }),
      },
      ...(expand === 'children' && { children: childrenOf(world, group, recurse) }),
    },
  };
}
