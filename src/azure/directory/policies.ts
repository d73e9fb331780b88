import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ProblemError } from '../../domain/problem.ts';
import { readAnswer } from '../problems/answer.ts';
import { retryAfter } from '../scheduler/retryAfter.ts';

/** Longest wait for one answer, in ms. Where a proxy swallows what goes to Graph, nobody should wait for long. */
const longestAnswer = 30_000;

/**
 * Every request is made the same way: with an id of its own that Graph's logs know it by, and never with cookies, from a
 * cache, through a redirect or with our address as referrer. No other header of ours: a browser asks Graph about each.
 * https://learn.microsoft.com/graph/use-the-api#headers
 * @param newId a fresh GUID
 */
export function mannersPolicy(newId: () => string): PipelinePolicy {
  return {
    name: 'manners',
    sendRequest(request, next) {
      request.headers.set('client-request-id', newId());
      request.timeout ||= longestAnswer;
      request.withCredentials = false;
      request.requestOverrides = {
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      };
      return next(request);
    },
  };
}

/**
 * A 429 as a problem that says when to come back, where Graph said so and the browser may read it. Nothing is sent again
 * by itself: somebody is looking at a dialog that is useful without names.
 * https://learn.microsoft.com/graph/throttling
 * @param now the device's clock, for a date in `Retry-After`
 */
export function pushBackPolicy(now: () => number): PipelinePolicy {
  return {
    name: 'pushBack',
    async sendRequest(request, next) {
      const response = await next(request);
      if (response.status !== 429) return response;
      const { header, azure } = readAnswer(response, request);
      const after = retryAfter({ header }, now());
      throw new ProblemError({ code: 'throttled', ...(after !== undefined && { retryAfterMs: after }), azure });
    },
  };
}
