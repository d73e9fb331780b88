import { randomUUID } from 'node:crypto';
import { ConnectionLost } from './connectionLost.ts';
import { damageBody, inPieces, rewriteField, trickPaging } from './damage.ts';
import { aboutRequest } from './meanwhile.ts';
import type { StruckFault } from './faultBook.ts';
import type { FaultAction, FaultMoment, RetryAfterForm } from './rules.ts';
import { wait, waitForever } from './wait.ts';

/** Where a fault strikes: the request, the world's time, which shape its errors have, and the way on to the service. */
export interface FaultScene {
  readonly request: Request;
  /** The URL as the client sees it. */
  readonly url: URL;
  readonly now: number;
  readonly service: 'arm' | 'entra' | 'msgraph';
  /** Lets the service answer. Called at most once. */
  readonly proceed: () => Promise<Response>;
  /** Carries out a request in a persona's name, past all faults. */
  readonly actAs: (persona: string, method: string, path: string, body: unknown) => Promise<void>;
}

/** The answer of a request on which a fault strikes. */
export async function applyFault(fault: StruckFault, scene: FaultScene): Promise<Response> {
  const { action, draw } = fault;
  const { request, proceed } = scene;
  switch (action.kind) {
    case 'error':
      await commit(action.when, proceed);
      return errorAnswer(scene, action);
    case 'throttle':
      return errorAnswer(scene, {
        status: 429,
        code: 'TooManyRequests',
        message: action.message,
        shape: 'wrapped',
        headers: retryAfter(action.retryAfter, action.seconds, scene.now),
      });
    case 'challenge':
      return challengeAnswer(scene, action.reason);
    case 'lose':
      await commit(action.when, proceed);
      throw new ConnectionLost();
    case 'delay':
      await wait(action.ms + draw * action.jitterMs, request.signal);
      return proceed();
    case 'slowBody':
      return inPieces(await proceed(), action.ms, request.signal);
    case 'stall':
      await commit(action.when, proceed);
      return waitForever(request.signal);
    case 'html':
      return new Response('<!doctype html><title>Network sign-in</title><h1>Please sign in to this network</h1>', {
        status: action.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'answer': {
      await commit(action.when, proceed);
      const headers = { 'content-type': 'application/json; charset=utf-8', ...action.headers };
      const empty = action.body === undefined || bodiless.includes(action.status);
      const body = empty ? null : JSON.stringify(action.body);
      return new Response(body, { status: action.status, headers });
    }
    case 'meanwhile': {
      const { path, body } = await aboutRequest(action, scene.url, request);
      const act = (): Promise<void> => scene.actAs(action.persona, action.method, path, body);
      if (action.when === 'beforeCommit') await act();
      const response = await proceed();
      if (action.when === 'afterCommit') await act();
      return response;
    }
    case 'body':
      return damageBody(await proceed(), action.damage, draw);
    case 'rewrite':
      return rewriteField(await proceed(), action.path, action.value);
    case 'paging':
      return trickPaging(scene.url, await proceed(), action.trick);
  }
}

/** Statuses that HTTP allows no body with. */
const bodiless: readonly number[] = [204, 205, 304];

async function commit(when: FaultMoment, proceed: () => Promise<Response>): Promise<void> {
  if (when === 'afterCommit') await proceed();
}

type ErrorFacts = Pick<Extract<FaultAction, { kind: 'error' }>, 'status' | 'code' | 'message' | 'shape' | 'headers'>;

function errorAnswer(
  { request, service }: FaultScene,
  { status, code, message, shape, headers }: ErrorFacts,
): Response {
  const error = { code, message };
  const armBody = shape === 'wrapped' ? { error } : error;
  const number = /^AADSTS(\d+)$/.exec(code)?.[1];
  const entraBody = {
    error: number === undefined ? code : 'invalid_grant',
    error_description: `${code}: ${message}`,
    error_codes: number === undefined ? [] : [Number(number)],
  };
  return new Response(JSON.stringify(service === 'entra' ? entraBody : armBody), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-ms-request-id': randomUUID(),
      'x-ms-correlation-request-id': request.headers.get('x-ms-correlation-request-id') ?? randomUUID(),
      ...headers,
    },
  });
}

function retryAfter(form: RetryAfterForm, seconds: number, now: number): Record<string, string> {
  switch (form) {
    case 'seconds':
      return { 'retry-after': String(seconds) };
    case 'date':
      return { 'retry-after': new Date(now + seconds * 1000).toUTCString() };
    case 'milliseconds':
      return { 'x-ms-retry-after-ms': String(seconds * 1000) };
    case 'none':
      return {};
  }
}

// https://learn.microsoft.com/entra/identity-platform/claims-challenge and .../app-resilience-continuous-access-evaluation
function challengeAnswer(scene: FaultScene, reason: 'mfa' | 'revoked'): Response {
  const revokedAt = String(Math.floor(scene.now / 1000));
  const claims =
    reason === 'mfa'
      ? { access_token: { acrs: { essential: true, values: ['p1'] } } }
      : { access_token: { nbf: { essential: true, value: revokedAt } } };
  const error = reason === 'mfa' ? 'insufficient_claims' : 'invalid_token';
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const message =
    reason === 'mfa'
      ? 'Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: ClaimsChallenge.'
      : 'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp.';
  return errorAnswer(scene, {
    status: 401,
    code: 'InvalidAuthenticationToken',
    message,
    shape: 'wrapped',
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="${error}", claims="${encoded}"`,
    },
  });
}
