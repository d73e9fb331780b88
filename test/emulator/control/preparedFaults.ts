import type { FaultAction } from '../faults/rules.ts';

/** A fault a person can choose on the control page. */
export interface PreparedFault {
  readonly name: string;
  readonly title: string;
  readonly route: string;
  readonly action: FaultAction;
}

const assignmentWrites = 'PUT /subscriptions/**/registrationAssignments/*';
const register = 'POST /subscriptions/*/providers/Microsoft.ManagedServices/register';
const anyArm = '* /subscriptions/**';

/** What a demonstration wants most. Anything else goes through `POST /_emulator/faults`. */
export const preparedFaults: readonly PreparedFault[] = [
  {
    name: 'forbidden',
    title: 'Delegations are refused: no permission (403)',
    route: assignmentWrites,
    action: {
      kind: 'error',
      status: 403,
      code: 'AuthorizationFailed',
      message: 'The client does not have authorization to perform action over scope or the scope is invalid.',
      when: 'beforeCommit',
      shape: 'wrapped',
      headers: {},
    },
  },
  {
    name: 'throttled',
    title: 'Delegations are throttled, wait 5 seconds (429)',
    route: assignmentWrites,
    action: { kind: 'throttle', retryAfter: 'seconds', seconds: 5, message: 'The request is being throttled.' },
  },
  {
    name: 'throttled without a hint',
    title: 'Delegations are throttled, nobody says for how long (429)',
    route: assignmentWrites,
    action: { kind: 'throttle', retryAfter: 'none', seconds: 0, message: 'The request is being throttled.' },
  },
  {
    name: 'lost answer',
    title: 'Delegations are made, but the answer is lost',
    route: assignmentWrites,
    action: { kind: 'lose', when: 'afterCommit' },
  },
  {
    name: 'lost request',
    title: 'Delegations never reach Azure',
    route: assignmentWrites,
    action: { kind: 'lose', when: 'beforeCommit' },
  },
  {
    name: 'second factor',
    title: 'Writing asks for a second factor (401)',
    route: 'PUT /subscriptions/**',
    action: { kind: 'challenge', reason: 'mfa' },
  },
  {
    name: 'register fails',
    title: 'Registering the provider fails (500)',
    route: register,
    action: {
      kind: 'error',
      status: 500,
      code: 'InternalServerError',
      message: 'Encountered internal server error.',
      when: 'beforeCommit',
      shape: 'wrapped',
      headers: {},
    },
  },
  {
    name: 'slow',
    title: 'Everything is slow (2 to 4 seconds)',
    route: anyArm,
    action: { kind: 'delay', ms: 2000, jitterMs: 2000 },
  },
  { name: 'no answer', title: 'Azure does not answer', route: anyArm, action: { kind: 'stall', when: 'beforeCommit' } },
  { name: 'offline', title: 'No connection at all', route: anyArm, action: { kind: 'lose', when: 'beforeCommit' } },
  {
    name: 'proxy page',
    title: 'A network sign-in page answers instead',
    route: anyArm,
    action: { kind: 'html', status: 200 },
  },
];
