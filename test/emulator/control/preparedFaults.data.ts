import type { FaultAction, FaultMoment, PagingTrick } from '../faults/rules.ts';

/** A fault a person can choose on the control page. */
export interface PreparedFault {
  /** What kind of trouble it is: a heading in the list. */
  readonly family: string;
  readonly name: string;
  readonly title: string;
  readonly route: string;
  readonly action: FaultAction;
}

type Prepared = Omit<PreparedFault, 'family'>;

const assignment = '/subscriptions/**/registrationAssignments/*';
const assignmentWrites = `PUT ${assignment}`;
const assignmentReads = `GET ${assignment}`;
const register = 'POST /subscriptions/*/providers/Microsoft.ManagedServices/register';
const registration = 'GET /subscriptions/*/providers/Microsoft.ManagedServices';
const anyArm = '* /subscriptions/**';
const groupLists = 'GET /subscriptions/*/resourceGroups';
const delegationLists = 'GET /subscriptions/**/registrationAssignments';
const token = 'POST /*/oauth2/v2.0/token';
const colleague = 'twoTenantOwner';
const apiVersion = 'api-version=2022-10-01';

function refusal(status: number, code: string, message: string, when: FaultMoment = 'beforeCommit'): FaultAction {
  return { kind: 'error', status, code, message, when, shape: 'wrapped', headers: {} };
}

function throttle(retryAfter: 'seconds' | 'date' | 'milliseconds' | 'none', seconds: number): FaultAction {
  return { kind: 'throttle', retryAfter, seconds, message: 'The request is being throttled.' };
}

function fault(name: string, title: string, route: string, action: FaultAction): Prepared {
  return { name, title, route, action };
}

const paging = (trick: PagingTrick): FaultAction => ({ kind: 'paging', trick });
const provisioning = (value: string): FaultAction => ({ kind: 'rewrite', path: 'properties.provisioningState', value });

const right =
  "The client does not have authorization to perform action 'Microsoft.ManagedServices/registrationAssignments/write' over scope '/subscriptions/x' or the scope is invalid.";

const families: Readonly<Record<string, readonly Prepared[]>> = {
  'Time and connection': [
    fault('slow', 'Everything is slow (2 to 4 seconds)', anyArm, { kind: 'delay', ms: 2000, jitterMs: 2000 }),
    fault('slow bodies', 'Answers begin at once and take 2 seconds to end', anyArm, { kind: 'slowBody', ms: 2000 }),
    fault('no answer', 'Azure does not answer', anyArm, { kind: 'stall', when: 'beforeCommit' }),
    fault('lost request', 'Delegations never reach Azure', assignmentWrites, { kind: 'lose', when: 'beforeCommit' }),
    fault('lost answer', 'Delegations are made, but the answer is lost', assignmentWrites, {
      kind: 'lose',
      when: 'afterCommit',
    }),
    fault('offline', 'No connection at all', anyArm, { kind: 'lose', when: 'beforeCommit' }),
    fault('preflight fails', 'The browser’s preflights are refused', 'OPTIONS /subscriptions/**', {
      ...refusal(403, 'Forbidden', 'Preflights are not allowed here.'),
    }),
  ],
  'Answers that are broken': [
    fault('half an answer', 'Answers are cut off', anyArm, { kind: 'body', damage: 'truncated' }),
    fault('empty answer', 'Answers have no body', anyArm, { kind: 'body', damage: 'empty' }),
    fault('no JSON', 'Answers are not JSON', anyArm, { kind: 'body', damage: 'notJson' }),
    fault('proxy page', 'A network sign-in page answers instead', anyArm, { kind: 'html', status: 200 }),
    fault('unknown fields', 'Answers say more than anybody has documented', anyArm, {
      kind: 'body',
      damage: 'unknownFields',
    }),
    fault('unknown state', 'Delegations are in a state nobody has seen', assignmentReads, provisioning('Pondering')),
  ],
  'Throttling (429)': [
    fault('throttled', 'Delegations are throttled: wait 5 seconds', assignmentWrites, throttle('seconds', 5)),
    fault('throttled by date', 'Delegations are throttled: until a date', assignmentWrites, throttle('date', 5)),
    fault(
      'throttled in milliseconds',
      'Delegations are throttled: wait 5,000 ms',
      assignmentWrites,
      throttle('milliseconds', 5),
    ),
    fault(
      'throttled without a hint',
      'Delegations are throttled, nobody says for how long',
      assignmentWrites,
      throttle('none', 0),
    ),
    fault(
      'throttled for an hour',
      'Delegations are throttled for an hour',
      assignmentWrites,
      throttle('seconds', 3600),
    ),
  ],
  'Faults of Azure': [
    fault(
      'server error',
      'Delegations fail inside Azure (500)',
      assignmentWrites,
      refusal(500, 'InternalServerError', 'Encountered internal server error.'),
    ),
    fault(
      'unavailable',
      'Delegations: service unavailable (503)',
      assignmentWrites,
      refusal(503, 'ServiceUnavailable', 'The service is temporarily unavailable.'),
    ),
    fault(
      'bad gateway',
      'Delegations are made, and a gateway in between gives up (502)',
      assignmentWrites,
      refusal(502, 'BadGateway', 'Bad gateway.', 'afterCommit'),
    ),
    fault(
      'timed out',
      'Delegations time out (408)',
      assignmentWrites,
      refusal(408, 'RequestTimeout', 'The request timed out.'),
    ),
    fault(
      'register fails',
      'Registering the provider fails (500)',
      register,
      refusal(500, 'InternalServerError', 'Encountered internal server error.'),
    ),
  ],
  'Sign-in': [
    fault('second factor', 'Writing asks for a second factor (401)', 'PUT /subscriptions/**', {
      kind: 'challenge',
      reason: 'mfa',
    }),
    fault('revoked', 'The sign-in was revoked (401)', anyArm, { kind: 'challenge', reason: 'revoked' }),
    fault(
      'token expired',
      'Azure says that the token has expired (401)',
      anyArm,
      refusal(401, 'ExpiredAuthenticationToken', 'The access token expiry UTC time is earlier than current UTC time.'),
    ),
    fault(
      'sign-in blocked',
      'Conditional Access gives no more tokens',
      token,
      refusal(400, 'AADSTS53003', 'Access has been blocked by Conditional Access policies.'),
    ),
  ],
  'Rights and rules': [
    fault(
      'forbidden',
      'Delegations are refused: no permission (403)',
      assignmentWrites,
      refusal(403, 'AuthorizationFailed', right),
    ),
    fault(
      'not privileged',
      'Delegations are refused: Microsoft.ManagedServices wants an Owner (403)',
      assignmentWrites,
      refusal(
        403,
        'InsufficientPrivilegesForManagedServiceResource',
        'The requested user doesn’t have sufficient privileges to perform the operation.',
      ),
    ),
    fault(
      'policy',
      'Delegations are refused by a policy (403)',
      assignmentWrites,
      refusal(403, 'RequestDisallowedByPolicy', "Resource 'x' was disallowed by policy."),
    ),
    fault(
      'deny assignment',
      'Delegations are refused by a deny assignment (403)',
      assignmentWrites,
      refusal(403, 'DenyAssignmentAuthorizationFailed', 'There is a deny assignment with name "stack".'),
    ),
    fault(
      'disabled',
      'The subscription is read-only (409)',
      assignmentWrites,
      refusal(409, 'ReadOnlyDisabledSubscription', 'The subscription is disabled and therefore marked as read only.'),
    ),
    fault(
      'locked',
      'The scope is locked (409)',
      assignmentWrites,
      refusal(409, 'ScopeLocked', 'The scope cannot perform write operation because it is locked.'),
    ),
  ],
  Registration: [
    fault('registration never ends', 'The provider stays “Registering”', registration, {
      kind: 'rewrite',
      path: 'registrationState',
      value: 'Registering',
    }),
    fault(
      'still not registered',
      'Delegations: the provider is not registered, although it is (409)',
      assignmentWrites,
      refusal(
        409,
        'MissingSubscriptionRegistration',
        "The subscription is not registered to use namespace 'Microsoft.ManagedServices'.",
      ),
    ),
  ],
  'What Azure applies': [
    fault('operation fails', 'Delegations are accepted, then fail', assignmentReads, provisioning('Failed')),
    fault(
      'operation is cancelled',
      'Delegations are accepted, then cancelled',
      assignmentReads,
      provisioning('Canceled'),
    ),
    fault('operation never ends', 'Delegations are never finished', assignmentReads, provisioning('Running')),
    fault(
      'not visible',
      'What was written cannot be read yet (404)',
      assignmentReads,
      refusal(404, 'RegistrationAssignmentNotFound', 'The registration assignment was not found.'),
    ),
  ],
  Lists: [
    fault('empty page', 'Lists of resource groups begin with an empty page', groupLists, paging('emptyPage')),
    fault(
      'same page for ever',
      'The next page of resource groups is always the same',
      groupLists,
      paging('sameLinkForever'),
    ),
    fault('foreign page', 'The next page of resource groups is somewhere else', groupLists, paging('foreignOrigin')),
    fault('item twice', 'A resource group moves to a later page while they are read', groupLists, paging('itemTwice')),
    fault(
      'item missed',
      'A delegation moves to an earlier page while they are read',
      delegationLists,
      paging('itemMissed'),
    ),
    fault('late list', 'Lists of delegations do not show what was written', delegationLists, {
      kind: 'answer',
      status: 200,
      body: { value: [] },
      when: 'afterCommit',
      headers: {},
    }),
  ],
  'Somebody else': [
    fault('colleague is faster', 'A colleague delegates the same a moment before', assignmentWrites, {
      kind: 'meanwhile',
      persona: colleague,
      method: 'PUT',
      path: `{scope}/providers/Microsoft.ManagedServices/registrationAssignments/c0a1ea60-0000-4000-8000-000000000001?${apiVersion}`,
      body: '{body}',
      when: 'beforeCommit',
    }),
    fault('colleague takes it away', 'A colleague takes the delegation away a moment later', assignmentWrites, {
      kind: 'meanwhile',
      persona: colleague,
      method: 'DELETE',
      path: `{path}?${apiVersion}`,
      body: undefined,
      when: 'afterCommit',
    }),
  ],
};

/** One for each kind of trouble, and the usual ones. Anything else goes through `POST /_emulator/faults`. */
export const preparedFaults: readonly PreparedFault[] = Object.entries(families).flatMap(([family, faults]) =>
  faults.map((prepared) => ({ family, ...prepared })),
);
