import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { ProblemError, type Problem } from '../../domain/problem.ts';
import { operationOf } from '../scheduler/operation.ts';
import { StoppedError, type Scheduler } from '../scheduler/scheduler.ts';
import type { Time } from '../scheduler/time.ts';
import type { Slot, Turn } from '../scheduler/turn.ts';
import { outcomeOf, verdictOf, type Tried } from './verdict.ts';

/**
 * Every request waits here for its turn, and is sent again here where that is safe. The SDKs' own retries are off:
 * two layers that retry would multiply.
 */
export function pacingPolicy(options: {
  readonly scheduler: Scheduler;
  readonly time: Time;
  readonly random: () => number;
  readonly isOnline: () => boolean;
  /** The correlation id of requests that are not part of a run; those of a run go first. */
  readonly correlationId: string;
}): PipelinePolicy {
  const { scheduler, time, random, isOnline, correlationId } = options;
  return {
    name: 'pacing',
    async sendRequest(request, next) {
      const operation = operationOf(request.method, request.url);
      const urgent = request.headers.get('x-ms-correlation-request-id') !== correlationId;
      const signal = request.abortSignal;
      // Whoever stops wants no new write, not one that nobody knows the end of: only waiting can be stopped.
      if (operation.kind !== 'read') delete request.abortSignal;
      let sentBack: Problem | undefined;
      for (let attempt = 1; ; attempt += 1) {
        const turn: Turn = { operation, urgent, again: attempt > 1, ...(signal && { signal }) };
        let slot: Slot;
        try {
          slot = await scheduler.enter(turn);
        } catch (error) {
          throw operation.kind === 'read' ? error : stoppedBy(error, sentBack);
        }
        // Known never to have left: unlike a request that breaks off, this is safe to say of a write too.
        const tried = isOnline() ? await settle(next(request)) : { error: new ProblemError({ code: 'offline' }) };
        const circumstances = {
          operation,
          request,
          attempt,
          isOnline: isOnline(),
          random: random(),
          date: time.date(),
        };
        const verdict = verdictOf(tried, circumstances);
        slot.done(outcomeOf(tried, verdict, operation));
        if (verdict.kind === 'final') return answerOf(tried);
        if (verdict.kind === 'throttled' && !verdict.again) {
          throw new ProblemError({ code: 'throttled', retryAfterMs: verdict.after, azure: verdict.answer.azure });
        }
        if (verdict.kind === 'throttled') sentBack = { code: 'stopped', azure: verdict.answer.azure };
        // Who was throttled waits in the queue, with everybody whom the same limit concerns.
        if (verdict.kind === 'failed' && (await time.pause(verdict.after, signal)) === 'stopped') {
          throw new StoppedError();
        }
      }
    },
  };
}

/** A write whose waiting was stopped: it was never sent, or Azure sent it back. */
function stoppedBy(error: unknown, sentBack: Problem | undefined): unknown {
  const stopped = error instanceof StoppedError || (error instanceof Error && error.name === 'AbortError');
  if (!stopped) return error;
  return sentBack ? new ProblemError(sentBack, { cause: error }) : new StoppedError();
}

function settle(sending: Promise<PipelineResponse>): Promise<Tried> {
  return sending.then(
    (response) => ({ response }),
    (error: unknown) => ({ error }),
  );
}

function answerOf(tried: Tried): PipelineResponse {
  if ('error' in tried) throw tried.error;
  return tried.response;
}
