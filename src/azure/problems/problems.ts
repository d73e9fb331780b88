import { isRestError, RestError, type PipelineRequest } from '@azure/core-rest-pipeline';
import { problemOf, ProblemError, type AzureAnswer, type Problem, type ProblemFacts } from '../../domain/problem.ts';
import type { Operation } from '../scheduler/operation.ts';
import { StoppedError } from '../scheduler/scheduler.ts';
import { idsOf, type ErrorAnswer } from './answer.ts';
import { readChallenge } from './challenge.ts';
import { lookUp } from './dictionary.ts';

/** The request that went wrong. */
export interface Asked {
  readonly kind: Operation['kind'];
  readonly isOnline: () => boolean;
}

/** The problem behind an answer of ARM (or of something in between) that is an error. */
export function problemOfAnswer(answer: ErrorAnswer, asked: Pick<Asked, 'kind'>): Problem {
  return { ...(lookUp(answer) ?? byStatus(answer, asked.kind)), azure: answer.azure };
}

function byStatus(answer: ErrorAnswer, kind: Operation['kind']): ProblemFacts {
  const { status } = answer;
  const mayHaveArrived = kind !== 'read' && (status === 408 || status === 502 || status === 504);
  if (mayHaveArrived) return { code: 'noAnswer' };
  if (status >= 500 || status === 408) return { code: 'azureDown' };
  if (answer.html) return kind === 'read' ? { code: 'badAnswer' } : { code: 'noAnswer' };
  if (status === 401) return byChallenge(answer);
  if (status === 403) return { code: 'notAllowed' };
  if (status === 407) return { code: 'badAnswer' };
  if (status === 429) return { code: 'throttled' };
  return { code: 'unexpected' };
}

function byChallenge(answer: ErrorAnswer): ProblemFacts {
  const { moreNeeded, claims } = readChallenge(answer);
  return { code: moreNeeded ? 'mfaNeeded' : 'signInNeeded', ...(claims !== undefined && { claims }) };
}

/**
 * The problem behind a request that got no answer at all, or never went out. A write that broke off may have arrived,
 * whatever the browser thinks of the network: that is always `noAnswer`.
 */
export function problemOfFailure(error: unknown, request: PipelineRequest, asked: Asked): Problem {
  const azure = idsOf(request);
  if (error instanceof ProblemError) return { ...error.problem, azure: { ...azure, ...error.problem.azure } };
  if (error instanceof StoppedError || (isAbort(error) && request.abortSignal?.aborted))
    return { code: 'stopped', azure };
  if (isLost(error)) return { ...lost(asked), azure: { ...azure, ...messageOf(error) } };
  return { ...problemOf(error), azure: { ...azure, ...messageOf(error) } };
}

function lost({ kind, isOnline }: Asked): ProblemFacts {
  if (kind !== 'read') return { code: 'noAnswer' };
  return isOnline() ? { code: 'noAnswer', asked: 'read' } : { code: 'offline' };
}

/** Whether a request broke off on its way: network, CORS, or no answer within the time allowed. */
export function isLost(error: unknown): boolean {
  return (
    isAbort(error) || (isRestError(error) && error.statusCode === undefined && error.code !== RestError.PARSE_ERROR)
  );
}

/** The problem behind an answer that arrived well, but could not be read: an SDK error without a bad status. */
export function problemOfReading(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isAbort(error)) return { code: 'stopped' };
  if (isRestError(error) || error instanceof TypeError) return { code: 'badAnswer', azure: messageOf(error) };
  return problemOf(error);
}

function isAbort(error: unknown): error is Error {
  return error instanceof Error && error.name === 'AbortError';
}

function messageOf(error: unknown): Pick<AzureAnswer, 'message'> {
  return error instanceof Error ? { message: error.message } : {};
}
