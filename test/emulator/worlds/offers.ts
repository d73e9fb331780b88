import type { Authorization, CatalogOffer, EligibleAuthorization, Plan, Principal } from '../model.ts';
import { providerPrincipals as people } from './people.ts';
import { roleId } from './roleCatalog.ts';
import { fabrikam, northwind } from './tenants.ts';

/** What a provider hands out: everything a copy of it holds. Without `plan` it is an ARM template. */
export interface Offer {
  readonly managedByTenantId: string;
  readonly name: string;
  readonly description: string;
  readonly plan?: Plan;
  readonly authorizations: readonly Authorization[];
  readonly eligibleAuthorizations?: readonly EligibleAuthorization[];
}

/** An authorization as providers write it: principal and role by id, with a name for people. */
export function authorization(
  principal: Principal,
  roleName: string,
  delegatedRoles?: readonly string[],
): Authorization {
  return {
    principalId: principal.id,
    principalIdDisplayName: principal.displayName,
    roleDefinitionId: roleId(roleName),
    ...(delegatedRoles && { delegatedRoleDefinitionIds: delegatedRoles.map(roleId) }),
  };
}

/** A just-in-time authorization with multi-factor authentication, for `duration` at a time (ISO 8601). */
function justInTime(
  principal: Principal,
  roleName: string,
  duration: string,
  approvers: readonly Principal[] = [],
): EligibleAuthorization {
  return {
    principalId: principal.id,
    principalIdDisplayName: principal.displayName,
    roleDefinitionId: roleId(roleName),
    justInTimeAccessPolicy: {
      multiFactorAuthProvider: 'Azure',
      maximumActivationDuration: duration,
      managedByTenantApprovers: approvers.map(({ id, displayName }) => ({
        principalId: id,
        principalIdDisplayName: displayName,
      })),
    },
  };
}

function northwindPlan(version: string): Plan {
  return { publisher: 'northwind', product: 'managed-platform', name: 'standard', version };
}

/** The offer of the demo: `northwind.managed-platform.standard` 1.0.0. */
export const managedPlatform: Offer = {
  managedByTenantId: northwind.id,
  name: 'Northwind Managed Platform',
  description:
    'Round-the-clock operation of your Azure platform: monitoring, patching of virtual machines, incident handling and a monthly report. Engineers receive elevated access only when they need it.',
  plan: northwindPlan('1.0.0'),
  authorizations: [
    authorization(people.serviceDesk, 'Reader'),
    authorization(people.serviceDesk, 'Support Request Contributor'),
    authorization(people.monitoring, 'Monitoring Reader'),
    authorization(people.vmOperations, 'Virtual Machine Contributor'),
    authorization(people.platformEngineers, 'Reader'),
    authorization(people.offboarding, 'Managed Services Registration assignment Delete Role'),
  ],
  eligibleAuthorizations: [justInTime(people.platformEngineers, 'Contributor', 'PT4H', [people.dutyManagers])],
};

/** The next version of it: asks for more (networks, access for managed identities) and for longer. */
export const managedPlatformNext: Offer = {
  ...managedPlatform,
  plan: northwindPlan('1.1.0'),
  authorizations: [
    ...managedPlatform.authorizations.filter(({ principalId }) => principalId !== people.monitoring.id),
    authorization(people.monitoring, 'Monitoring Contributor'),
    authorization(people.platformEngineers, 'Network Contributor'),
    authorization(people.deployment, 'User Access Administrator', ['Contributor', 'Monitoring Reader']),
  ],
  eligibleAuthorizations: [justInTime(people.platformEngineers, 'Contributor', 'PT8H')],
};

/** A second offer of the same provider. Shares service desk + Reader with the first: removing one can hurt the other. */
export const backupCare: Offer = {
  managedByTenantId: northwind.id,
  name: 'Northwind Backup Care',
  description: 'Daily check of your backups, restore tests every quarter, restores on request.',
  plan: { publisher: 'northwind', product: 'backup-care', name: 'essentials', version: '2.3.0' },
  authorizations: [
    authorization(people.serviceDesk, 'Reader'),
    authorization(people.backupTeam, 'Backup Contributor'),
    authorization(people.backupTeam, 'Site Recovery Reader'),
  ],
};

/** A template offer: no plan, no marketplace, no newer version to be told about. */
export const securityWatch: Offer = {
  managedByTenantId: fabrikam.id,
  name: 'Fabrikam Security Watch',
  description:
    '보안 경고를 24시간 감시하고 사고에 대응합니다. / Watches security alerts around the clock and responds to incidents.',
  authorizations: [
    authorization(people.securityAnalysts, 'Security Reader'),
    authorization(people.securityAnalysts, 'Microsoft Sentinel Responder'),
    authorization(people.incidentResponse, 'Reader'),
  ],
  eligibleAuthorizations: [justInTime(people.incidentResponse, 'Security Admin', 'PT2H')],
};

/** A pilot that was ended by removing its delegations and forgetting the rest; names a person instead of a group. */
export const costReview: Offer = {
  managedByTenantId: fabrikam.id,
  name: 'Fabrikam Cost Review (pilot)',
  description: '',
  authorizations: [authorization(people.costAnalyst, 'Cost Management Reader')],
};

/** The catalog entry of an offer with a plan. Throws for a template offer, which no marketplace knows. */
export function catalogOffer(
  offer: Offer,
  publisher: string,
  planName: string,
  privateTo?: readonly string[],
): CatalogOffer {
  if (!offer.plan) throw new Error(`${offer.name} has no marketplace plan.`);
  return {
    plan: offer.plan,
    managedByTenantId: offer.managedByTenantId,
    offerDisplayName: offer.name,
    publisherDisplayName: publisher,
    planDisplayName: planName,
    authorizations: offer.authorizations,
    ...(offer.eligibleAuthorizations && { eligibleAuthorizations: offer.eligibleAuthorizations }),
    ...(privateTo && { privateTo }),
  };
}
