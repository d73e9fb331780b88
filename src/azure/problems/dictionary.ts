import type { ProblemFacts } from '../../domain/problem.ts';
import type { ErrorAnswer } from './answer.ts';
import { readChallenge, speaksOfMfa } from './challenge.ts';
import { actionAndScope, policyIn, roleIn } from './parts.ts';

/** One line of the dictionary: an error that has one of the codes, says this and came with this status, where given. */
export interface Entry {
  readonly codes?: readonly string[];
  readonly says?: RegExp;
  readonly status?: number;
  meaning(message: string, answer: ErrorAnswer): ProblemFacts;
}

const badOffer = ['InvalidRegistrationDefinitionCreateRequest'];
const activationRules = { Justification: 'justification', Ticketing: 'ticket', Expiration: 'duration' } as const;
const badDelegation = ['InvalidRegistrationAssignmentCreateRequest'];

/**
 * What Azure's errors mean, by code and message. The first entry that fits wins, so the exact ones come first. Some
 * messages have no code of their own in what was published; those are known by what they say alone.
 * https://learn.microsoft.com/azure/lighthouse/how-to/onboard-customer#troubleshooting
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export const dictionary: readonly Entry[] = [
  // Who asks
  {
    codes: ['RequestDisallowedByPolicy', 'RequestDisallowedByAzure'],
    says: speaksOfMfa,
    meaning: (_, answer) => ({ code: 'mfaNeeded', ...claimsOf(answer) }),
  },
  { codes: ['RequestDisallowedByPolicy'], meaning: (_, answer) => ({ code: 'deniedByPolicy', ...policyIn(answer) }) },
  {
    codes: ['InsufficientPrivilegesForManagedServiceResource', 'ClassicAdministratorListFailed'],
    meaning: () => ({ code: 'notOwner' }),
  },
  { codes: ['DenyAssignmentAuthorizationFailed'], meaning: () => ({ code: 'deniedByDenyAssignment' }) },
  { codes: ['AuthorizationFailed'], says: /deny assignment/i, meaning: () => ({ code: 'deniedByDenyAssignment' }) },
  {
    codes: ['AuthorizationFailed', 'LinkedAuthorizationFailed'],
    meaning: (message) => ({ code: 'notAllowed', ...actionAndScope(message) }),
  },
  // For a role that has to be activated first. Known from what people report; Azure publishes neither codes nor messages.
  {
    codes: ['RoleAssignmentRequestAcrsValidationFailed'],
    meaning: (_, answer) => ({ code: 'mfaNeeded', ...claimsOf(answer) }),
  },
  { codes: ['RoleAssignmentRequestPolicyValidationFailed'], says: /MfaRule/, meaning: () => ({ code: 'mfaNeeded' }) },
  ...(['Justification', 'Ticketing', 'Expiration'] as const).map((rule): Entry => ({
    codes: ['RoleAssignmentRequestPolicyValidationFailed'],
    says: new RegExp(`${rule}Rule`),
    meaning: () => ({ code: 'activationRefused', rule: activationRules[rule] }),
  })),
  { codes: ['RoleAssignmentRequestPolicyValidationFailed'], meaning: () => ({ code: 'activationRefused' }) },
  { codes: ['PendingRoleAssignmentRequest'], meaning: () => ({ code: 'activationPending' }) },
  { codes: ['RoleAssignmentExists'], meaning: () => ({ code: 'activationExists' }) },
  // Where
  {
    codes: ['MissingSubscriptionRegistration', 'SubscriptionNotRegistered'],
    meaning: () => ({ code: 'notRegistered' }),
  },
  { says: /must be registered to use namespace/i, meaning: () => ({ code: 'notRegistered' }) },
  {
    codes: ['SubscriptionNotFound', 'InvalidSubscriptionId', 'ResourceGroupNotFound', 'ResourceGroupBeingDeleted'],
    meaning: () => ({ code: 'scopeNotFound' }),
  },
  // The subscription moved to another tenant: this sign-in no longer reaches it.
  { codes: ['InvalidAuthenticationTokenTenant'], meaning: () => ({ code: 'scopeNotFound' }) },
  {
    codes: ['ReadOnlyDisabledSubscription', 'DisabledSubscription', 'SubscriptionDisabled', 'DisallowedOperation'],
    meaning: () => ({ code: 'subscriptionDisabled' }),
  },
  { codes: ['ScopeLocked'], meaning: () => ({ code: 'locked' }) },
  // What the offer says
  { codes: badOffer, says: /as ManagedByTenantId/i, meaning: () => ({ code: 'ownTenant' }) },
  {
    says: /is not (?:a )?valid tenant|The tenant '[^']*' .*not be found/i,
    meaning: () => ({ code: 'managingTenantUnknown' }),
  },
  {
    codes: ['RegistrationDefinitionInvalidUpdate'],
    says: /ManagedByTenantId/i,
    meaning: () => ({ code: 'managingTenantChanged' }),
  },
  {
    says: /role definition .*with data actions/is,
    meaning: (message) => ({ code: 'roleNotAllowed', why: 'dataActions', ...roleIn(message) }),
  },
  {
    says: /role definition .*is restricted for eligible/is,
    meaning: (message) => ({ code: 'roleNotAllowed', why: 'eligible', ...roleIn(message) }),
  },
  {
    says: /role definition .*(?:restricted actions|is restricted for registration)/is,
    meaning: (message) => ({ code: 'roleNotAllowed', why: 'restricted', ...roleIn(message) }),
  },
  {
    codes: badOffer,
    says: /role definition .*(?:not allowed|only allowed|restricted|not found|does not exist)/is,
    meaning: (message) => ({ code: 'roleNotAllowed', why: 'other', ...roleIn(message) }),
  },
  { codes: ['PrincipalTypeNotSupported', 'PrincipalNotFound'], meaning: () => ({ code: 'principalInvalid' }) },
  {
    says: /Principals of type Application|invalid principal object identifiers|PrincipalId '[^']*' must be a valid Guid/i,
    meaning: () => ({ code: 'principalInvalid' }),
  },
  { says: /has not onboarded to PIM/i, meaning: () => ({ code: 'offerInvalid' }) },
  // Nobody has published how the service would refuse acceptance outside the portal; terms not accepted is what it says of other offers.
  {
    codes: ['ResourcePurchaseValidationFailed', 'MarketplacePurchaseEligibilityFailed'],
    says: /legal terms|in the Azure portal/i,
    meaning: () => ({ code: 'acceptInPortal' }),
  },
  {
    codes: ['ResourcePurchaseValidationFailed', 'MarketplacePurchaseEligibilityFailed'],
    meaning: () => ({ code: 'offerInvalid' }),
  },
  { codes: [...badOffer, 'RegistrationDefinitionInvalidUpdate'], meaning: () => ({ code: 'offerInvalid' }) },
  // What it refers to
  {
    codes: ['MultipleRegistrationAssignmentsNotAllowed'],
    meaning: () => ({ code: 'alreadyDelegated' }),
  },
  { says: /Another registration assignment present at this scope/i, meaning: () => ({ code: 'alreadyDelegated' }) },
  {
    codes: [...badDelegation, 'RegistrationDefinitionNotFound'],
    says: /not (?:be )?found|does not exist/i,
    meaning: () => ({ code: 'copyMissing' }),
  },
  { codes: ['RegistrationDefinitionNotFound'], meaning: () => ({ code: 'copyMissing' }) },
  {
    codes: badDelegation,
    says: /already refers to another/i,
    meaning: () => ({ code: 'changedByOther', what: 'delegation' }),
  },
  { codes: badDelegation, status: 409, meaning: () => ({ code: 'copyNotReady' }) },
  /*
   * Nobody has published how a reference to a copy in another subscription is refused. This is the closed list of what
   * is taken for it, and the only place: a run stores a copy of the offer after `referenceRefused` and nothing else.
   */
  { codes: badDelegation, status: 400, meaning: () => ({ code: 'referenceRefused' }) },
  { codes: ['InvalidRegistrationDefinitionDeleteRequest'], meaning: () => ({ code: 'copyInUse' }) },
  // How much
  {
    codes: ['RetryableErrorDueToAnotherOperation', 'TooManyRequests', 'RateLimiting'],
    meaning: () => ({ code: 'throttled' }),
  },
  {
    codes: ['SubscriptionRequestsThrottled', 'TenantRequestsThrottled', 'ResourceRequestsThrottled'],
    meaning: () => ({ code: 'throttled' }),
  },
  // With whose token
  {
    codes: ['ExpiredAuthenticationToken', 'InvalidAuthenticationToken', 'AuthenticationFailed'],
    meaning: (_, answer) =>
      readChallenge(answer).moreNeeded
        ? { code: 'mfaNeeded', ...claimsOf(answer) }
        : { code: 'signInNeeded', ...claimsOf(answer) },
  },
];

function claimsOf(answer: ErrorAnswer): { readonly claims?: string } {
  const { claims } = readChallenge(answer);
  return claims === undefined ? {} : { claims };
}

/** What an error means, by what Azure named it; `undefined` when the dictionary has no entry for it. */
export function lookUp(answer: ErrorAnswer): ProblemFacts | undefined {
  for (const entry of dictionary) {
    if (entry.status !== undefined && entry.status !== answer.status) continue;
    const error = answer.errors.find((each) => fits(entry, each.code, each.message));
    if (error) return entry.meaning(error.message ?? '', answer);
  }
  return undefined;
}

function fits(entry: Entry, code: string | undefined, message: string | undefined): boolean {
  const codeFits = entry.codes?.some((known) => known.toLowerCase() === code?.toLowerCase()) ?? true;
  return codeFits && (entry.says?.test(message ?? '') ?? true);
}
