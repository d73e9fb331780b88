import type { AllowList } from '../../domain/estate.ts';
import { idKey, tenantId } from '../../domain/ids.ts';
import { record, text, texts } from './json.ts';

/**
 * The built-in policy "Allow managing tenant ids to onboard through Azure Lighthouse".
 * https://learn.microsoft.com/azure/lighthouse/how-to/policy-at-scale
 */
export const allowListPolicy =
  '/providers/Microsoft.Authorization/policyDefinitions/7a8a51a3-ad87-4def-96f3-65a1839242b6';

/** The built-in policy "Audit delegation of scopes to a managing tenant". */
export const auditPolicy = '/providers/Microsoft.Authorization/policyDefinitions/76bed37b-484f-430f-a009-fd7592dff818';

/** An assignment of the allow-list policy; `undefined` for an assignment of any other. */
export function toAllowList(value: unknown): AllowList | undefined {
  return toPolicyAssignment(value, allowListPolicy);
}

/** An assignment of the policy with this id; `undefined` for an assignment of any other. */
export function toPolicyAssignment(value: unknown, policy: string): AllowList | undefined {
  const { id, name, properties } = record(value);
  const assignment = record(properties);
  const written = text(id);
  if (written === undefined || idKey(text(assignment.policyDefinitionId) ?? '') !== idKey(policy)) return undefined;
  const allowed = texts(record(record(assignment.parameters).listOfAllowedTenants).value);
  return {
    assignmentId: written,
    name: text(assignment.displayName) ?? text(name) ?? written,
    scope: idKey(text(assignment.scope) ?? scopeOf(written)),
    notScopes: texts(assignment.notScopes).map(idKey),
    allowedTenants: allowed.map(tenantId),
    enforced: text(assignment.enforcementMode)?.toLowerCase() !== 'donotenforce',
  };
}

function scopeOf(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '');
}
