import { principalId, roleId } from '../../domain/ids.ts';
import type { Approver, Authorization } from '../../domain/offer.ts';
import { list, record, text, texts } from './json.ts';
import { toMinutes } from './duration.ts';

/**
 * Everybody whom a definition gives something, standing first. Names are the provider's own text, untouched. An entry
 * without principal or role is kept, with what it has: access must never be hidden because it is written badly.
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function toAuthorizations(properties: Readonly<Record<string, unknown>>): readonly Authorization[] {
  return [
    ...list(properties.authorizations).map((entry) => toStanding(record(entry))),
    ...list(properties.eligibleAuthorizations).map((entry) => toEligible(record(entry))),
  ];
}

function toStanding(entry: Readonly<Record<string, unknown>>): Authorization {
  return {
    kind: 'standing',
    ...principal(entry),
    roleId: roleId(text(entry.roleDefinitionId) ?? ''),
    delegatedRoleIds: texts(entry.delegatedRoleDefinitionIds).map(roleId),
  };
}

function toEligible(entry: Readonly<Record<string, unknown>>): Authorization {
  const policy = record(entry.justInTimeAccessPolicy);
  return {
    kind: 'eligible',
    ...principal(entry),
    roleId: roleId(text(entry.roleDefinitionId) ?? ''),
    delegatedRoleIds: [],
    justInTime: {
      mfa: text(policy.multiFactorAuthProvider)?.toLowerCase() === 'azure',
      maximumMinutes: toMinutes(text(policy.maximumActivationDuration)),
      approvers: list(policy.managedByTenantApprovers).map((each) => toApprover(record(each))),
    },
  };
}

function principal(entry: Readonly<Record<string, unknown>>): Pick<Authorization, 'principalId' | 'principalName'> {
  const name = text(entry.principalIdDisplayName);
  return {
    principalId: principalId(text(entry.principalId) ?? ''),
    ...(name !== undefined && { principalName: name }),
  };
}

function toApprover(entry: Readonly<Record<string, unknown>>): Approver {
  const name = text(entry.principalIdDisplayName);
  return { principalId: principalId(text(entry.principalId) ?? ''), ...(name !== undefined && { name }) };
}
