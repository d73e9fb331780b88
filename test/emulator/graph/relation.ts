import type { Asker } from './asker.ts';
import type { Query } from './kusto/ast.ts';
import { runQuery } from './kusto/pipeline.ts';
import { typeHint } from './kusto/typeHint.ts';
import type { Relation } from './kusto/values.ts';
import type { GraphRequest } from './request.ts';
import { sightOf } from './sight.ts';
import { tableNamed } from './tables.ts';
import { turned } from './turns.ts';
import { viewOf } from './view.ts';

/** Scopes were named and none of them may be read. */
export class NothingReadable extends Error {
  override readonly message = 'None of the scopes of this query may be read by this caller.';
}

/** All rows a query gives this caller, unsorted ones starting at `turn`. Throws QueryProblem and NothingReadable. */
export function relationFor(asker: Asker, request: GraphRequest, query: Query, turn: number): Relation {
  const view = viewOf(asker.context);
  const sight = sightOf(view, asker, request);
  if (!sight) throw new NothingReadable();
  const { columns, rows } = tableNamed(query.table, {
    view,
    sight,
    filter: request.authorizationScopeFilter,
    visibleTo: asker.visibleTo,
    types: typeHint(query),
  });
  return runQuery(query, { columns, rows: turned(rows, turn) });
}
