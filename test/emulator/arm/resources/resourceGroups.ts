import type { ResourceGroup } from '../../model.ts';
import { parseFilter, knowOnly, wanted, type FilterTerm } from '../odata.ts';
import { listAnswer } from '../paging.ts';
import { ok } from '../reply.ts';
import { parameter, queryOf, type ArmRequest, type Route } from '../request.ts';

const READ = 'Microsoft.Resources/subscriptions/resourceGroups/read';
const one = {
  template: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  type: 'resourceGroups',
  kind: 'read',
  action: READ,
} as const;

/**
 * Resource groups: a list holds those the caller may read, which may be none of a visible subscription's.
 * https://learn.microsoft.com/rest/api/resources/resource-groups
 */
export const resourceGroupRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/subscriptions/{subscriptionId}/resourceGroups',
    type: 'resourceGroups',
    kind: 'read',
    handler: (request) => {
      const terms = parseFilter(queryOf(request.url, '$filter'));
      knowOnly(terms, ['tagName', 'tagValue']);
      const subscriptionId = parameter(request, 'subscriptionId').toLowerCase();
      const groups = [...(request.world.resourceGroups.get(subscriptionId)?.values() ?? [])];
      const rows = groups.filter((group) => hasTag(group, terms) && request.access.decide(idOf(group), READ).allowed);
      return listAnswer(request, rows, { key: idOf, present: presentGroup });
    },
  },
  { ...one, method: 'GET', handler: (request) => ok(presentGroup(groupOf(request))) },
  { ...one, method: 'HEAD', handler: () => ({ status: 204 }) },
];

function groupOf(request: ArmRequest): ResourceGroup {
  const groups = request.world.resourceGroups.get(parameter(request, 'subscriptionId').toLowerCase());
  const group = groups?.get(parameter(request, 'resourceGroup').toLowerCase());
  if (!group) throw new Error('The guards let a resource group pass that does not exist');
  return group;
}

function hasTag(group: ResourceGroup, terms: readonly FilterTerm[]): boolean {
  const names = wanted(terms, 'tagName');
  const values = wanted(terms, 'tagValue');
  if (!names) return true;
  return Object.entries(group.tags).some(
    ([name, value]) => name.toLowerCase() === names[0]?.toLowerCase() && (!values || values[0] === value),
  );
}

function idOf(group: ResourceGroup): string {
  return `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`;
}

function presentGroup(group: ResourceGroup): unknown {
  return {
    id: idOf(group),
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    ...(group.managedBy !== undefined && { managedBy: group.managedBy }),
    tags: group.tags,
    properties: { provisioningState: 'Succeeded' },
  };
}
