import type { Activation, ActivationRequest, ActivationRules } from '../../domain/activation.ts';
import type { PrincipalId, RoleId } from '../../domain/ids.ts';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import { fromActivation, toActivation, toActivationRules, toActiveRole } from '../shapes/activation.ts';
import { record, text } from '../shapes/json.ts';
import type { ArmReader } from './reader.ts';

const version = '2020-10-01';
const provider = 'providers/Microsoft.Authorization';

/**
 * What activating this role at its scope asks for. Rejects where it cannot be read.
 * https://learn.microsoft.com/rest/api/authorization/role-management-policy-assignments/list-for-scope
 */
export async function readActivationRules(
  reader: ArmReader,
  scope: string,
  role: RoleId,
  signal: AbortSignal,
): Promise<ActivationRules> {
  const prefix = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  const query = { $filter: `roleDefinitionId eq '${prefix}/${provider}/roleDefinitions/${role}'` };
  const found = await reader.list(`${at(scope)}/roleManagementPolicyAssignments`, version, query, signal);
  // The filter is not in the published description: an Azure that ignores it answers with every role.
  const own = found.find((each) =>
    text(record(record(each).properties).roleDefinitionId)
      ?.toLowerCase()
      .endsWith(role),
  );
  const rules = toActivationRules(own);
  if (!rules) throw new ProblemError({ code: 'badAnswer' });
  return rules;
}

/**
 * What the person has activated, and asked to activate, anywhere in the tenant. Azure keeps it: nothing is remembered here.
 * https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests/list-for-scope
 * https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-instances/list-for-scope
 */
export async function readActivations(reader: ArmReader, signal: AbortSignal): Promise<readonly Activation[]> {
  const query = { $filter: 'asTarget()' };
  const [requests, instances] = await Promise.all([
    reader.list(`/${provider}/roleAssignmentScheduleRequests`, version, query, signal),
    reader.list(`/${provider}/roleAssignmentScheduleInstances`, version, query, signal),
  ]);
  return [
    ...requests.flatMap((each) => toActivation(each) ?? []),
    ...instances.flatMap((each) => toActiveRole(each) ?? []),
  ];
}

/**
 * Asks for a role. An answer that was lost is looked for under the request's own name, so that it is never asked twice.
 * Rejects with a `ProblemError`; `noAnswer` where even that cannot be told.
 * https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests/create
 */
export async function requestActivation(
  reader: ArmReader,
  asked: ActivationRequest,
  person: PrincipalId,
  now: number,
): Promise<void> {
  const path = `${at(asked.role.scope)}/roleAssignmentScheduleRequests/${asked.name}`;
  try {
    await reader.put(path, version, fromActivation(asked, person, now));
  } catch (error) {
    if (problemOf(error).code !== 'noAnswer') throw error;
    const there = await reader.get(path, version, {}, new AbortController().signal).catch(() => undefined);
    if (there === undefined) throw error;
  }
}

function at(scope: string): string {
  return `${scope === '/' ? '' : scope}/${provider}`;
}
