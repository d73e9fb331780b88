import type { Authorization, OfferContent } from '../offer.ts';

interface Principal {
  readonly principalId: string;
  readonly principalIdDisplayName?: string;
}

/** How an eligible authorization is activated: for how long at most (ISO 8601), and who agrees. */
export interface JustInTimePolicy {
  readonly multiFactorAuthProvider: 'Azure' | 'None';
  readonly maximumActivationDuration: string;
  readonly managedByTenantApprovers?: readonly Principal[];
}

/** The body of a registrationDefinition, api-version 2022-10-01. https://learn.microsoft.com/rest/api/managedservices */
export interface Definition {
  readonly properties: {
    readonly registrationDefinitionName: string;
    readonly description?: string;
    readonly managedByTenantId: string;
    readonly authorizations: readonly (Principal & {
      readonly roleDefinitionId: string;
      readonly delegatedRoleDefinitionIds?: readonly string[];
    })[];
    readonly eligibleAuthorizations?: readonly (Principal & {
      readonly roleDefinitionId: string;
      readonly justInTimeAccessPolicy?: JustInTimePolicy;
    })[];
  };
  readonly plan?: {
    readonly name: string;
    readonly publisher: string;
    readonly product: string;
    readonly version: string;
  };
}

/** What a copy says, in Azure's words: all of it, with eligible authorizations and the marketplace plan. */
export function definitionOf({ managedByTenantId, name, description, plan, authorizations }: OfferContent): Definition {
  const eligible = authorizations.filter(({ kind }) => kind === 'eligible').map(eligibleOf);
  return {
    properties: {
      registrationDefinitionName: name,
      ...(description !== undefined && { description }),
      managedByTenantId,
      authorizations: authorizations.filter(({ kind }) => kind === 'standing').map(standingOf),
      ...(eligible.length > 0 && { eligibleAuthorizations: eligible }),
    },
    ...(plan && {
      plan: { name: plan.name, publisher: plan.publisher, product: plan.product, version: plan.version },
    }),
  };
}

function standingOf(entry: Authorization): Definition['properties']['authorizations'][number] {
  return {
    ...principalOf(entry.principalId, entry.principalName),
    roleDefinitionId: entry.roleId,
    ...(entry.delegatedRoleIds.length > 0 && { delegatedRoleDefinitionIds: entry.delegatedRoleIds }),
  };
}

function eligibleOf(entry: Authorization): NonNullable<Definition['properties']['eligibleAuthorizations']>[number] {
  const { justInTime } = entry;
  return {
    ...principalOf(entry.principalId, entry.principalName),
    roleDefinitionId: entry.roleId,
    ...(justInTime && { justInTimeAccessPolicy: policyOf(justInTime) }),
  };
}

function policyOf({ mfa, maximumMinutes, approvers }: NonNullable<Authorization['justInTime']>): JustInTimePolicy {
  return {
    multiFactorAuthProvider: mfa ? 'Azure' : 'None',
    maximumActivationDuration: durationOf(maximumMinutes),
    ...(approvers.length > 0 && {
      managedByTenantApprovers: approvers.map(({ principalId, name }) => principalOf(principalId, name)),
    }),
  };
}

function principalOf(principalId: string, name: string | undefined): Principal {
  return { principalId, ...(name !== undefined && { principalIdDisplayName: name }) };
}

/** ISO 8601: `PT8H`, `PT1H30M`. */
function durationOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}
