import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOperatorNames, orderOperatorNames, textOperatorNames } from './ast.ts';
import type { Expression, NamedExpression, Query, SortKey, Step } from './ast.ts';
import { parseQuery } from './parser.ts';
import { printQuery } from './printing.testing.ts';
import { QueryProblem } from './problem.ts';
import type { Value } from './values.ts';

describe('parseQuery', () => {
  it.each([
    ['T', []],
    ['T | where a == 1;', [{ kind: 'where' }]],
    ['T\n| where a == 1 // a comment | count\n| take 3', [{ kind: 'where' }, { kind: 'take', count: 3 }]],
    ['T | limit 5 | count', [{ kind: 'take', count: 5 }, { kind: 'count' }]],
    ['T | sort by a', [{ kind: 'order', keys: [{ descending: true, nullsFirst: false }] }]],
    [
      'T | order by a asc, b desc nulls first',
      [{ keys: [{ descending: false, nullsFirst: true }, { nullsFirst: true }] }],
    ],
    ['T | top 2 by a', [{ kind: 'top', count: 2, key: { descending: true } }]],
    ['T | distinct *', [{ kind: 'distinct', columns: '*' }]],
    ['T | project a, b = c', [{ columns: [{ expression: { name: 'a' } }, { name: 'b', expression: { name: 'c' } }] }]],
    [
      'T | summarize n = count(), make_list(a) by b',
      [{ aggregates: [{ name: 'n' }, {}], by: [{ expression: { name: 'b' } }] }],
    ],
    ['T | summarize by a', [{ kind: 'summarize', aggregates: [], by: [{}] }]],
  ])('reads %j', (text, steps) => {
    expect(parseQuery(text)).toMatchObject({ table: 'T', steps });
  });

  it.each([
    [`'a\\'b\\n\\u0041'`, `a'b\nA`],
    [`"it's"`, `it's`],
    [`@'C:\\new'`, 'C:\\new'],
    [`@'it''s'`, `it's`],
    ['-1.5', -1.5],
    ['true', true],
    ['dynamic(null)', null],
    [`dynamic([1, 'a', {"b": [true]}])`, [1, 'a', { b: [true] }]],
  ])('reads the literal %s', (text, value) => {
    expect(parseQuery(`T | where ${text}`).steps).toEqual([{ kind: 'where', predicate: { kind: 'literal', value } }]);
  });

  it.each(['p.a.b', `p['a'].b`, `p["a"]['b']`, `p.['a'].b`])('reads the path %s', (text) => {
    const path = {
      kind: 'member',
      name: 'b',
      source: { kind: 'member', name: 'a', source: { kind: 'column', name: 'p' } },
    };
    expect(parseQuery(`T | where ${text}`).steps).toEqual([{ kind: 'where', predicate: path }]);
  });

  it('binds and before or, and lets parentheses win', () => {
    const shape = (text: string) => printQuery(parseQuery(`T | where ${text}`));
    expect(shape('a or b and c')).toBe(shape('a or (b and c)'));
    expect(shape('(a or b) and c')).not.toBe(shape('a or b and c'));
  });

  it.each([
    ['', 'the name of a table', 1, 0],
    ['T |', 'an operator', 1, 3],
    ['T | where', 'an expression', 1, 9],
    ['T | where a ==', 'an expression', 1, 14],
    ['T\n| where (a == 1', '")"', 2, 15],
    ['T | where a in ()', 'an expression', 1, 16],
    ['T | take many', 'a number of rows', 1, 9],
    ['T | order a', '"by"', 1, 10],
    ['T | where a == 1 take 3', '"|" or the end', 1, 17],
    [`T | where a == 'b`, 'Unexpected', 1, 15],
    ['T | where a # b', 'Unexpected', 1, 12],
  ])('says what is wrong in %j', (text, message, line, character) => {
    const problem = problemOf(text);
    expect(problem.message).toContain(message);
    expect(problem).toMatchObject({ code: 'ParserFailure', place: { line, character } });
  });

  it.each([
    ['T | mv-expand a', 'the operator "mv-expand"', 'kusto/parser.ts'],
    ['T | join kind=inner (U) on a', 'the operator "join"', 'kusto/parser.ts'],
    ['T | extend a = b + 1', 'the operator "+"', 'kusto/expressions.ts'],
  ])('says of %j that the emulator does not know it, and where to add it', (text, what, file) => {
    expect(problemOf(text)).toMatchObject({ code: 'InvalidQueryLanguage', token: what });
    expect(problemOf(text).message).toContain(`test/emulator/graph/${file}`);
  });

  it('reads back what is printed, whatever the query', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(parseQuery(printQuery(query))).toEqual(query);
      }),
    );
  });
});

function problemOf(text: string): QueryProblem {
  try {
    parseQuery(text);
  } catch (problem) {
    if (problem instanceof QueryProblem) return problem;
    throw problem;
  }
  throw new Error(`No problem in ${text}`);
}

const words = fc.constantFrom('a', 'id', 'type', '이름', 'with space', "it's", 'properties');
const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value, plainNumbers)) as Value);
const literals = fc
  .oneof(fc.string(), fc.integer(), fc.boolean(), json)
  .map((value): Expression => ({ kind: 'literal', value }));
const columns = words.map((name): Expression => ({ kind: 'column', name }));

/** Kusto writes no exponents, and neither does the parser read them. */
function plainNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value % 1000) + 0 : value;
}

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    columns,
    literals,
    fc.record({ kind: fc.constant('member'), source: columns, name: fc.string() }),
    fc.record({ kind: fc.constant('element'), source: columns, index: fc.integer() }),
    fc.record({
      kind: fc.constant('call'),
      name: fc.constantFrom('tostring', 'f'),
      args: fc.array(tie('expression'), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('compare'),
      operator: fc.constantFrom(...textOperatorNames, ...orderOperatorNames),
      left: tie('expression'),
      right: tie('expression'),
    }),
    fc.record({
      kind: fc.constant('in'),
      operator: fc.constantFrom(...inOperatorNames),
      left: tie('expression'),
      list: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('logic'),
      operator: fc.constantFrom('and', 'or'),
      left: tie('expression'),
      right: tie('expression'),
    }),
  ),
}));

const named = fc.record(
  { name: fc.constantFrom('x', 'y_1'), expression },
  { requiredKeys: ['expression'] },
) as fc.Arbitrary<NamedExpression>;
const keys: fc.Arbitrary<SortKey> = fc.record({ expression, descending: fc.boolean(), nullsFirst: fc.boolean() });
const some = fc.array(named, { minLength: 1, maxLength: 3 });
const counts = fc.nat({ max: 1000 });

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('where'), predicate: expression }),
  fc.record({ kind: fc.constant('project'), columns: some }),
  fc.record({ kind: fc.constant('extend'), columns: some }),
  fc.record({ kind: fc.constant('order'), keys: fc.array(keys, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('take'), count: counts }),
  fc.record({ kind: fc.constant('top'), count: counts, key: keys }),
  fc.constant<Step>({ kind: 'count' }),
  fc.record({ kind: fc.constant('distinct'), columns: fc.oneof(fc.constant<'*'>('*'), some) }),
  fc.record({ kind: fc.constant('summarize'), aggregates: fc.array(named, { maxLength: 2 }), by: some }),
);

const queries: fc.Arbitrary<Query> = fc.record({
  table: fc.constantFrom('T', 'ResourceContainers'),
  steps: fc.array(steps, { maxLength: 5 }),
});
