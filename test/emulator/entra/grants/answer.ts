import type { Context } from '../../context.ts';
import { note } from '../../host/notes.ts';
import { jsonResponse } from '../../host/respond.ts';
import { problemBody } from '../problems.ts';
import type { EntraProblem } from '../problems.ts';
import type { Directory } from '../tenantSegment.ts';

/** One request to a token endpoint, read as far as every grant needs it. */
export interface TokenRequest {
  readonly context: Context;
  readonly url: URL;
  readonly directory: Directory;
  readonly parameters: URLSearchParams;
  readonly clientId: string;
  /** `Origin` of a browser. */
  readonly origin: string | undefined;
}

/** A parameter of the request; empty counts as absent. */
export function parameter(request: TokenRequest, name: string): string | undefined {
  return request.parameters.get(name) || undefined;
}

/** A refusal as the token endpoint answers it. */
export function refuse(request: TokenRequest, problem: EntraProblem): Response {
  const { context, url } = request;
  const correlationId = parameter(request, 'client-request-id');
  const body = problemBody(problem, context.clock, url.origin, correlationId);
  return note(jsonResponse(problem.status, body), { errorCode: `AADSTS${problem.number}` });
}
