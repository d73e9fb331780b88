import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ProblemError, type Problem } from '../../domain/problem.ts';
import { isHtml, readAnswer } from '../problems/answer.ts';
import { problemOfAnswer, problemOfFailure } from '../problems/problems.ts';
import { operationOf } from '../scheduler/operation.ts';

/** Told of every request that did not end well: how it was asked, and how long it took in ms. */
export type OnTrouble = (
  problem: Problem,
  asked: { readonly method: string; readonly url: string },
  took: number,
) => void;

/**
 * Outermost: whatever is not a good answer of ARM leaves the pipeline as a `ProblemError`, once and for every client.
 * @param now any clock, in ms
 */
export function answersPolicy(isOnline: () => boolean, now: () => number, onTrouble: OnTrouble): PipelinePolicy {
  return {
    name: 'answers',
    async sendRequest(request, next) {
      const { kind } = operationOf(request.method, request.url);
      const began = now();
      const trouble = (problem: Problem, cause?: unknown) => {
        onTrouble(problem, { method: request.method, url: request.url }, now() - began);
        return new ProblemError(problem, { cause });
      };
      const response = await next(request).catch((cause: unknown) => {
        throw trouble(problemOfFailure(cause, request, { kind, isOnline }), cause);
      });
      if (response.status < 400 && !isHtml(response)) return response;
      throw trouble(problemOfAnswer(readAnswer(response, request), { kind }));
    },
  };
}
