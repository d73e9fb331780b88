import type { Context } from '../context.ts';
import type {
  ManagementGroup,
  PolicyAssignment,
  Provisioning,
  RegistrationAssignment,
  RegistrationDefinition,
  World,
} from '../model.ts';
import { assignmentsSeen, definitionsSeen, policiesSeen } from './lag.ts';

/** The world as Resource Graph knows it: late by the lag. */
export interface GraphView {
  readonly world: World;
  readonly definitions: readonly RegistrationDefinition[];
  readonly policies: readonly PolicyAssignment[];
  /** Without those that are gone. */
  readonly assignments: readonly RegistrationAssignment[];
  /** State of a resource as Resource Graph knows it, which may still be the one before it settled. */
  stateOf(provisioning: Provisioning): string;
  /** When a deletion shows: `Deleting` until then. */
  isDeleting(assignment: RegistrationAssignment): boolean;
  /** A management group and those above it, nearest first. Unknown names have none. */
  chainOf(managementGroup: string): readonly ManagementGroup[];
  /** Name of a tenant; empty where the world does not know it. */
  tenantName(tenantId: string): string;
}

/** What Resource Graph knows at this moment. */
export function viewOf(context: Context): GraphView {
  const { world } = context;
  const asOf = context.clock.now() - context.timing.resourceGraphLag;
  const assignments = [...assignmentsSeen(context).values()];
  const groups = new Map(world.managementGroups.map((group) => [group.name, group]));
  const tenants = new Map(world.tenants.map(({ id, displayName }) => [id, displayName]));
  return {
    world,
    definitions: [...definitionsSeen(context).values()],
    policies: policiesSeen(context),
    assignments: assignments.filter(({ goneAt }) => goneAt === undefined || goneAt > asOf),
    stateOf: ({ state, settlesAt, then }) => (settlesAt !== undefined && settlesAt <= asOf && then ? then : state),
    isDeleting: ({ goneAt }) => goneAt !== undefined,
    chainOf: chains(groups),
    tenantName: (tenantId) => tenants.get(tenantId) ?? '',
  };
}

function chains(groups: ReadonlyMap<string, ManagementGroup>): GraphView['chainOf'] {
  const known = new Map<string, readonly ManagementGroup[]>();
  const chainOf = (name: string): readonly ManagementGroup[] => {
    const group = groups.get(name);
    if (!group) return [];
    const chain = known.get(name) ?? [group, ...(group.parent === undefined ? [] : chainOf(group.parent))];
    known.set(name, chain);
    return chain;
  };
  return chainOf;
}
