import type { HeldRole } from './estate.ts';
import { idKey, type RoleId } from './ids.ts';

/** A role that the person could activate, with what a request for it has to name. */
export interface EligibleRole extends HeldRole {
  /** The id of the eligibility's schedule. */
  readonly eligibility: string;
  /** What the scope is called, where Azure says so. */
  readonly scopeName?: string;
}

/**
 * What activating a role asks for.
 * https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-resource-roles-configure-role-settings
 */
export interface ActivationRules {
  readonly maximumMinutes: number;
  readonly justification: boolean;
  readonly ticket: boolean;
  readonly mfa: boolean;
  readonly approval: boolean;
}

/** `applying`: taken, not in force yet. `pending`: somebody has to approve it. */
export type ActivationState = 'active' | 'applying' | 'pending' | 'denied' | 'failed' | 'over';

/** What became of one request to activate a role. */
export interface Activation {
  readonly name: string;
  readonly scope: string;
  readonly roleId: RoleId;
  readonly state: ActivationState;
  /** ISO 8601 */
  readonly askedAt?: string;
  readonly endsAt?: string;
}

/** What a person fills in. */
export interface ActivationWish {
  readonly minutes: number;
  readonly justification: string;
  readonly ticketSystem: string;
  readonly ticketNumber: string;
}

/** One request to activate a role; sent again under the same name it is the same request. */
export interface ActivationRequest extends ActivationWish {
  /** A GUID, made before the first attempt. */
  readonly name: string;
  readonly role: Pick<EligibleRole, 'roleId' | 'scope' | 'eligibility'>;
}

/** What is still missing before a wish can be sent. */
export function missingOf(wish: ActivationWish, rules: ActivationRules): readonly ('justification' | 'ticket')[] {
  const noTicket = wish.ticketSystem.trim() === '' || wish.ticketNumber.trim() === '';
  return [
    ...(rules.justification && wish.justification.trim() === '' ? (['justification'] as const) : []),
    ...(rules.ticket && noTicket ? (['ticket'] as const) : []),
  ];
}

/** The durations to choose from: ordinary ones up to the longest that is allowed, and that one itself. In minutes. */
export function durationsUpTo(maximum: number): readonly number[] {
  return [...new Set([30, 60, 120, 240, 480, 720].filter((minutes) => minutes < maximum)), maximum];
}

/**
 * Where a role of the person stands: what is in force, else what is waited for, else how the latest request ended.
 * Nothing where none was made, or the latest is over.
 */
export function standingOf(
  role: Pick<HeldRole, 'roleId' | 'scope'>,
  activations: readonly Activation[],
): Activation | undefined {
  const mine = activations
    .filter((each) => each.roleId === role.roleId && idKey(each.scope) === idKey(role.scope))
    .toSorted((one, other) => (other.askedAt ?? '').localeCompare(one.askedAt ?? ''));
  const going = mine.find(({ state }) => state === 'active') ?? mine.find(({ state }) => waits(state));
  if (going) return going;
  return mine[0]?.state === 'over' ? undefined : mine[0];
}

/** Whether a request has not ended yet. */
export function waits(state: ActivationState): boolean {
  return state === 'pending' || state === 'applying';
}

/**
 * When the first of the roles that are active ends, as an instant in ms; nothing where none is active. Where all of them
 * have ended since they were read, when the last one did.
 */
export function endOfActive(activations: readonly Activation[], now: number): number | undefined {
  const ends = activations.flatMap(({ state, endsAt }) =>
    state === 'active' && endsAt !== undefined ? [Date.parse(endsAt)] : [],
  );
  const ahead = ends.filter((end) => end > now);
  if (ahead.length > 0) return Math.min(...ahead);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}
