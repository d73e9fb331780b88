import { randomUUID } from 'node:crypto';
import { ArmError, errorBody } from './errors.ts';

/** What a handler answers; `reply` turns it into a response. No `body` means an empty one. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 200 with a body. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** Makes the answer of a refusal; anything that is not an `ArmError` is a defect of the emulator and goes on up. */
export function refusal(error: unknown): Answer {
  if (!(error instanceof ArmError)) throw error;
  return {
    status: error.status,
    body: errorBody(error),
    ...(error.extras.headers && { headers: error.extras.headers }),
  };
}

/**
 * The response for an answer, with the headers ARM puts on every one.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function reply(request: Request, answer: Answer): Response {
  const correlation = request.headers.get('x-ms-correlation-request-id') ?? randomUUID();
  const clientRequestId = request.headers.get('x-ms-client-request-id');
  const headers = new Headers({
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    Expires: '-1',
    'X-Content-Type-Options': 'nosniff',
    'x-ms-request-id': randomUUID(),
    'x-ms-correlation-request-id': correlation,
    ...answer.headers,
  });
  if (clientRequestId && request.headers.get('x-ms-return-client-request-id') === 'true') {
    headers.set('x-ms-client-request-id', clientRequestId);
  }
  const empty = answer.body === undefined || request.method === 'HEAD';
  if (empty) return new Response(null, { status: answer.status, headers });
  headers.set('Content-Type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}
