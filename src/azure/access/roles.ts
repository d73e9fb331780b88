import type { EligibleRole } from '../../domain/activation.ts';
import type { HeldRole, Owner, RoleDefinition } from '../../domain/estate.ts';
import type { PrincipalId, RoleId, ScopeId } from '../../domain/ids.ts';
import { problemOf } from '../../domain/problem.ts';
import { ownerId } from '../../domain/wellKnownRoles.ts';
import { toHeldRole, toOwner, toRoleDefinition } from '../shapes/access.ts';
import { toEligibleRole } from '../shapes/activation.ts';
import { record } from '../shapes/json.ts';
import type { ArmReader } from './reader.ts';

const provider = 'providers/Microsoft.Authorization';

/**
 * This person's role assignments at a scope and above it, those of groups included.
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
 */
export async function readMyRoleAssignments(
  reader: ArmReader,
  scope: string,
  person: PrincipalId,
  signal: AbortSignal,
): Promise<readonly HeldRole[]> {
  const query = { $filter: `atScope() and assignedTo('${person}')` };
  const found = await reader.list(`${scope}/${provider}/roleAssignments`, '2022-04-01', query, signal);
  return found.flatMap((each) => toHeldRole(each) ?? []);
}

/**
 * Roles that this person could activate through Privileged Identity Management, anywhere in the tenant.
 * https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope
 */
export async function readEligibleRoles(reader: ArmReader, signal: AbortSignal): Promise<readonly EligibleRole[]> {
  const path = `/${provider}/roleEligibilityScheduleInstances`;
  const found = await reader.list(path, '2020-10-01', { $filter: 'asTarget()' }, signal);
  return found.flatMap((each) => toEligibleRole(each) ?? []);
}

/** Who holds Owner at a scope, from there or from above. Names are rarely in the answer: they would need Microsoft Graph. */
export async function readOwners(reader: ArmReader, scope: ScopeId, signal: AbortSignal): Promise<readonly Owner[]> {
  const found = await reader.list(
    `${scope}/${provider}/roleAssignments`,
    '2022-04-01',
    { $filter: 'atScope()' },
    signal,
  );
  const owners = found.filter((each) => toHeldRole(each)?.roleId === ownerId);
  return owners.flatMap((each) => toOwner(each) ?? []);
}

/**
 * What these roles are now, by id; those that Azure does not know are left out.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions-list#rest-api
 */
export async function readRoleDefinitions(
  reader: ArmReader,
  ids: readonly RoleId[],
  signal: AbortSignal,
): Promise<readonly RoleDefinition[]> {
  const readOne = async (id: RoleId): Promise<readonly RoleDefinition[]> => {
    try {
      const path = `/${provider}/roleDefinitions/${encodeURIComponent(id)}`;
      return [toRoleDefinition(record(await reader.get(path, '2022-04-01', {}, signal))) ?? []].flat();
    } catch (error) {
      // Ids come from offers, so any of them may be nonsense: Azure answers 404, or 400 for what is no GUID.
      const { azure } = problemOf(error);
      if (azure?.status === 404 || azure?.status === 400) return [];
      throw error;
    }
  };
  return (await Promise.all([...new Set(ids)].map(readOne))).flat();
}
