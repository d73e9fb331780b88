import type { RequestRecord } from '../context.ts';
import { notesOf } from './notes.ts';

/** Older records make room, a tenth at a time, so that a long soak does not grow without end. */
const kept = 200_000;

export type RecordStart = Pick<RequestRecord, 'at' | 'method' | 'url' | 'service'> & {
  readonly request: Request;
  readonly persona: string | undefined;
  readonly body: unknown;
};

/** Writes the request log. Numbers go on over a reset, so that `since` never misses or repeats a record. */
export interface RequestLog {
  /** `response` is `undefined` where none was ever sent. */
  write(start: RecordStart, response: Response | undefined, faults: readonly string[]): Promise<void>;
}

export function createRequestLog(records: RequestRecord[]): RequestLog {
  let last = 0;
  return {
    write: async ({ request, persona, body, ...start }, response, faults) => {
      const notes = response === undefined ? {} : notesOf(response);
      const errorCode = notes.errorCode ?? (response === undefined ? undefined : await armErrorCode(response));
      const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
      const correlation = response?.headers.get('x-ms-correlation-request-id') ?? header('x-ms-correlation-request-id');
      last += 1;
      records.push({
        n: last,
        ...start,
        status: response?.status ?? 0,
        ...given('persona', persona ?? notes.persona),
        ...given('clientRequestId', header('x-ms-client-request-id') ?? header('client-request-id')),
        ...given('correlationRequestId', correlation),
        ...given('origin', header('origin')),
        ...(body === undefined ? {} : { body }),
        ...given('errorCode', errorCode),
        ...given('fault', faults.length === 0 ? undefined : faults.join(', ')),
      });
      if (records.length > kept) records.splice(0, kept / 10);
    },
  };
}

function given<Name extends keyof RequestRecord>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

async function armErrorCode(response: Response): Promise<string | undefined> {
  if (response.status < 400 || !(response.headers.get('content-type') ?? '').includes('json')) return undefined;
  try {
    const body: unknown = await response.clone().json();
    return (
      codeIn(body) ?? (typeof body === 'object' && body !== null && 'error' in body ? codeIn(body.error) : undefined)
    );
  } catch {
    return undefined;
  }
}

function codeIn(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : undefined;
}

/** The body of a write, as JSON where it is JSON. Reads a copy. */
export async function loggedBody(request: Request): Promise<unknown> {
  if (request.body === null || !(request.headers.get('content-type') ?? '').includes('json')) return undefined;
  try {
    return await request.clone().json();
  } catch {
    return undefined;
  }
}
