import type { ManagementGroup } from '../model.ts';
import { contoso } from './tenants.ts';

const divisions = [
  'Retail',
  'Factories',
  'Logistics',
  'Research',
  'Finance',
  '한국본부',
  'Energy',
  'Acquisitions',
] as const;
const units = ['North', 'South', 'East', 'West', '중앙', 'Shared'] as const;
const stages = ['prod', 'test', 'dev'] as const;
const regions = ['KR', 'EU'] as const;

/**
 * The tree below `contoso` in the large world: division, unit, stage, region. With `contoso` itself that is five of the
 * six levels that Azure allows below the root.
 * https://learn.microsoft.com/azure/governance/management-groups/overview
 */
export const largeGroups: readonly ManagementGroup[] = divisions.flatMap((division, d) => {
  const top = node(`contoso-d${d + 1}`, division, 'contoso');
  return [top, ...units.flatMap((unit, u) => below(top, `u${u + 1}`, `${division} ${unit}`))];
});

/** The groups at the ends of the tree: these hold the subscriptions. */
export const leafGroups: readonly ManagementGroup[] = largeGroups.filter(({ displayName }) =>
  regions.some((region) => displayName.endsWith(` ${region}`)),
);

function below(parent: ManagementGroup, suffix: string, displayName: string): ManagementGroup[] {
  const unit = node(`${parent.name}-${suffix}`, displayName, parent.name);
  const children = stages.flatMap((stage) => {
    const group = node(`${unit.name}-${stage}`, `${displayName} ${stage}`, unit.name);
    const leaves = regions.map((region) => {
      return node(`${group.name}-${region.toLowerCase()}`, `${group.displayName} ${region}`, group.name);
    });
    return [group, ...leaves];
  });
  return [unit, ...children];
}

function node(name: string, displayName: string, parent: string): ManagementGroup {
  return { name, tenantId: contoso.id, displayName, parent };
}
