import type { Access } from './access.ts';
import { csvFile, jsonFile } from './exportText.ts';
import type { Inventory, InventoryRow } from './inventory.ts';
import type { ProblemCode } from './problem.ts';
import type { Tenant } from './scope.ts';

/** What a file of the inventory says about itself. */
export interface InventoryFacts {
  readonly tenant: Tenant;
  /** ISO 8601 in UTC, by the clock of the device. */
  readonly exportedAt: string;
  /** How many delegations there are in all; fewer rows mean that a filter was set. */
  readonly total: number;
  /** What could not be read of the tenant: then delegations may be missing. */
  readonly problems: readonly ProblemCode[];
}

/**
 * The inventory as a CSV file for access reviews: one row per scope, principal and role, one for a delegation that nobody
 * can read. Ids stand in full.
 */
export function inventoryCsv(rows: Inventory['rows'], facts: InventoryFacts): string {
  const cells = rows.flatMap((row) => {
    const given = row.access?.principals.flatMap(({ access }) => access) ?? [];
    return given.length === 0 ? [cellsOf(row, facts)] : given.map((access) => cellsOf(row, facts, access));
  });
  return csvFile(columns, cells);
}

const columns = [
  'exported_at_utc',
  'tenant_id',
  'scope_kind',
  'scope_name',
  'scope_id',
  'subscription_name',
  'subscription_id',
  'management_groups',
  'provider_tenant_id',
  'provider_name',
  'offer_name',
  'offer_source',
  'plan_publisher',
  'plan_product',
  'plan_name',
  'offer_version',
  'state',
  'since_utc',
  'principal_id',
  'principal_name_by_provider',
  'role_id',
  'role_name',
  'access_level',
  'access_kind',
  'maximum_minutes',
  'requires_mfa',
  'approver_ids',
  'roles_it_may_pass_on',
  'delegation_id',
  'copy_id',
] as const;

function cellsOf(row: InventoryRow, facts: InventoryFacts, given?: Access): Record<(typeof columns)[number], string> {
  const { content, offer, delegation } = row;
  const authorization = given?.authorization;
  const justInTime = authorization?.justInTime;
  return {
    exported_at_utc: facts.exportedAt,
    tenant_id: facts.tenant.id,
    scope_kind: row.kind,
    scope_name: row.name,
    scope_id: row.scope,
    subscription_name: row.subscription?.name ?? '',
    subscription_id: row.subscriptionId,
    management_groups: row.subscription?.managementGroups?.map(({ name }) => name).join(' / ') ?? '',
    provider_tenant_id: content?.managedByTenantId ?? '',
    provider_name: offer?.providerName ?? '',
    offer_name: content?.name ?? '',
    offer_source: offer?.source ?? '',
    plan_publisher: content?.plan?.publisher ?? '',
    plan_product: content?.plan?.product ?? '',
    plan_name: content?.plan?.name ?? '',
    offer_version: content?.plan?.version ?? '',
    state: row.condition,
    since_utc: row.since ?? '',
    principal_id: authorization?.principalId ?? '',
    principal_name_by_provider: authorization?.principalName ?? '',
    role_id: authorization?.roleId ?? '',
    role_name: given?.role.name ?? '',
    access_level: given === undefined ? '' : String(given.level),
    access_kind: authorization?.kind ?? '',
    maximum_minutes: justInTime === undefined ? '' : String(justInTime.maximumMinutes),
    requires_mfa: justInTime === undefined ? '' : String(justInTime.mfa),
    approver_ids: justInTime?.approvers.map(({ principalId }) => principalId).join(' ') ?? '',
    roles_it_may_pass_on: authorization?.delegatedRoleIds.join(' ') ?? '',
    delegation_id: delegation.id,
    copy_id: delegation.copyId,
  };
}

/** The inventory as a JSON file, for programs: nothing is left out, and what is unknown is `null`. */
export function inventoryJson(rows: Inventory['rows'], facts: InventoryFacts): string {
  return jsonFile({
    schemaVersion: 1,
    kind: 'azure-lighthouse-delegations',
    exportedAt: facts.exportedAt,
    tenant: facts.tenant,
    delegationsInAll: facts.total,
    problems: facts.problems,
    delegations: rows.map((row) => ({
      id: row.delegation.id,
      copyId: row.delegation.copyId,
      state: row.condition,
      since: row.since ?? null,
      scope: {
        kind: row.kind,
        id: row.scope,
        name: row.name,
        subscriptionId: row.subscriptionId,
        subscriptionName: row.subscription?.name ?? null,
        managementGroups: row.subscription?.managementGroups ?? null,
      },
      provider: row.content ? { tenantId: row.content.managedByTenantId, name: row.offer?.providerName ?? null } : null,
      offer: row.content
        ? { name: row.content.name, source: row.offer?.source ?? null, plan: row.content.plan ?? null }
        : null,
      accessLevel: row.access?.level ?? null,
      access:
        row.access?.principals.flatMap(({ access }) =>
          access.map(({ authorization, role, level }) => ({ ...authorization, roleName: role.name ?? null, level })),
        ) ?? null,
    })),
  });
}

/** The name of a file with the inventory: ASCII only, with the day in UTC. */
export function inventoryFileName(exportedAt: string, ending: 'json' | 'csv'): string {
  return `lighthouse-delegations-${exportedAt.slice(0, 10)}.${ending}`;
}
