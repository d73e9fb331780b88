import type { Caller, Context } from '../context.ts';
import type { Asker } from './asker.ts';
import { accessDenied, badRequest, throttled } from './errors.ts';
import type { GraphAnswer } from './errors.ts';
import { bodyOf } from './format.ts';
import { parseQuery } from './kusto/parser.ts';
import { pageOf, placeOf } from './page.ts';
import { takeFromQuota } from './quota.ts';
import { NothingReadable, relationFor } from './relation.ts';
import { readRequest } from './request.ts';
import type { GraphRequest } from './request.ts';
import { resultFor } from './results.ts';
import { nextTurn } from './turns.ts';

/**
 * Answers `POST /providers/Microsoft.ResourceGraph/resources`.
 *
 * `visibleTo` says whether the caller may read a subscription, resource group or management group, by its id. Answers 400
 * for what cannot be read, 403 for scopes that may not be and where the world refuses Resource Graph, and 429 beyond the
 * quota; the two quota headers are on every answer but that of a world that refuses.
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export function answerQuery(
  context: Context,
  caller: Caller,
  body: unknown,
  visibleTo: (scope: string) => boolean,
): GraphAnswer {
  const now = context.clock.now();
  if (context.world.switches.resourceGraph === 'refused') {
    return accessDenied('Azure Resource Graph is not available to this tenant.', now);
  }
  const { allowed, headers } = takeFromQuota(context, caller);
  const answer = allowed ? answerWithinQuota({ context, caller, visibleTo }, body) : throttled(now);
  return { ...answer, headers };
}

function answerWithinQuota(asker: Asker, body: unknown): GraphAnswer {
  try {
    return { status: 200, body: resultOf(asker, readRequest(body)), headers: {} };
  } catch (problem) {
    const now = asker.context.clock.now();
    if (problem instanceof NothingReadable) return accessDenied(problem.message, now);
    return badRequest(problem, now);
  }
}

function resultOf(asker: Asker, request: GraphRequest): unknown {
  const query = parseQuery(request.query);
  const { world, clock } = asker.context;
  const place = placeOf(request, nextTurn(world, query));
  const relation = resultFor(world, clock.now(), keyOf(asker.caller, request, place.turn), () => {
    return relationFor(asker, request, query, place.turn);
  });
  return bodyOf(pageOf(relation, place, request), relation.columns, request.resultFormat);
}

/** Everything a result depends on, apart from the world and the time. */
function keyOf({ tenantId, objectId }: Caller, request: GraphRequest, turn: number): string {
  const { query, subscriptions, managementGroups, authorizationScopeFilter } = request;
  return JSON.stringify([tenantId, objectId, query, subscriptions, managementGroups, authorizationScopeFilter, turn]);
}
