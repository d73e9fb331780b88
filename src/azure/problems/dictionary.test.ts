import { createHttpHeaders, createPipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import type { Problem, ProblemFacts } from '../../domain/problem.ts';
import { readAnswer } from './answer.ts';
import { dictionary } from './dictionary.ts';
import { problemOfAnswer } from './problems.ts';

const request = createPipelineRequest({
  url: 'https://management.azure.com/x',
  headers: createHttpHeaders({ 'x-ms-client-request-id': 'mine' }),
});

function response(status: number, body: unknown, headers: Record<string, string> = {}): PipelineResponse {
  const bodyAsText = typeof body === 'string' ? body : JSON.stringify(body);
  return { request, status, headers: createHttpHeaders(headers), bodyAsText };
}

function factsOf({ azure: _, ...facts }: Problem): ProblemFacts {
  return facts;
}

function meaning(status: number, code: string | undefined, message: string): ProblemFacts {
  return factsOf(
    problemOfAnswer(readAnswer(response(status, { error: { code, message } }), request), { kind: 'write' }),
  );
}

const role = '92aaf0da-9dab-42b6-94a3-d43ce8d16293';
const badOffer = 'InvalidRegistrationDefinitionCreateRequest';
const badDelegation = 'InvalidRegistrationAssignmentCreateRequest';
const refusedActivation = 'RoleAssignmentRequestPolicyValidationFailed';
const action = 'Microsoft.ManagedServices/registrationAssignments/write';
const scope = '/subscriptions/0a';

/** Azure's own texts, as quoted in public issues and documentation. */
const rows: readonly (readonly [number, string | undefined, string, ProblemFacts])[] = [
  [
    403,
    'InsufficientPrivilegesForManagedServiceResource',
    "The requested user doesn't have sufficient privileges to perform the operation.",
    { code: 'notOwner' },
  ],
  [
    400,
    'ClassicAdministratorListFailed',
    "Failed to list classic administrators of subscription '0a': 'The subscription ID was not found.'.",
    { code: 'notOwner' },
  ],
  [
    403,
    'AuthorizationFailed',
    `The client 'x' with object id 'y' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    { code: 'notAllowed', action, scope },
  ],
  [
    403,
    'LinkedAuthorizationFailed',
    `The client has permission to perform action 'a' on scope 'b'; however, it does not have permission`,
    { code: 'notAllowed', action: 'a', scope: 'b' },
  ],
  [403, 'AuthorizationFailed', 'Refused.', { code: 'notAllowed' }],
  [
    403,
    'DenyAssignmentAuthorizationFailed',
    "… the access is denied because of the deny assignment with name 'x' …",
    { code: 'deniedByDenyAssignment' },
  ],
  [
    403,
    'AuthorizationFailed',
    'The access is denied because of the deny assignment with name x.',
    { code: 'deniedByDenyAssignment' },
  ],
  [
    409,
    'MissingSubscriptionRegistration',
    "The subscription is not registered to use namespace 'Microsoft.ManagedServices'.",
    { code: 'notRegistered' },
  ],
  [
    400,
    undefined,
    "The managed services resource provider not allowed to access the subscription '0a'. The subscription must be registered to use namespace 'Microsoft.ManagedServices'.",
    { code: 'notRegistered' },
  ],
  [404, 'SubscriptionNotFound', "The subscription '0a' could not be found.", { code: 'scopeNotFound' }],
  [404, 'ResourceGroupNotFound', "Resource group 'rg' could not be found.", { code: 'scopeNotFound' }],
  [401, 'InvalidAuthenticationTokenTenant', 'The access token is from the wrong issuer …', { code: 'scopeNotFound' }],
  [
    409,
    'ReadOnlyDisabledSubscription',
    "The subscription '0a' is disabled and therefore marked as read only.",
    { code: 'subscriptionDisabled' },
  ],
  [
    409,
    'ScopeLocked',
    "The scope '0a' cannot perform write operation because following scope(s) are locked",
    { code: 'locked' },
  ],
  [
    400,
    badOffer,
    "The registration definition 'd' not allowed to use the 't' as ManagedByTenantId.",
    { code: 'ownTenant' },
  ],
  [400, badOffer, "… with given Managedby TenantId 't' is not valid tenant", { code: 'managingTenantUnknown' }],
  [
    400,
    badOffer,
    "The tenant 't' named in registration definition 'd' could not be found.",
    { code: 'managingTenantUnknown' },
  ],
  [
    400,
    'RegistrationDefinitionInvalidUpdate',
    "The registration definition 'd': ManagedByTenantId not allowed to update",
    { code: 'managingTenantChanged' },
  ],
  [400, 'RegistrationDefinitionInvalidUpdate', 'Something else about it.', { code: 'offerInvalid' }],
  [
    400,
    badOffer,
    `The role definition '${role}' with data actions not allowed for registration definition 'd'. Only built in role definitions without any data and notData actions are allowed.`,
    roleProblem('dataActions'),
  ],
  [
    400,
    badOffer,
    `The role definition '${role}' is not allowed for registration definition 'd' because of restricted actions.`,
    roleProblem('restricted'),
  ],
  [400, badOffer, `The role definition '${role}' is restricted for registration`, roleProblem('restricted')],
  [
    400,
    badOffer,
    `The role definition '${role}' is restricted for eligible authorization in registration definition 'd'. Restricted role definitions are '8e3af657-a8ff-443c-a75c-2fe8c4bcb635;18d7d88d-d35e-4fb5-a5c3-7773c20a72d9'.`,
    roleProblem('eligible'),
  ],
  [
    400,
    badOffer,
    `The role definition '${role}' used in registration definition 'd' does not exist.`,
    roleProblem('other'),
  ],
  [400, badOffer, "The role definition 'nonsense' does not exist.", { code: 'roleNotAllowed', why: 'other' }],
  [400, badOffer, 'The resource contains invalid principal object identifiers', { code: 'principalInvalid' }],
  [
    400,
    undefined,
    'Principals of type Application cannot validly be used in role assignments.',
    { code: 'principalInvalid' },
  ],
  [400, 'PrincipalTypeNotSupported', 'Principals of type Application …', { code: 'principalInvalid' }],
  [400, badOffer, "The PrincipalId 'p' must be a valid Guid.", { code: 'principalInvalid' }],
  [
    400,
    badOffer,
    "The eligible authorizations with same roleDefinitionId 'r' must use same justInTimeAccessPolicy",
    { code: 'offerInvalid' },
  ],
  [
    400,
    'RoleAssignmentRequestAcrsValidationFailed',
    '&claims=%7B%22access_token%22%3A%7B%22acrs%22%3A%7B%22essential%22%3Atrue%2C%22value%22%3A%22c1%22%7D%7D%7D',
    { code: 'mfaNeeded', claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' },
  ],
  [400, refusedActivation, 'The following policy rules failed: ["MfaRule"]', { code: 'mfaNeeded' }],
  [
    400,
    refusedActivation,
    'The following policy rules failed: ["JustificationRule"]',
    { code: 'activationRefused', rule: 'justification' },
  ],
  [
    400,
    refusedActivation,
    'The following policy rules failed: ["TicketingRule"]',
    { code: 'activationRefused', rule: 'ticket' },
  ],
  [
    400,
    refusedActivation,
    'The following policy rules failed: ["ExpirationRule"]',
    { code: 'activationRefused', rule: 'duration' },
  ],
  [400, refusedActivation, 'The following policy rules failed: ["Another"]', { code: 'activationRefused' }],
  [400, 'PendingRoleAssignmentRequest', 'There is an existing pending request.', { code: 'activationPending' }],
  [400, 'RoleAssignmentExists', 'The Role assignment already exists.', { code: 'activationExists' }],
  [400, undefined, 'The tenant has not onboarded to PIM.', { code: 'offerInvalid' }],
  [400, 'ResourcePurchaseValidationFailed', 'The plan could not be found.', { code: 'offerInvalid' }],
  [400, 'MarketplacePurchaseEligibilityFailed', 'Legal terms were not accepted.', { code: 'acceptInPortal' }],
  [400, 'MarketplacePurchaseEligibilityFailed', 'Not for this subscription.', { code: 'offerInvalid' }],
  [
    409,
    'MultipleRegistrationAssignmentsNotAllowed',
    'Multiple registration assignments are not allowed.',
    { code: 'alreadyDelegated' },
  ],
  [
    409,
    undefined,
    "Another registration assignment present at this scope '0a' for registration definition 'd'.",
    { code: 'alreadyDelegated' },
  ],
  [409, badDelegation, 'The registration definition is not ready.', { code: 'copyNotReady' }],
  [400, badDelegation, "The registration definition 'd' could not be found.", { code: 'copyMissing' }],
  [404, 'RegistrationDefinitionNotFound', 'Gone.', { code: 'copyMissing' }],
  [
    400,
    badDelegation,
    "The registration assignment 'a' already refers to another registration definition, 'd'.",
    { code: 'changedByOther', what: 'delegation' },
  ],
  [
    400,
    badDelegation,
    "The registration definition 'd' must be in the same subscription as the registration assignment.",
    { code: 'referenceRefused' },
  ],
  [409, 'InvalidRegistrationDefinitionDeleteRequest', 'In use.', { code: 'copyInUse' }],
  [409, 'RetryableErrorDueToAnotherOperation', 'Another operation is in progress.', { code: 'throttled' }],
  [429, 'SubscriptionRequestsThrottled', "Number of 'write' requests …", { code: 'throttled' }],
  [429, undefined, 'Slow down.', { code: 'throttled' }],
  [
    401,
    'ExpiredAuthenticationToken',
    'The access token expiry UTC time is earlier than now.',
    { code: 'signInNeeded' },
  ],
  [
    403,
    'RequestDisallowedByPolicy',
    'Resource \'d\' was disallowed by policy. Policy identifiers: \'[{"policyAssignment":{"name":"Allowed providers","id":"/a/b"},"policyDefinition":{"name":"Allow managing tenant ids","id":"/c"}}]\'.',
    { code: 'deniedByPolicy', policy: 'Allowed providers', policyId: '/a/b' },
  ],
  [403, 'RequestDisallowedByPolicy', "Resource 'd' was disallowed by policy.", { code: 'deniedByPolicy' }],
  [
    403,
    'RequestDisallowedByPolicy',
    'Resource was disallowed by policy. Reasons: MFA is required.',
    { code: 'mfaNeeded' },
  ],
  [
    401,
    'RequestDisallowedByPolicy',
    'Resource was disallowed by policy. Users must use MFA for Create operation.',
    { code: 'mfaNeeded' },
  ],
  [500, 'InternalServerError', 'Oops.', { code: 'azureDown' }],
  [503, 'ServiceUnavailable', 'Later.', { code: 'azureDown' }],
  [403, 'SomethingNew', 'No.', { code: 'notAllowed' }],
  [
    400,
    'InvalidRegistrationDefinitionUri',
    "The registration definition request scope should be '/subscriptions/<subscriptionId>'.",
    { code: 'unexpected' },
  ],
  [
    400,
    undefined,
    "managed services operations with eligible authorizations only allowed with api-version greater and equal to '2020-02-01-preview'",
    { code: 'unexpected' },
  ],
];

function roleProblem(why: 'dataActions' | 'restricted' | 'eligible' | 'other'): ProblemFacts {
  // The GUID is in canonical form as it stands.
  return {
    code: 'roleNotAllowed',
    why,
    roleId: role as NonNullable<Extract<ProblemFacts, { code: 'roleNotAllowed' }>['roleId']>,
  };
}

describe('what an error of Azure means', () => {
  it.each(rows)('%i %s %s', (status, code, message, expected) => {
    expect(meaning(status, code, message)).toEqual(expected);
  });

  it('has no entry that nothing above reaches', () => {
    const reached = new Set<number>();
    for (const [status, code, message] of rows) {
      const fits = dictionary.findIndex(
        (entry) =>
          (entry.status ?? status) === status &&
          (entry.codes?.some((known) => known === code) ?? true) &&
          (entry.says?.test(message) ?? true),
      );
      reached.add(fits);
    }
    expect(dictionary.map((_, index) => index).filter((index) => !reached.has(index))).toEqual([]);
  });

  it('reads errors that are not wrapped, and those inside others', () => {
    const unwrapped = response(409, { code: 'ScopeLocked', message: 'Locked.' });
    expect(problemOfAnswer(readAnswer(unwrapped, request), { kind: 'write' }).code).toBe('locked');
    const details = [
      { code: 'Inner', message: 'x', details: [{ code: 'MissingSubscriptionRegistration', message: 'y' }] },
    ];
    const nested = response(400, { error: { code: 'DeploymentFailed', message: 'See details.', details } });
    expect(problemOfAnswer(readAnswer(nested, request), { kind: 'write' })).toMatchObject({
      code: 'notRegistered',
      azure: { code: 'DeploymentFailed' },
    });
  });

  it('takes the policy from additionalInfo where it is there', () => {
    const info = {
      policyAssignmentDisplayName: 'Providers we trust',
      policyAssignmentId: '/p',
      policyAssignmentName: 'n',
    };
    const additionalInfo = [{ type: 'PolicyViolation', info }];
    const error = { code: 'RequestDisallowedByPolicy', message: 'Disallowed.', additionalInfo };
    const answer = readAnswer(response(403, { error }), request);
    expect(factsOf(problemOfAnswer(answer, { kind: 'write' }))).toEqual({
      code: 'deniedByPolicy',
      policy: 'Providers we trust',
      policyId: '/p',
    });
  });

  it('keeps what Azure said, and the ids to find it by', () => {
    const answer = response(
      409,
      { error: { code: 'ScopeLocked', message: 'Locked.' } },
      { 'x-ms-request-id': 'theirs' },
    );
    expect(problemOfAnswer(readAnswer(answer, request), { kind: 'read' }).azure).toEqual({
      status: 409,
      code: 'ScopeLocked',
      message: 'Locked.',
      clientRequestId: 'mine',
      requestId: 'theirs',
    });
  });
});
