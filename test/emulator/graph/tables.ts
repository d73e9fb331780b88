import { notInEmulator } from './kusto/problem.ts';
import type { Relation, Row } from './kusto/values.ts';
import type { AuthorizationScopeFilter } from './request.ts';
import { authorizationRows } from './rows/authorization.ts';
import { scopesThatCount } from './rows/authorizationScope.ts';
import { containerRows } from './rows/containers.ts';
import { managedServicesRows } from './rows/managedServices.ts';
import { policyRows } from './rows/policies.ts';
import { columns } from './rows/row.ts';
import type { Sight } from './sight.ts';
import type { GraphView } from './view.ts';

/** Everything a table is made from. */
export interface Source {
  readonly view: GraphView;
  readonly sight: Sight;
  readonly filter: AuthorizationScopeFilter;
  readonly visibleTo: (scope: string) => boolean;
  /** Types of rows that the query can use; others need not be made. */
  readonly types: ReadonlySet<string> | undefined;
}

const tables: Readonly<Record<string, (source: Source) => readonly Row[]>> = {
  resourcecontainers: ({ view, sight, types }) => containerRows(view, sight, types),
  managedservicesresources: ({ view, sight }) => managedServicesRows(view, sight),
  authorizationresources: ({ view, sight, filter, visibleTo }) =>
    authorizationRows(view, sight, scopesThatCount(view, sight, filter, visibleTo)),
  policyresources: ({ view, sight, filter, visibleTo }) =>
    policyRows(view, sight.tenantId, scopesThatCount(view, sight, filter, visibleTo)),
};

/** The table of this name, in any case, with the rows the caller sees. Throws QueryProblem for a table not known here. */
export function tableNamed(name: string, source: Source): Relation {
  const lower = name.toLowerCase();
  const make = Object.hasOwn(tables, lower) ? tables[lower] : undefined;
  if (!make) throw notInEmulator(`the table "${name}"`, 'tables.ts');
  return { columns, rows: make(source) };
}
