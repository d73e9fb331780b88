import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { readAnswer, type ErrorAnswer } from '../problems/answer.ts';
import { isLost } from '../problems/problems.ts';
import { backoff } from '../scheduler/backoff.ts';
import type { Operation } from '../scheduler/operation.ts';
import { retryAfter } from '../scheduler/retryAfter.ts';
import type { Outcome } from '../scheduler/turn.ts';

/** How one try went: an answer, or the error that came in its place. */
export type Tried = { readonly response: PipelineResponse } | { readonly error: unknown };

/** What to do about it. `after` in ms. */
export type Verdict =
  | { readonly kind: 'final' }
  | { readonly kind: 'failed'; readonly after: number }
  | {
      readonly kind: 'throttled';
      readonly after: number;
      readonly by: 'bucket' | 'provider';
      readonly again: boolean;
      readonly answer: ErrorAnswer;
    };

export interface Circumstances {
  readonly operation: Operation;
  readonly request: PipelineRequest;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly isOnline: boolean;
  /** A number in [0, 1): jitter. */
  readonly random: number;
  /** The device's clock: Azure may name a date. */
  readonly date: number;
}

/** A throttled request is sent so many times in all; a read that failed or was lost, so many. */
const tries = { throttled: 8, failed: 3 } as const;
/** Nobody is kept waiting in silence for longer than this, in ms: the problem then says when to come back. */
const longestWait = 300_000;
const passingFaults = new Set([408, 500, 502, 503, 504]);

/**
 * Whether a request may be sent again, and when: after a 429, because Azure did not begin it, and a read after a passing
 * fault. A write that failed in any other way is never repeated: it may have arrived, and only reading back can tell.
 */
export function verdictOf(tried: Tried, circumstances: Circumstances): Verdict {
  const { operation, request, attempt, isOnline, random, date } = circumstances;
  if ('response' in tried && tried.response.status === 429) return throttled(tried.response, circumstances);
  if (operation.kind !== 'read' || attempt >= tries.failed) return { kind: 'final' };
  if ('error' in tried) {
    const worthIt = isLost(tried.error) && !request.abortSignal?.aborted && isOnline;
    return worthIt ? { kind: 'failed', after: backoff('failed', attempt, undefined, random) } : { kind: 'final' };
  }
  const { response } = tried;
  if (!passingFaults.has(response.status)) return { kind: 'final' };
  const asked = retryAfter({ header: (name) => response.headers.get(name) }, date);
  const after = backoff('failed', attempt, asked, random);
  return after > longestWait ? { kind: 'final' } : { kind: 'failed', after };
}

function throttled(response: PipelineResponse, circumstances: Circumstances): Verdict {
  const { request, attempt, random, date } = circumstances;
  const answer = readAnswer(response, request);
  const message = answer.errors.map((error) => error.message ?? '').join(' ');
  const after = backoff('throttled', attempt, retryAfter({ header: answer.header, message }, date), random);
  const again = attempt < tries.throttled && after <= longestWait;
  return { kind: 'throttled', after, by: throttledBy(answer, message), again, answer };
}

/** ARM's own buckets belong to one subscription or the tenant; any other limit is taken for the whole provider's. */
function throttledBy(answer: ErrorAnswer, message: string): 'bucket' | 'provider' {
  const named = answer.errors.some((error) => /^(subscription|tenant)requeststhrottled$/i.test(error.code ?? ''));
  return named || /requests for (subscription|tenant) '/i.test(message) ? 'bucket' : 'provider';
}

/** What the scheduler learns from a try. */
export function outcomeOf(tried: Tried, verdict: Verdict, operation: Operation): Outcome {
  if (verdict.kind === 'throttled') return { kind: 'throttled', by: verdict.by, waitMs: verdict.after };
  if ('error' in tried) return { kind: 'lost' };
  const scope = operation.subscription === undefined ? 'tenant' : 'subscription';
  const left = tried.response.headers.get(`x-ms-ratelimit-remaining-${scope}-${operation.kind}s`);
  const remaining = left !== undefined && /^\d+$/.test(left) ? Number(left) : undefined;
  return { kind: 'answered', ...(remaining !== undefined && { remaining }) };
}
