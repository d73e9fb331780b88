import { randomUUID } from 'node:crypto';
import { QueryProblem } from './kusto/problem.ts';
import { RequestProblem } from './request.ts';

/** An answer to a query, before it becomes a Response. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

interface Detail {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/**
 * An error as Resource Graph prints it: a message that only helps its support, and the reason in the details.
 * https://learn.microsoft.com/azure/governance/resource-graph/troubleshoot/general
 */
function failure(status: number, code: string, details: readonly Detail[], now: number): GraphAnswer {
  const support = `timestamp = ${new Date(now).toISOString()}, correlationId = ${randomUUID()}`;
  const message = `Please provide below info when asking for support: ${support}.`;
  return { status, body: { error: { code, message, details } }, headers: {} };
}

/** The answer to a query or request that cannot be read. Anything else that was thrown is thrown on: it is our own fault. */
export function badRequest(problem: unknown, now: number): GraphAnswer {
  if (problem instanceof RequestProblem) {
    return failure(400, 'BadRequest', [{ code: 'InvalidRequest', message: problem.message }], now);
  }
  if (!(problem instanceof QueryProblem)) throw problem;
  const { code, message, token, place } = problem;
  const where = { line: place.line, characterPositionInLine: place.character, token };
  return failure(
    400,
    'BadRequest',
    [
      { code: 'InvalidQuery', message },
      { code, message: code, ...where },
    ],
    now,
  );
}

/** Too many queries in this window. */
export function throttled(now: number): GraphAnswer {
  const message =
    'Too many queries in this window. Wait as the headers say. See https://aka.ms/resourcegraph-throttling.';
  return failure(429, 'RateLimiting', [{ code: 'RateLimiting', message }], now);
}

/** Scopes that may not be read, or a tenant that does not offer Resource Graph at all. */
export function accessDenied(message: string, now: number): GraphAnswer {
  return failure(403, 'AccessDenied', [{ code: 'AccessDenied', message }], now);
}
