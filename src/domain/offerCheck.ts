import {
  faultOf,
  noteOf,
  placesByKey,
  type CheckFacts,
  type CheckFinding,
  type CheckSeverity,
} from './checkFinding.ts';
import { eligibleFindings } from './eligibleCheck.ts';
import { isGuid, type RoleId } from './ids.ts';
import { acceptanceOf, type RefusalReason, type RoleDefinitions } from './lighthouseRules.ts';
import type { Authorization, OfferContent } from './offer.ts';
import { roleFromTable } from './roleTable.ts';
import { removesItselfId, userAccessAdministratorId } from './wellKnownRoles.ts';

/*
 * The check of an offer before it is accepted: everything that Azure is known to ask of one, against the roles as Azure
 * defines them now. It never blocks: what Azure answers is the truth, but who reads this first need not wait for a refusal.
 */

/** Most authorizations that a plan may have. */
const mostAuthorizations = 20;

/**
 * What speaks against an offer, by the rules that Azure Lighthouse publishes, most serious first, then in the order of the
 * offer's list. The same for the same offer, whatever order its authorizations come in, but for the places.
 * https://learn.microsoft.com/azure/lighthouse/concepts/tenants-users-roles
 * https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations
 */
export function checkOffer(content: OfferContent, facts: CheckFacts): readonly CheckFinding[] {
  const { authorizations } = content;
  const found = [
    ...wholeFindings(content, facts),
    ...authorizations.flatMap((one, row) => rowFindings(one, row, facts)),
    ...eligibleFindings(authorizations, facts),
    ...duplicates(authorizations),
  ];
  const order: readonly CheckSeverity[] = ['refused', 'mayBeRefused', 'note'];
  const place = ({ rows }: CheckFinding) => rows[0] ?? -1;
  return found.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity) || place(one) - place(other),
  );
}

/** Whether the provider has to change something before Azure can be expected to take the offer. */
export function needsMending(findings: readonly CheckFinding[]): boolean {
  return findings.some(({ fault }) => fault === 'provider');
}

function wholeFindings(content: OfferContent, { tenantId }: CheckFacts): CheckFinding[] {
  const { managedByTenantId, plan, authorizations } = content;
  const parts = plan && [plan.publisher, plan.product, plan.name, plan.version];
  const standing = authorizations.some(({ kind }) => kind === 'standing');
  return [
    ...(isGuid(managedByTenantId) ? [] : [faultOf('tenantInvalid', 'refused', [])]),
    ...(managedByTenantId === tenantId ? [faultOf('ownTenant', 'refused', [])] : []),
    ...(parts?.some((part) => part.trim() === '') ? [faultOf('planIncomplete', 'refused', [])] : []),
    ...(plan && plan.version.trim() !== '' && !/^\d+\.\d+\.\d+$/.test(plan.version.trim())
      ? [faultOf('versionInvalid', 'mayBeRefused', [])]
      : []),
    ...(standing ? [] : [faultOf('noStanding', 'refused', [])]),
    ...(authorizations.length > mostAuthorizations
      ? [faultOf('tooMany', 'mayBeRefused', [], { amount: authorizations.length })]
      : []),
    ...(authorizations.some(({ roleId }) => roleId === removesItselfId) ? [] : [noteOf('noDeleteRole', [])]),
  ];
}

/** Azure has answered these with a refusal, or its documentation rules them out in so many words. */
const surelyRefused: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'owner',
  'dataActions',
  'customRole',
  'notEligible',
  'delegatedRolesMissing',
  'delegatedRoleNotAllowed',
]);

function rowFindings(one: Authorization, row: number, { roles, rolesRead }: CheckFacts): CheckFinding[] {
  const rows = [row];
  if (!isGuid(one.roleId)) return [...principalFinding(one, rows), faultOf('roleInvalid', 'refused', rows)];
  const acceptance = acceptanceOf(one, roles);
  const reasons = acceptance.state === 'mayBeRefused' ? acceptance.reasons : [];
  const passesOn = one.roleId === userAccessAdministratorId;
  return [
    ...principalFinding(one, rows),
    // Restricted actions are read off the definition; Azure's own list of them may differ in a detail.
    ...reasons.map((reason) => faultOf(reason, surelyRefused.has(reason) ? 'refused' : 'mayBeRefused', rows)),
    ...(isUnknown(one.roleId, roles, rolesRead) ? [faultOf('roleUnknown', 'mayBeRefused', rows)] : []),
    ...(/^\W*deprecated\b/i.test(roles.get(one.roleId)?.name ?? '')
      ? [faultOf('roleDeprecated', 'mayBeRefused', rows)]
      : []),
    ...(!passesOn && one.delegatedRoleIds.length > 0 ? [faultOf('delegatedRolesUnused', 'mayBeRefused', rows)] : []),
    ...[...new Set(one.delegatedRoleIds)]
      .filter((id) => !isGuid(id) || isUnknown(id, roles, rolesRead))
      .map((roleId) => faultOf('delegatedRoleUnknown', 'mayBeRefused', rows, { roleId })),
  ];
}

/** Nobody can look into the provider's directory: all that shows here is the form of the id. */
function principalFinding({ principalId }: Authorization, rows: readonly number[]): CheckFinding[] {
  return isGuid(principalId) ? [] : [faultOf('principalInvalid', 'refused', rows)];
}

function isUnknown(id: RoleId, roles: RoleDefinitions, rolesRead: boolean): boolean {
  return !roles.has(id) && (rolesRead || roleFromTable(id) === undefined);
}

/** The same principal and role more than once in the same way: one of them says nothing, or contradicts the other. */
function duplicates(authorizations: readonly Authorization[]): CheckFinding[] {
  return placesByKey(authorizations, (one) => `${one.principalId}/${one.roleId}/${one.kind}`)
    .filter((rows) => rows.length > 1)
    .map((rows) => faultOf('duplicate', 'mayBeRefused', rows));
}
