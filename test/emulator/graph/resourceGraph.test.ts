import { describe, expect, it } from 'vitest';
import { estateId } from '../worlds/estate.ts';
import { ask, caller, contextFor, rowsOf, startAt } from './context.testing.ts';
import type { Body } from './context.testing.ts';
import { noteWrite } from './lag.ts';
import { answerQuery } from './resourceGraph.ts';

const groupsQuery = `resourcecontainers | where type =~ 'microsoft.resources/subscriptions/resourcegroups' | project id, name | order by id asc`;

describe('the two headers of the quota', () => {
  it('count down, and start anew after five seconds', () => {
    const context = contextFor('small');
    const remaining = Array.from({ length: 15 }, () => ask(context, groupsQuery).headers['x-ms-user-quota-remaining']);
    expect(remaining).toEqual(Array.from({ length: 15 }, (_, index) => String(14 - index)));
    context.clock.advance(1_500);
    const refused = ask(context, groupsQuery);
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ error: { code: 'RateLimiting', details: [{ code: 'RateLimiting' }] } });
    expect(refused.headers).toMatchObject({
      'x-ms-user-quota-remaining': '0',
      'x-ms-user-quota-resets-after': '00:00:04',
      'Retry-After': '4',
    });
    context.clock.advance(3_500);
    expect(ask(context, groupsQuery)).toMatchObject({
      status: 200,
      headers: { 'x-ms-user-quota-resets-after': '00:00:05' },
    });
  });

  it('belong to one person', () => {
    const context = contextFor('small');
    for (let n = 0; n < 15; n += 1) ask(context, groupsQuery);
    expect(ask(context, groupsQuery).status).toBe(429);
    expect(ask(context, groupsQuery, { as: { ...caller, objectId: 'somebody-else' } }).status).toBe(200);
  });
});

describe('refusals', () => {
  it('are 403 where the tenant has no Resource Graph', () => {
    const context = contextFor('small', { switches: { resourceGraph: 'refused' } });
    expect(ask(context, groupsQuery)).toMatchObject({ status: 403, body: { error: { code: 'AccessDenied' } } });
  });

  it.each([
    ['T |', 'ParserFailure'],
    ['resourcecontainers | mv-expand tags', 'InvalidQueryLanguage'],
    ['resourcecontainers | where nope == 1', 'SemanticError'],
    ['resources | count', 'InvalidQueryLanguage'],
  ])('%s is 400 with the reason in the details', (query, code) => {
    const { status, body } = ask(contextFor('small'), query);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code }] } });
    expect(JSON.stringify(body)).toContain('2026-09-01T08:00:00.000Z');
  });

  it.each([
    [undefined],
    [{}],
    [{ query: '' }],
    [{ query: 'resourcecontainers', subscriptions: 'all' }],
    [{ query: 'resourcecontainers', subscriptions: [estateId(1)], managementGroups: ['contoso'] }],
    [{ query: 'resourcecontainers', options: { $top: 0 } }],
    [{ query: 'resourcecontainers', options: { $top: 1001 } }],
    [{ query: 'resourcecontainers', options: { $skip: -1 } }],
    [{ query: 'resourcecontainers', options: { $skipToken: 'nonsense' } }],
    [{ query: 'resourcecontainers', options: { resultFormat: 'xml' } }],
    [{ query: 'resourcecontainers', facets: [{ expression: 'type' }] }],
  ])('%j is 400', (body) => {
    const answer = answerQuery(contextFor('small'), caller, body, () => true);
    expect(answer).toMatchObject({ status: 400, body: { error: { details: [{ code: 'InvalidRequest' }] } } });
  });
});

describe('pages', () => {
  /** Reads everything, page by page, and says how many rows each page had. */
  function readAll(world: string, query: string, options: Readonly<Record<string, unknown>>) {
    const context = contextFor(world);
    const pages: Body[] = [rowsOf(context, query, { options })];
    for (let token = pages[0]?.$skipToken; token !== undefined; token = pages.at(-1)?.$skipToken) {
      pages.push(rowsOf(context, query, { options: { $skipToken: token } }));
    }
    return pages;
  }

  it.each([1, 7, 64, 65, 1000])('of %i rows put together are the whole, in order', (top) => {
    const pages = readAll('small', groupsQuery, { $top: top });
    const ids = pages.flatMap(({ data }) => data.map(({ id }) => String(id)));
    expect(ids).toHaveLength(64);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(pages.map(({ count }) => count)).toEqual(pages.map(({ data }) => data.length));
    expect(new Set(pages.map(({ totalRecords }) => totalRecords))).toEqual(new Set([64]));
    expect(pages).toHaveLength(Math.ceil(64 / top));
  });

  it('are 100 rows long when nobody says otherwise, and complete in a large world', () => {
    const query = `resourcecontainers | where type == 'microsoft.resources/subscriptions' | project id | order by id asc`;
    const pages = readAll('large', query, {});
    expect(pages).toHaveLength(50);
    expect(new Set(pages.flatMap(({ data }) => data.map(({ id }) => id))).size).toBe(5_000);
  });

  it('are complete without an order, too, but two readings differ', () => {
    const query = `resourcecontainers | where type contains 'resourcegroups' | project id`;
    const context = contextFor('small');
    const read = () => rowsOf(context, query, { options: { $top: 1000 } }).data.map(({ id }) => String(id));
    const [first, second] = [read(), read()];
    expect(first).not.toEqual(second);
    expect(first.sort()).toEqual(second.sort());
    const pages = readAll('small', query, { $top: 10 });
    expect(new Set(pages.flatMap(({ data }) => data.map(({ id }) => id))).size).toBe(64);
  });

  it('end where the id is missing', () => {
    const body = rowsOf(contextFor('small'), 'resourcecontainers | project name | order by name asc', {
      options: { $top: 3 },
    });
    expect(body).toMatchObject({ count: 3, resultTruncated: 'true' });
    expect(body).not.toHaveProperty('$skipToken');
  });

  it('let $skip and $top win over the token', () => {
    const context = contextFor('small');
    const [first, all] = [{ $top: 5 }, { $top: 1000 }].map((options) => rowsOf(context, groupsQuery, { options }));
    const options = { $skipToken: first?.$skipToken, $skip: 20, $top: 2 };
    expect(rowsOf(context, groupsQuery, { options }).data).toEqual(all?.data.slice(20, 22));
  });

  it('refuse a token of another query', () => {
    const context = contextFor('small');
    const { $skipToken } = rowsOf(context, groupsQuery, { options: { $top: 5 } });
    expect(ask(context, `${groupsQuery} | take 9`, { options: { $skipToken } }).status).toBe(400);
  });
});

describe('resultFormat table', () => {
  it('has columns with their types, and rows of cells', () => {
    const query = `resourcecontainers | where name == 'rg-firewall' | project name, tags, n = array_length(split(id, '/')), yes = isempty(managedBy)`;
    const { data } = rowsOf(contextFor('small'), query, { options: { resultFormat: 'table' } });
    expect(data).toEqual({
      columns: [
        { name: 'name', type: 'string' },
        { name: 'tags', type: 'object' },
        { name: 'n', type: 'integer' },
        { name: 'yes', type: 'boolean' },
      ],
      rows: [['rg-firewall', { env: 'prod', costCenter: 'CC-1000', owner: 'platform-team@contoso.example' }, 5, true]],
    });
  });
});

describe('a large world', () => {
  it('does not answer with what was true before a write', () => {
    const context = contextFor('large');
    const query = `managedservicesresources | where type endswith 'registrationassignments' | count`;
    const [before] = rowsOf(context, query).data;
    const [key = ''] = context.world.assignments.keys();
    noteWrite(context, 'assignments', key);
    context.world.assignments.delete(key);
    const { body } = ask(context, query);
    expect((body as Body).data).toEqual([{ Count: Number(before?.['Count']) - 1 }]);
    expect(context.clock.now()).toBeGreaterThan(startAt);
  });
});
