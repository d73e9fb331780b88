import { AuthError, BrowserAuthErrorCodes, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../domain/problem.ts';
import { signInProblem } from './problems.ts';

const server = (number: number, error = 'invalid_grant') =>
  new ServerError(error, 'correlation', `AADSTS${number}: what Entra says`, '', String(number), 400);
const interaction = (number: number, claims = '', subError = '') =>
  new InteractionRequiredAuthError(
    'interaction_required',
    '',
    `AADSTS${number}: x`,
    subError,
    '',
    '',
    claims,
    `${number}`,
  );

describe('signInProblem', () => {
  it.each([
    ['a user from elsewhere', server(50020), 'notInTenant'],
    ['an unknown user', server(50034), 'notInTenant'],
    ['consent not given', server(65001), 'consentNeeded'],
    ['administrator consent', interaction(90094, '', 'consent_required'), 'consentNeeded'],
    ['not assigned to the app', server(50105), 'signInBlocked'],
    ['MFA', interaction(50076), 'mfaNeeded'],
    ['MFA to enrol', interaction(50079), 'mfaNeeded'],
    ['blocked by Conditional Access', interaction(53003, '{"access_token":{}}'), 'signInBlocked'],
    ['disabled account', server(50057), 'signInBlocked'],
    ['unknown app', server(700016, 'unauthorized_client'), 'appNotSetUp'],
    ['redirect URI of the wrong kind', server(9002326, 'invalid_request'), 'appNotSetUp'],
    ['expired refresh token', server(700084), 'signInNeeded'],
    ['revoked grant', server(50173), 'signInNeeded'],
    ['no session', new InteractionRequiredAuthError('login_required', ''), 'signInNeeded'],
    ['cancelled at Microsoft', new ServerError('access_denied', '', 'cancelled', 'cancel'), 'signInCancelled'],
    ['back button', new AuthError('user_cancelled', ''), 'signInCancelled'],
    ['offline', new AuthError(BrowserAuthErrorCodes.noNetworkConnectivity, ''), 'offline'],
    ['Entra unreachable', new AuthError(BrowserAuthErrorCodes.postRequestFailed, ''), 'offline'],
    ['Entra down', new ServerError('whatever', '', '', '', undefined, 503), 'azureDown'],
    ['throttled', new ServerError('whatever', '', '', '', undefined, 429), 'throttled'],
    ['a proxy answers', new AuthError(BrowserAuthErrorCodes.failedToParseResponse, ''), 'badAnswer'],
    ['silent frame times out', new AuthError(BrowserAuthErrorCodes.timedOut, ''), 'signInNeeded'],
    ['an answer nobody asked for', new AuthError(BrowserAuthErrorCodes.noTokenRequestCacheError, ''), 'signInNeeded'],
    ['nobody foresaw', new AuthError('something_new', '', 'new words'), 'unexpected'],
  ])('%s', (_name, error, code) => {
    expect(signInProblem(error).code).toBe(code);
  });

  it('keeps what Azure said, and finds the number in the words where there is no other', () => {
    const error = new ServerError('invalid_grant', 'abc', 'AADSTS50020: User does not exist in tenant', '');
    expect(signInProblem(error)).toEqual({
      code: 'notInTenant',
      azure: { code: 'AADSTS50020', message: 'AADSTS50020: User does not exist in tenant', clientRequestId: 'abc' },
    });
  });

  it('keeps the claims that a step-up must send', () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"p1"}}}';
    expect(signInProblem(interaction(50076, claims))).toMatchObject({ code: 'mfaNeeded', claims });
    expect(signInProblem(interaction(12345, claims, 'basic_action'))).toMatchObject({ code: 'mfaNeeded', claims });
    expect(signInProblem(interaction(50076))).not.toHaveProperty('claims');
  });

  it('passes problems on, and takes strangers for what they are', () => {
    expect(signInProblem(new ProblemError({ code: 'storageBlocked' }))).toEqual({ code: 'storageBlocked' });
    expect(signInProblem(new Error('odd'))).toEqual({ code: 'unexpected', azure: { message: 'odd' } });
  });
});
