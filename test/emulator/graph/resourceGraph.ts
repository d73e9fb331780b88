import type { Caller, Context } from '../context.ts';
import type { World } from '../model.ts';
import { accessDenied, badRequest, throttled } from './errors.ts';
import type { GraphAnswer } from './errors.ts';
import { bodyOf } from './format.ts';
import { parseQuery } from './kusto/parser.ts';
import type { Query } from './kusto/ast.ts';
import { runQuery } from './kusto/pipeline.ts';
import { typeHint } from './kusto/typeHint.ts';
import type { Relation, Row } from './kusto/values.ts';
import { pageOf, placeOf } from './page.ts';
import { takeFromQuota } from './quota.ts';
import { readRequest } from './request.ts';
import type { GraphRequest } from './request.ts';
import { resultFor } from './results.ts';
import { sightOf } from './sight.ts';
import { tableNamed } from './tables.ts';
import { viewOf } from './view.ts';

/**
 * Answers `POST /providers/Microsoft.ResourceGraph/resources`.
 *
 * `visibleTo` says whether the caller may read a subscription, resource group or management group, by its id. Answers 400
 * for what cannot be read, 403 for scopes that may not be and where the world refuses Resource Graph, and 429 beyond the
 * quota; the two quota headers are on every answer but that last 403.
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
  const answer = allowed ? evaluate(context, caller, body, visibleTo) : throttled(now);
  return { ...answer, headers };
}

function evaluate(context: Context, caller: Caller, body: unknown, visibleTo: (scope: string) => boolean): GraphAnswer {
  const now = context.clock.now();
  try {
    const request = readRequest(body);
    const query = parseQuery(request.query);
    const place = placeOf(request, isOrdered(query) ? 0 : nextTurn(context.world));
    const relation = resultFor(context.world, now, keyOf(caller, request, place.turn), () => {
      return relationFor(context, caller, request, query, place.turn, visibleTo);
    });
    return {
      status: 200,
      body: bodyOf(pageOf(relation, place, request), relation.columns, request.resultFormat),
      headers: {},
    };
  } catch (problem) {
    if (problem instanceof NothingReadable) return accessDenied(problem.message, now);
    return badRequest(problem, now);
  }
}

/** Scopes were named and none of them may be read. */
class NothingReadable extends Error {
  override readonly message = 'None of the scopes of this query may be read by this caller.';
}

function relationFor(
  context: Context,
  caller: Caller,
  request: GraphRequest,
  query: Query,
  turn: number,
  visibleTo: (scope: string) => boolean,
): Relation {
  const view = viewOf(context);
  const sight = sightOf(view, caller, request, visibleTo);
  if (!sight) throw new NothingReadable();
  const source = { view, sight, filter: request.authorizationScopeFilter, visibleTo, types: typeHint(query) };
  const { columns, rows } = tableNamed(query.table, source);
  return runQuery(query, { columns, rows: turned(rows, turn) });
}

/** Rows that nobody sorts start somewhere else every time, as in Azure. https://learn.microsoft.com/azure/governance/resource-graph/first-query-rest-api */
function turned(rows: readonly Row[], turn: number): readonly Row[] {
  if (turn === 0 || rows.length === 0) return rows;
  const start = turn % rows.length;
  return [...rows.slice(start), ...rows.slice(0, start)];
}

function isOrdered({ steps }: Query): boolean {
  return steps.some(({ kind }) => kind === 'order' || kind === 'top' || kind === 'count');
}

const turns = new WeakMap<World, number>();

/** Where the next unsorted reading starts: follows from the world's seed and from how many there were. */
function nextTurn(world: World): number {
  const turn = ((turns.get(world) ?? world.seed) * 7 + 3) % 1_000_003;
  turns.set(world, turn);
  return turn;
}

function keyOf({ tenantId, objectId }: Caller, request: GraphRequest, turn: number): string {
  const { query, subscriptions, managementGroups, authorizationScopeFilter } = request;
  return JSON.stringify([tenantId, objectId, query, subscriptions, managementGroups, authorizationScopeFilter, turn]);
}
