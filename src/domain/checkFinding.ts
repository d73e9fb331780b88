import type { RoleId, TenantId } from './ids.ts';
import type { RefusalReason, RoleDefinitions } from './lighthouseRules.ts';

/** How much a finding weighs: Azure refuses this, it may, or it is only worth knowing. */
export type CheckSeverity = 'refused' | 'mayBeRefused' | 'note';

/** Everything that the check can find. The sentences are in the catalogs. */
export type CheckCode =
  | RefusalReason
  | 'tenantInvalid'
  | 'ownTenant'
  | 'planIncomplete'
  | 'versionInvalid'
  | 'noStanding'
  | 'tooMany'
  | 'principalInvalid'
  | 'roleInvalid'
  | 'roleUnknown'
  | 'roleDeprecated'
  | 'delegatedRolesUnused'
  | 'delegatedRoleUnknown'
  | 'eligibleInThisCloud'
  | 'durationOutOfRange'
  | 'tooManyApprovers'
  | 'approverInvalid'
  | 'policyDiffers'
  | 'noStandingBeside'
  | 'standingMakesMoot'
  | 'principalKindUnknown'
  | 'duplicate'
  | 'noDeleteRole';

/** One thing that was found. */
export interface CheckFinding {
  readonly code: CheckCode;
  readonly severity: CheckSeverity;
  /** Who can put it right; `nobody` where there is nothing wrong. */
  readonly fault: 'provider' | 'nobody';
  /** The authorizations that are meant: their places in the offer's list, from 0. Empty: the offer as a whole. */
  readonly rows: readonly number[];
  /** The role that is meant, where it is not the row's own. */
  readonly roleId?: RoleId;
  /** The number that is meant: how many authorizations, approvers or minutes there are. */
  readonly amount?: number;
}

/** What an offer is checked against. */
export interface CheckFacts {
  /** The customer's own tenant: it cannot manage itself. */
  readonly tenantId?: TenantId;
  /** The roles as Azure defines them now, as far as they could be read. */
  readonly roles: RoleDefinitions;
  /** Whether Azure was asked for every role of the offer: then a role that is not among them does not exist there. */
  readonly rolesRead: boolean;
  /** `national`: a cloud that knows no eligible authorizations. */
  readonly cloud?: 'public' | 'national';
}

/** A finding that the provider can put right. */
export function faultOf(
  code: CheckCode,
  severity: Exclude<CheckSeverity, 'note'>,
  rows: readonly number[],
  more: Pick<CheckFinding, 'roleId' | 'amount'> = {},
): CheckFinding {
  return { code, severity, fault: 'provider', rows, ...more };
}

/** A finding with which nothing is wrong. */
export function noteOf(code: CheckCode, rows: readonly number[]): CheckFinding {
  return { code, severity: 'note', fault: 'nobody', rows };
}

/** The places of what has the same key, each group in order. */
export function placesByKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [place, item] of items.entries()) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}
