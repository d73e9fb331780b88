import type { Columns, Row, ScalarType, Value } from './kusto/values.ts';
import type { Page } from './page.ts';
import type { GraphRequest } from './request.ts';

/**
 * The body of an answer, in the format that was asked for.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data#formatting-results
 */
export function bodyOf(
  page: Page,
  columns: Columns,
  format: GraphRequest['resultFormat'],
): Readonly<Record<string, unknown>> {
  return {
    totalRecords: page.total,
    count: page.rows.length,
    data: format === 'table' ? tableOf(page.rows, columns) : page.rows,
    facets: [],
    resultTruncated: page.resultTruncated,
    ...(page.skipToken !== undefined && { $skipToken: page.skipToken }),
  };
}

function tableOf(rows: readonly Row[], columns: Columns): unknown {
  const names = [...columns.keys()];
  const numbers = (name: string): readonly Value[] => rows.map((row) => row[name] ?? null);
  return {
    columns: [...columns].map(([name, type]) => ({ name, type: columnType(type, () => numbers(name)) })),
    rows: rows.map((row) => names.map((name) => row[name] ?? null)),
  };
}

function columnType(type: ScalarType, values: () => readonly Value[]): string {
  switch (type) {
    case 'string':
      return 'string';
    case 'bool':
      return 'boolean';
    case 'dynamic':
      return 'object';
    case 'number':
      return values().every((value) => value === null || Number.isInteger(value)) ? 'integer' : 'number';
  }
}
