import { faultOf, noteOf, placesByKey, type CheckFacts, type CheckFinding } from './checkFinding.ts';
import { isGuid } from './ids.ts';
import type { Authorization } from './offer.ts';

/* The rules for just-in-time access: https://learn.microsoft.com/azure/lighthouse/how-to/create-eligible-authorizations */

const shortest = 30;
const longest = 480;
const mostApprovers = 10;

interface Row {
  readonly one: Authorization;
  readonly row: number;
}

/** What speaks against the just-in-time part of an offer, and what is worth knowing about it. */
export function eligibleFindings(
  authorizations: readonly Authorization[],
  { cloud = 'public' }: Pick<CheckFacts, 'cloud'>,
): readonly CheckFinding[] {
  const all = authorizations.map((one, row) => ({ one, row }));
  const eligible = all.filter(({ one }) => one.kind === 'eligible');
  if (eligible.length === 0) return [];
  const rows = placesOf(eligible);
  const standing = all.filter(({ one }) => one.kind === 'standing');
  return [
    ...(cloud === 'national' ? [faultOf('eligibleInThisCloud', 'refused', rows)] : []),
    ...eligible.flatMap(termsOf),
    ...policyDiffers(eligible),
    ...eligible
      .filter(({ one }) => !standing.some((other) => other.one.principalId === one.principalId))
      .map(({ row }) => noteOf('noStandingBeside', [row])),
    ...eligible.flatMap(({ one, row }) => {
      const same = standing.filter(
        (other) => other.one.principalId === one.principalId && other.one.roleId === one.roleId,
      );
      return same.length > 0 ? [noteOf('standingMakesMoot', [row, ...placesOf(same)])] : [];
    }),
    noteOf('principalKindUnknown', rows),
  ];
}

function placesOf(several: readonly Row[]): number[] {
  return several.map(({ row }) => row);
}

function termsOf({ one: { justInTime }, row }: Row): CheckFinding[] {
  if (justInTime === undefined) return [];
  const { maximumMinutes, approvers } = justInTime;
  return [
    ...(maximumMinutes < shortest || maximumMinutes > longest
      ? [faultOf('durationOutOfRange', 'refused', [row], { amount: maximumMinutes })]
      : []),
    ...(approvers.length > mostApprovers
      ? [faultOf('tooManyApprovers', 'refused', [row], { amount: approvers.length })]
      : []),
    ...(approvers.every(({ principalId }) => isGuid(principalId))
      ? []
      : [faultOf('approverInvalid', 'refused', [row])]),
  ];
}

/** One role has one policy: duration, MFA and approvers must not differ from principal to principal. */
function policyDiffers(eligible: readonly Row[]): CheckFinding[] {
  return placesByKey(eligible, ({ one }) => one.roleId)
    .map((places) => places.flatMap((place) => eligible[place] ?? []))
    .filter((several) => new Set(several.map(({ one }) => policyOf(one))).size > 1)
    .map((several) => faultOf('policyDiffers', 'refused', placesOf(several)));
}

/** Without a policy Azure's defaults hold: no MFA, 8 hours, nobody approves. */
function policyOf({ justInTime }: Authorization): string {
  const { mfa = false, maximumMinutes = longest, approvers = [] } = justInTime ?? {};
  return JSON.stringify([mfa, maximumMinutes, approvers.map(({ principalId }) => principalId).toSorted()]);
}
