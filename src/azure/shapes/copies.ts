import { parseCopyId, tenantId, type CopyId } from '../../domain/ids.ts';
import type { Approver, Authorization, MarketplacePlan, OfferContent, OfferCopy } from '../../domain/offer.ts';
import type * as models from '../managedServices/models.ts';
import { toAuthorizations } from './authorizations.ts';
import { fromMinutes } from './duration.ts';
import { record, text } from './json.ts';
import { toProvisioning } from './provisioning.ts';

/**
 * A registrationDefinition as ARM or Resource Graph gives it. `undefined` when its id is not that of one, which leaves
 * nothing that could be shown or acted on.
 * @param at its id, where the definition itself does not carry one (expanded inside an assignment)
 */
export function toOfferCopy(definition: unknown, at?: CopyId): OfferCopy | undefined {
  const { id, plan, properties } = record(definition);
  const where = parseCopyId(text(id) ?? at ?? '');
  if (!where) return undefined;
  const { managedByTenantName, provisioningState } = record(properties);
  const tenantName = text(managedByTenantName);
  return {
    ...toContent(record(properties), plan),
    id: where.id,
    subscriptionId: where.subscriptionId,
    ...(tenantName !== undefined && { managedByTenantName: tenantName }),
    provisioning: toProvisioning(provisioningState),
  };
}

function toContent(properties: Readonly<Record<string, unknown>>, plan: unknown): OfferContent {
  const description = text(properties.description);
  const marketplace = toPlan(plan);
  return {
    managedByTenantId: tenantId(text(properties.managedByTenantId) ?? ''),
    name: text(properties.registrationDefinitionName) ?? '',
    ...(description !== undefined && { description }),
    ...(marketplace && { plan: marketplace }),
    authorizations: toAuthorizations(properties),
  };
}

/** A plan is what makes a definition a marketplace offer, so an empty one is none. */
export function toPlan(value: unknown): MarketplacePlan | undefined {
  const plan = record(value);
  const [publisher, product, name, version] = [plan.publisher, plan.product, plan.name, plan.version].map(text);
  if (publisher === undefined && product === undefined && name === undefined) return undefined;
  return { publisher: publisher ?? '', product: product ?? '', name: name ?? '', version: version ?? '' };
}

/** What is written for a copy: exactly what was reviewed. */
export function fromContent(content: OfferContent): models.RegistrationDefinition {
  const { managedByTenantId, name, description, plan, authorizations } = content;
  const eligible = authorizations.filter(({ kind }) => kind === 'eligible').map(fromEligible);
  return {
    properties: {
      registrationDefinitionName: name,
      ...(description !== undefined && { description }),
      managedByTenantId,
      authorizations: authorizations.filter(({ kind }) => kind === 'standing').map(fromStanding),
      ...(eligible.length > 0 && { eligibleAuthorizations: eligible }),
    },
    ...(plan && { plan }),
  };
}

function fromStanding(entry: Authorization): models.Authorization {
  return {
    ...principalOf(entry.principalId, entry.principalName),
    roleDefinitionId: entry.roleId,
    ...(entry.delegatedRoleIds.length > 0 && { delegatedRoleDefinitionIds: entry.delegatedRoleIds }),
  };
}

function fromEligible(entry: Authorization): models.EligibleAuthorization {
  return {
    ...principalOf(entry.principalId, entry.principalName),
    roleDefinitionId: entry.roleId,
    ...(entry.justInTime && { justInTimeAccessPolicy: fromJustInTime(entry.justInTime) }),
  };
}

function fromJustInTime(policy: NonNullable<Authorization['justInTime']>): models.JustInTimeAccessPolicy {
  const approvers = policy.approvers.map(({ principalId, name }: Approver) => principalOf(principalId, name));
  return {
    multiFactorAuthProvider: policy.mfa ? 'Azure' : 'None',
    maximumActivationDuration: fromMinutes(policy.maximumMinutes),
    ...(approvers.length > 0 && { managedByTenantApprovers: approvers }),
  };
}

function principalOf(principalId: string, name: string | undefined): models.EligibleApprover {
  return { principalId, ...(name !== undefined && { principalIdDisplayName: name }) };
}
