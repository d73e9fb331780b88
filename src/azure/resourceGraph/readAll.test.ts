import { createResourceGraph } from '@azure/arm-resourcegraph/api';
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../domain/problem.ts';
import { readAll, type Row } from './readAll.ts';

const never = new AbortController().signal;

interface Asked {
  readonly skip?: number;
  readonly token?: string;
}

/** A Resource Graph with these ids in its table; `answer` may change what it says. */
function graph(ids: () => readonly string[], answer: (body: Record<string, unknown>) => unknown = (body) => body) {
  const asked: Asked[] = [];
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const { options } = JSON.parse(String(request.body)) as { options: Record<string, unknown> };
      const [skip, token, top] = [
        options.$skip as number | undefined,
        options.$skipToken as string | undefined,
        Number(options.$top),
      ];
      asked.push({ ...(skip !== undefined && { skip }), ...(token !== undefined && { token }) });
      const all = ids();
      const start = skip ?? Number(token ?? 0);
      const data = all.slice(start, start + top).map((id) => ({ id }));
      const next = start + data.length;
      const more = next < all.length;
      const body = answer({
        totalRecords: all.length,
        count: data.length,
        resultTruncated: String(more),
        data,
        ...(more && { $skipToken: String(next) }),
      });
      const headers = createHttpHeaders({ 'content-type': 'application/json' });
      return { request, status: 200, headers, bodyAsText: JSON.stringify(body) };
    },
  };
  const credential = { getToken: async () => ({ token: 't', expiresOnTimestamp: Date.now() + 3_600_000 }) };
  return { asked, context: createResourceGraph(credential, '', { httpClient }) };
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `/Id/${String(index).padStart(6, '0')}`);
const idsOf = (rows: readonly Row[]): readonly unknown[] => rows.map(({ id }) => id);

describe('reading a whole table', () => {
  it('takes one question where everything fits', async () => {
    const { context, asked } = graph(() => numbered(3));
    expect(idsOf(await readAll(context, { query: 'x' }, never))).toEqual(numbered(3));
    expect(asked).toEqual([{}]);
  });

  it('asks for all other pages at once, and says how many there will be', async () => {
    const { context, asked } = graph(() => numbered(4500));
    const progress: (readonly [number, number])[] = [];
    const rows = await readAll(context, { query: 'x' }, never, (page, total) => progress.push([page.length, total]));
    expect(idsOf(rows)).toEqual(numbered(4500));
    expect(asked).toEqual([{}, { skip: 1000 }, { skip: 2000 }, { skip: 3000 }, { skip: 4000 }]);
    expect(progress).toEqual([1000, 1000, 1000, 1000, 500].map((count) => [count, 4500]));
  });

  it('reads on page by page where rows slipped from one page to another', async () => {
    let questions = 0;
    // Between the first answer and the second, a row of the first page goes away: counting would miss one.
    const { context, asked } = graph(() => ((questions += 1) === 1 ? numbered(2500) : numbered(2500).toSpliced(5, 1)));
    const rows = await readAll(context, { query: 'x' }, never);
    expect(new Set(idsOf(rows))).toEqual(new Set(numbered(2500).toSpliced(1000, 1)));
    expect(asked.slice(3).every(({ token }) => token !== undefined)).toBe(true);
  });

  it('reads page by page where pages are smaller than asked for', async () => {
    const { context, asked } = graph(
      () => numbered(1200),
      ({ data, totalRecords, $skipToken }) => {
        const rows = (data as Row[]).slice(0, 700);
        const first = rows[0]?.id === numbered(1)[0];
        return {
          data: rows,
          totalRecords,
          count: rows.length,
          resultTruncated: 'true',
          $skipToken: first ? '700' : ($skipToken ?? undefined),
        };
      },
    );
    const reading = await readAll(context, { query: 'x' }, never).catch(problemOf);
    expect(asked[1]).toEqual({ token: '700' });
    // The second page claims to be cut off, too, and names no way on: that is not passed over.
    expect(reading).toMatchObject({ code: 'badAnswer' });
  });

  it.each([
    [
      'a table instead of objects',
      { totalRecords: 1, count: 1, resultTruncated: 'false', data: { columns: [], rows: [] } },
    ],
    [
      'rows cut off without a way to read on',
      { totalRecords: 9, count: 1, resultTruncated: 'true', data: [{ id: 'x' }] },
    ],
    [
      'a token that leads back to itself',
      { totalRecords: 9, count: 0, resultTruncated: 'true', data: [], $skipToken: 'again' },
    ],
  ])('refuses %s', async (_, body) => {
    const { context } = graph(
      () => [],
      () => body,
    );
    expect(await readAll(context, { query: 'x' }, never).catch(problemOf)).toMatchObject({ code: 'badAnswer' });
  });
});
