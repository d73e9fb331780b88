import { createHttpHeaders, createPipelineRequest, RestError, type PipelineResponse } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { ProblemError, type Problem, type ProblemFacts } from '../../domain/problem.ts';
import { StoppedError } from '../scheduler/scheduler.ts';
import { isHtml, readAnswer } from './answer.ts';
import { problemOfAnswer, problemOfFailure, problemOfReading } from './problems.ts';

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

describe('a 401', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}';
  const challenge = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(claims)}"`;
  const asks = (body: unknown, headers: Record<string, string> = {}): ProblemFacts =>
    factsOf(problemOfAnswer(readAnswer(response(401, body, headers), request), { kind: 'write' }));

  it('gives the claims of a challenge that can be read', () => {
    expect(asks({}, { 'www-authenticate': challenge })).toEqual({ code: 'mfaNeeded', claims });
    const body = { error: { code: 'RequestDisallowedByPolicy', message: 'Users must use MFA.' } };
    expect(asks(body, { 'www-authenticate': challenge })).toEqual({ code: 'mfaNeeded', claims });
    const invalid = { error: { code: 'InvalidAuthenticationToken', message: 'x' } };
    expect(asks(invalid, { 'www-authenticate': challenge })).toEqual({ code: 'mfaNeeded', claims });
  });

  it('gives claims that only the message holds', () => {
    const message = `Run again with claims="${btoa(claims)}". insufficient_claims`;
    expect(asks({ error: { code: 'InvalidAuthenticationToken', message } })).toEqual({ code: 'mfaNeeded', claims });
  });

  it('is about signing in where nothing speaks of more', () => {
    expect(asks('')).toEqual({ code: 'signInNeeded' });
    const revoked = `Bearer error="invalid_token", claims="${btoa(claims)}"`;
    expect(asks({}, { 'www-authenticate': revoked })).toEqual({ code: 'signInNeeded', claims });
    expect(asks({}, { 'www-authenticate': 'Bearer error="insufficient_claims", claims="%%%"' })).toEqual({
      code: 'mfaNeeded',
    });
  });
});

describe('answers from in between', () => {
  const page = '<!DOCTYPE html><html><body>Blocked by ACME</body></html>';
  const html = { 'content-type': 'text/html; charset=utf-8' };

  it.each([
    ['a block page', 403, 'read', 'badAnswer'],
    ['a block page for a write, which may have gone through', 403, 'write', 'noAnswer'],
    ['a portal that says 200', 200, 'read', 'badAnswer'],
    ['a proxy that wants a password', 407, 'read', 'badAnswer'],
    ['a gateway that gave up on a read', 504, 'read', 'azureDown'],
    ['a gateway that gave up on a write', 504, 'write', 'noAnswer'],
    ['a gateway that lost a write', 502, 'delete', 'noAnswer'],
  ] as const)('%s', (_, status, kind, code) => {
    expect(problemOfAnswer(readAnswer(response(status, page, html), request), { kind }).code).toBe(code);
  });

  it('are known by their type or by their first tag', () => {
    expect(isHtml(response(200, page))).toBe(true);
    expect(isHtml(response(200, 'x', html))).toBe(true);
    expect(isHtml(response(200, { description: '<html>' }, { 'content-type': 'application/json' }))).toBe(false);
  });
});

describe('a request without an answer', () => {
  const lost = new RestError('Failed to fetch', { code: RestError.REQUEST_SEND_ERROR, request });
  const failure = (error: unknown, kind: 'read' | 'write', online = true): string =>
    problemOfFailure(error, request, { kind, isOnline: () => online }).code;

  it('may have arrived, if it was a write, whatever the network looks like now', () => {
    expect(failure(lost, 'write')).toBe('noAnswer');
    expect(failure(lost, 'write', false)).toBe('noAnswer');
  });

  it('is offline, if it was a read and the device says so', () => {
    expect(failure(lost, 'read')).toBe('noAnswer');
    expect(failure(lost, 'read', false)).toBe('offline');
  });

  it('says whether anything may have been changed', () => {
    const problem = (kind: 'read' | 'write') => problemOfFailure(lost, request, { kind, isOnline: () => true });
    expect(problem('read')).toMatchObject({ asked: 'read' });
    expect(problem('write')).not.toHaveProperty('asked');
  });

  it('that took too long was lost; one that was aborted was stopped', () => {
    const timeout = new DOMException('The operation was aborted.', 'AbortError');
    expect(failure(timeout, 'write')).toBe('noAnswer');
    const aborted = createPipelineRequest({ url: request.url, abortSignal: AbortSignal.abort() });
    expect(problemOfFailure(timeout, aborted, { kind: 'write', isOnline: () => true }).code).toBe('stopped');
    expect(failure(new StoppedError(), 'write')).toBe('stopped');
  });

  it('keeps the problem that somebody already named', () => {
    const named = new ProblemError({ code: 'mfaNeeded', claims: '{}' });
    expect(problemOfFailure(named, request, { kind: 'write', isOnline: () => true })).toEqual({
      code: 'mfaNeeded',
      claims: '{}',
      azure: { clientRequestId: 'mine' },
    });
  });
});

describe('a good answer that cannot be read', () => {
  it.each([
    [new RestError('no list'), 'badAnswer'],
    [new RestError('bad JSON', { code: RestError.PARSE_ERROR, statusCode: 200 }), 'badAnswer'],
    [new TypeError("Cannot read properties of undefined (reading 'map')"), 'badAnswer'],
    [new DOMException('x', 'AbortError'), 'stopped'],
    [new ProblemError({ code: 'throttled' }), 'throttled'],
    [new Error('else'), 'unexpected'],
  ])('%s', (error, code) => {
    expect(problemOfReading(error).code).toBe(code);
  });
});
