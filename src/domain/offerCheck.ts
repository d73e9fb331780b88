import { canonicalJson } from './canonicalJson.ts';
import { isGuid, type PrincipalId, type RoleId, type TenantId } from './ids.ts';
import { acceptanceOf, type RefusalReason, type RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { userAccessAdministratorId } from './wellKnownRoles.ts';

/** One authorization, as far as a fault names it. */
export interface CheckedAuthorization {
  readonly principalId: PrincipalId;
  /** As written by the provider. */
  readonly principalName?: string;
  readonly roleId: RoleId;
}

type RefusedCode = 'principal' | 'delegatedNotAllowed' | 'duration' | 'tooManyApprovers' | 'policiesDiffer';
type AdviceCode = 'roleUnknown' | 'twice' | 'eligibleAlone';

/**
 * What is wrong with an offer, or could be better. All of it is for the provider to mend. `weight`: `refused` where Azure is
 * expected to refuse the offer for it; `advice` where it takes it and somebody will regret it.
 */
export type OfferFault =
  | { readonly weight: 'refused'; readonly code: 'ownTenant' | 'noAuthorization' | 'noStanding' }
  | { readonly weight: 'refused'; readonly code: 'planIncomplete'; readonly part: string }
  | { readonly weight: 'refused'; readonly code: 'tooMany'; readonly limit: number }
  | (CheckedAuthorization & { readonly weight: 'refused'; readonly code: 'role'; readonly reason: RefusalReason })
  | (CheckedAuthorization & { readonly weight: 'refused'; readonly code: RefusedCode })
  | (CheckedAuthorization & { readonly weight: 'advice'; readonly code: AdviceCode })
  | { readonly weight: 'advice'; readonly code: 'cannotRemoveItself' };

export type OfferFaultCode = OfferFault['code'];

/** https://learn.microsoft.com/partner-center/marketplace-offers/create-managed-service-offer-plans */
const mostInPlan = 20;
const mostApprovers = 10;
const [shortest, longest] = [30, 480];
const noPrincipal = '00000000-0000-0000-0000-000000000000';
const removesItself = '91c1777a-f3dc-4fae-b103-61d183457e46';

/**
 * Checks an offer before anybody accepts it, against the rules that Azure publishes and the roles as they are now. What
 * Azure answers in the end stays the truth.
 * https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function checkOffer(content: OfferContent, roles: RoleDefinitions, customer: TenantId): readonly OfferFault[] {
  const { authorizations, managedByTenantId, plan } = content;
  const standing = authorizations.filter(({ kind }) => kind === 'standing');
  const faults: OfferFault[] = [];
  if (managedByTenantId === customer) faults.push({ weight: 'refused', code: 'ownTenant' });
  if (authorizations.length === 0) faults.push({ weight: 'refused', code: 'noAuthorization' });
  else if (plan && standing.length === 0) faults.push({ weight: 'refused', code: 'noStanding' });
  if (plan) faults.push(...planFaults(plan));
  if (plan && authorizations.length > mostInPlan)
    faults.push({ weight: 'refused', code: 'tooMany', limit: mostInPlan });
  faults.push(...authorizations.flatMap((one) => faultsOf(one, authorizations, roles)));
  if (authorizations.length > 0 && !authorizations.some(({ roleId }) => roleId === removesItself))
    faults.push({ weight: 'advice', code: 'cannotRemoveItself' });
  return [...new Map(faults.map((fault) => [canonicalJson(fault), fault])).values()];
}

function planFaults(plan: NonNullable<OfferContent['plan']>): OfferFault[] {
  const wrong = [
    ...(/^[a-z0-9_-]{1,50}$/.test(plan.name) ? [] : ['name']),
    ...(/^\d+\.\d+\.\d+$/.test(plan.version) ? [] : ['version']),
    ...(plan.publisher.includes('.') || plan.publisher.trim() === '' ? ['publisher'] : []),
    ...(plan.product.includes('.') || plan.product.trim() === '' ? ['product'] : []),
  ];
  return wrong.map((part) => ({ weight: 'refused', code: 'planIncomplete', part }));
}

function faultsOf(one: Authorization, all: readonly Authorization[], roles: RoleDefinitions): OfferFault[] {
  const who: CheckedAuthorization = {
    principalId: one.principalId,
    ...(one.principalName !== undefined && { principalName: one.principalName }),
    roleId: one.roleId,
  };
  const acceptance = acceptanceOf(one, roles);
  const alike = all.filter((other) => other.roleId === one.roleId && other.kind === one.kind);
  const refused = (is: boolean, code: RefusedCode): OfferFault[] => (is ? [{ ...who, weight: 'refused', code }] : []);
  const advice = (is: boolean, code: AdviceCode): OfferFault[] => (is ? [{ ...who, weight: 'advice', code }] : []);
  const reasons = acceptance.state === 'mayBeRefused' ? acceptance.reasons : [];
  const eligible = one.kind === 'eligible';
  const { justInTime } = one;
  const minutes = justInTime?.maximumMinutes ?? longest;
  const paired = all.some((other) => other.kind === 'standing' && other.principalId === one.principalId);
  return [
    ...reasons.map((reason): OfferFault => ({ ...who, weight: 'refused', code: 'role', reason })),
    ...refused(!isGuid(one.principalId) || one.principalId === noPrincipal, 'principal'),
    ...refused(one.delegatedRoleIds.length > 0 && one.roleId !== userAccessAdministratorId, 'delegatedNotAllowed'),
    ...refused(eligible && (minutes < shortest || minutes > longest), 'duration'),
    ...refused((justInTime?.approvers.length ?? 0) > mostApprovers, 'tooManyApprovers'),
    ...refused(eligible && new Set(alike.map(policyOf)).size > 1, 'policiesDiffer'),
    ...advice(acceptance.state === 'unknown', 'roleUnknown'),
    ...advice(alike.filter((other) => other.principalId === one.principalId).length > 1, 'twice'),
    ...advice(eligible && !paired, 'eligibleAlone'),
  ];
}

/** What one role asks for before it is activated, without names. */
function policyOf({ justInTime }: Authorization): string {
  const approvers = (justInTime?.approvers ?? []).map(({ principalId }) => principalId).toSorted();
  return canonicalJson([justInTime?.mfa, justInTime?.maximumMinutes, approvers]);
}
