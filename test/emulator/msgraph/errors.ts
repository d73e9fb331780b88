import { randomUUID } from 'node:crypto';

/** A refusal of Microsoft Graph. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** An answer of Microsoft Graph, with the ids it puts on every one (https://learn.microsoft.com/graph/use-the-api#headers). */
export function answerJson(request: Request, status: number, body: object): Response {
  const clientRequestId = request.headers.get('client-request-id') ?? randomUUID();
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'cache-control': 'no-cache',
      'content-type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      'client-request-id': clientRequestId,
      'request-id': randomUUID(),
    },
  });
}

/** A refusal in the shape of https://learn.microsoft.com/graph/errors. `now` in ms. */
export function answerError(request: Request, { status, code, message }: GraphError, now: number): Response {
  const date = new Date(now).toISOString().slice(0, 19);
  const requestId = randomUUID();
  const innerError = {
    date,
    'request-id': requestId,
    'client-request-id': request.headers.get('client-request-id') ?? requestId,
  };
  return answerJson(request, status, { error: { code, message, innerError } });
}
