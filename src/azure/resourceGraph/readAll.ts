import type { QueryRequest, QueryRequestOptions } from '@azure/arm-resourcegraph';
import { resources, type ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import { ProblemError } from '../../domain/problem.ts';
import { createLinkGuard, onePerId } from '../collect.ts';
import { list, record, text } from '../shapes/json.ts';

/** The most rows that one answer holds. */
const pageSize = 1000;

export type Row = Readonly<Record<string, unknown>>;

/** What is asked, and over what: the whole tenant without `subscriptions`. */
export type Question = Pick<QueryRequest, 'query' | 'subscriptions'> &
  Pick<QueryRequestOptions, 'authorizationScopeFilter'>;

interface Page {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly skipToken?: string;
}

/**
 * Every row of a query, each once. The first answer says how many there are; the other pages are then asked for all at
 * once, as each takes a second and the quota allows 15 in 5 s. Pages that were counted off can slip when rows come or go
 * in between, so if fewer than promised arrive, they are read again one after the other. Rows count by their `id`.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data#paging-results
 * @param onRows is given each page's rows as they arrive, and how many there are in all; never for a page read again
 */
export async function readAll(
  context: ResourceGraphContext,
  question: Question,
  signal: AbortSignal,
  onRows: (rows: readonly Row[], total: number) => void = () => {},
): Promise<readonly Row[]> {
  const ask = (options: { skip?: number; skipToken?: string }): Promise<Page> =>
    askPage(context, question, signal, options);
  const first = await ask({});
  onRows(first.rows, Math.max(first.total, first.rows.length));
  if (first.skipToken === undefined) return onePerId(first.rows);

  // Large rows make smaller pages; then nobody can say where the next one starts.
  const pages = first.rows.length === pageSize ? Math.ceil(first.total / pageSize) : 1;
  const starts = Array.from({ length: pages - 1 }, (_, index) => (index + 1) * pageSize);
  const others = await Promise.all(
    starts.map(async (skip) => {
      const page = await ask({ skip });
      onRows(page.rows, first.total);
      return page.rows;
    }),
  );
  const counted = onePerId([...first.rows, ...others.flat()]);
  if (starts.length > 0 && counted.length >= first.total) return counted;
  return onePerId([...counted, ...(await readOn(ask, first.skipToken))]);
}

async function readOn(ask: (options: { skipToken: string }) => Promise<Page>, start: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const follow = createLinkGuard();
  for (let skipToken: string | undefined = start; skipToken !== undefined;) {
    follow(skipToken);
    const page: Page = await ask({ skipToken });
    rows.push(...page.rows);
    skipToken = page.skipToken;
  }
  return rows;
}

async function askPage(
  context: ResourceGraphContext,
  { authorizationScopeFilter, ...scope }: Question,
  abortSignal: AbortSignal,
  options: { skip?: number; skipToken?: string },
): Promise<Page> {
  const filter = authorizationScopeFilter && { authorizationScopeFilter };
  const request: QueryRequest = {
    ...scope,
    options: { top: pageSize, resultFormat: 'objectArray', ...filter, ...options },
  };
  const { data, totalRecords, skipToken, resultTruncated } = await resources(context, request, { abortSignal });
  if (!Array.isArray(data)) throw new ProblemError({ code: 'badAnswer' });
  // Cut off without a way to read on: what is missing must not look as if it were not there.
  if (resultTruncated === 'true' && !skipToken) throw new ProblemError({ code: 'badAnswer' });
  const token = text(skipToken);
  return { rows: list(data).map(record), total: totalRecords, ...(token !== undefined && { skipToken: token }) };
}
