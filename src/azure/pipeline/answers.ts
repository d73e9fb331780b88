import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { ProblemError } from '../../domain/problem.ts';
import { isHtml, readAnswer } from '../problems/answer.ts';
import { problemOfAnswer, problemOfFailure } from '../problems/problems.ts';
import { operationOf } from '../scheduler/operation.ts';

/** Outermost: whatever is not a good answer of ARM leaves the pipeline as a `ProblemError`, once and for every client. */
export function answersPolicy(isOnline: () => boolean): PipelinePolicy {
  return {
    name: 'answers',
    async sendRequest(request, next) {
      const { kind } = operationOf(request.method, request.url);
      const response = await next(request).catch((cause: unknown) => {
        throw new ProblemError(problemOfFailure(cause, request, { kind, isOnline }), { cause });
      });
      if (response.status < 400 && !isHtml(response)) return response;
      throw new ProblemError(problemOfAnswer(readAnswer(response, request), { kind }));
    },
  };
}
