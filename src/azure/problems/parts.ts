import { isGuid, roleId, type RoleId } from '../../domain/ids.ts';
import { list, record, text } from '../shapes/json.ts';
import type { ErrorAnswer } from './answer.ts';

/*
 * Azure writes the facts of an error into its sentence. These take them out again; a sentence that was changed gives
 * nothing, and the problem is shown without the fact.
 */

/** "… does not have authorization to perform action 'A' over scope 'S' …" */
export function actionAndScope(message: string): { readonly action?: string; readonly scope?: string } {
  const action = /perform action\(?s?\)? '([^']+)'/i.exec(message)?.[1];
  const scope = /(?:over|on) scope\(?s?\)? '([^']+)'/i.exec(message)?.[1];
  return { ...(action !== undefined && { action }), ...(scope !== undefined && { scope }) };
}

/** The role that a message about an offer's authorizations names. */
export function roleIn(message: string): { readonly roleId?: RoleId } {
  const id = /role definition '([^']+)'/i.exec(message)?.[1];
  const role = id === undefined ? undefined : roleId(id);
  return role !== undefined && isGuid(role) ? { roleId: role } : {};
}

/**
 * Which policy assignment refused a write.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy
 */
export function policyIn(answer: ErrorAnswer): { readonly policy?: string; readonly policyId?: string } {
  const violation = answer.errors
    .flatMap((error) => error.info.map(record))
    .find((entry) => text(entry.type)?.toLowerCase() === 'policyviolation');
  const info = record(violation?.info);
  const named = record(record(policyIdentifiers(answer)[0]).policyAssignment);
  const policy = text(info.policyAssignmentDisplayName) ?? text(named.name) ?? text(info.policyAssignmentName);
  const policyId = text(info.policyAssignmentId) ?? text(named.id);
  return { ...(policy !== undefined && { policy }), ...(policyId !== undefined && { policyId }) };
}

/** "… Policy identifiers: '[{"policyAssignment":{"name":…,"id":…},…}]'." */
function policyIdentifiers(answer: ErrorAnswer): readonly unknown[] {
  const found = answer.errors.map((error) => /identifiers: '(\[.*\])'/is.exec(error.message ?? '')?.[1]).find(Boolean);
  try {
    return list(JSON.parse(found ?? '[]'));
  } catch {
    return [];
  }
}
