import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { AzureAnswer } from '../../domain/problem.ts';
import { list, record, text } from '../shapes/json.ts';

/** One error that ARM names; inner ones stand in `details` of the outer. */
export interface NamedError {
  readonly code?: string;
  readonly message?: string;
  /** Entries of `additionalInfo`, as Azure Policy fills them. */
  readonly info: readonly unknown[];
}

/** An answer that is an error, read once. */
export interface ErrorAnswer {
  readonly status: number;
  /** The outermost first. */
  readonly errors: readonly NamedError[];
  /** Not from Azure: a proxy, a firewall or a captive portal writes HTML. */
  readonly html: boolean;
  header(name: string): string | undefined;
  readonly azure: AzureAnswer;
}

/** Reads what ARM says about an error, wrapped in `error` or not; what is no JSON has no named errors. */
export function readAnswer(response: PipelineResponse, request: PipelineRequest): ErrorAnswer {
  const body = response.bodyAsText ?? '';
  const errors = namedErrors(parse(body));
  const [outer] = errors;
  return {
    status: response.status,
    errors,
    html: isHtml(response),
    header: (name) => response.headers.get(name),
    azure: { ...idsOf(request, response), status: response.status, ...named(outer) },
  };
}

/** Reads an error that stands inside another answer, as of an operation of a deployment. */
export function readError(error: unknown, status: number): ErrorAnswer {
  const errors = namedErrors({ error });
  return { status, errors, html: false, header: () => undefined, azure: { status, ...named(errors[0]) } };
}

/** Whether an answer is a web page. ARM never sends one. */
export function isHtml(response: Pick<PipelineResponse, 'bodyAsText' | 'headers'>): boolean {
  const type = response.headers.get('content-type') ?? '';
  return /\bx?html\b/i.test(type) || /^\s*<(!doctype|html|head|body)\b/i.test(response.bodyAsText ?? '');
}

/** The ids that find this request again in Azure's logs. */
export function idsOf(request: PipelineRequest, response?: PipelineResponse): AzureAnswer {
  // Microsoft Graph calls both by shorter names.
  const clientRequestId = request.headers.get('x-ms-client-request-id') ?? request.headers.get('client-request-id');
  const requestId =
    response?.headers.get('x-ms-request-id') ??
    response?.headers.get('x-ms-correlation-request-id') ??
    response?.headers.get('request-id');
  return {
    ...(clientRequestId !== undefined && { clientRequestId }),
    ...(requestId !== undefined && { requestId }),
  };
}

function named(error: NamedError | undefined): Pick<AzureAnswer, 'code' | 'message'> {
  return {
    ...(error?.code !== undefined && { code: error.code }),
    ...(error?.message !== undefined && { message: error.message }),
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function namedErrors(body: unknown): readonly NamedError[] {
  const outer = record(body);
  const wrapped = record(outer.error);
  return flatten(text(wrapped.code) !== undefined || text(wrapped.message) !== undefined ? wrapped : outer, 0);
}

/** Azure nests errors two or three deep; anything deeper is not read. */
function flatten(error: Readonly<Record<string, unknown>>, depth: number): readonly NamedError[] {
  const code = text(error.code);
  const message = text(error.message);
  if ((code === undefined && message === undefined) || depth > 4) return [];
  const inner = list(error.details).flatMap((detail) => flatten(record(detail), depth + 1));
  return [
    {
      ...(code !== undefined && { code }),
      ...(message !== undefined && { message }),
      info: list(error.additionalInfo),
    },
    ...inner,
  ];
}
