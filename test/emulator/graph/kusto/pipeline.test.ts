import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parser.ts';
import { runQuery } from './pipeline.ts';
import { QueryProblem } from './problem.ts';
import type { Relation, Row, ScalarType, Value } from './values.ts';

const columns = new Map<string, ScalarType>([
  ['name', 'string'],
  ['place', 'string'],
  ['size', 'number'],
  ['p', 'dynamic'],
]);

const rows: readonly Row[] = [
  {
    name: 'Alpha',
    place: 'koreacentral',
    size: 3,
    p: { state: 'Enabled', chain: [{ name: 'a' }, { name: 'root' }], n: 1 },
  },
  { name: 'beta', place: '', size: 10, p: { state: 'Disabled', chain: [], flag: true } },
  { name: 'Gamma-1', place: 'koreacentral', size: null, p: { state: null } },
  { name: '감마', place: 'westeurope', size: 3, p: null },
];

function run(text: string, table: Relation = { columns, rows }): Relation {
  return runQuery(parseQuery(`T | ${text}`), table);
}

function names(text: string): Value[] {
  return run(text).rows.map((row) => row['name'] ?? null);
}

describe('where', () => {
  it.each([
    [`name == 'Alpha'`, ['Alpha']],
    [`name == 'alpha'`, []],
    [`name =~ 'ALPHA'`, ['Alpha']],
    [`name !~ 'ALPHA'`, ['beta', 'Gamma-1', '감마']],
    [`name != 'Alpha'`, ['beta', 'Gamma-1', '감마']],
    [`place != ''`, ['Alpha', 'Gamma-1', '감마']],
    [`name in ('beta', '감마', 'alpha')`, ['beta', '감마']],
    [`name in~ ('ALPHA', "BETA")`, ['Alpha', 'beta']],
    [`name in~ (dynamic(['ALPHA', 'beta']))`, ['Alpha', 'beta']],
    [`name !in ('beta')`, ['Alpha', 'Gamma-1', '감마']],
    [`name !in~ ('BETA')`, ['Alpha', 'Gamma-1', '감마']],
    [`name contains 'MA'`, ['Gamma-1']],
    [`name contains_cs 'MA'`, []],
    [`name !contains 'a'`, ['감마']],
    [`name startswith 'AL'`, ['Alpha']],
    [`name endswith '-1'`, ['Gamma-1']],
    [`name has 'gamma'`, ['Gamma-1']],
    [`name has 'gam'`, []],
    [`name has '감'`, []],
    [`name has ''`, ['Alpha', 'beta', 'Gamma-1', '감마']],
    [`size == 3`, ['Alpha', '감마']],
    [`size >= 3 and size < 10`, ['Alpha', '감마']],
    [`size != 3`, ['beta', 'Gamma-1']],
    [`isnull(size)`, ['Gamma-1']],
    [`isnotnull(size)`, ['Alpha', 'beta', '감마']],
    [`not(size == 3)`, ['beta', 'Gamma-1']],
    [`not(size > 3)`, ['Alpha', '감마']],
    [`size > 3 or name == 'Gamma-1'`, ['beta', 'Gamma-1']],
    [`p.state == 'Enabled'`, ['Alpha']],
    [`p.state =~ 'enabled'`, ['Alpha']],
    [`p.state != 'Enabled'`, ['beta', 'Gamma-1', '감마']],
    [`p['state'] in~ ('ENABLED', 'disabled')`, ['Alpha', 'beta']],
    [`isnull(p.state)`, ['Gamma-1', '감마']],
    [`isempty(p.state)`, ['Gamma-1', '감마']],
    [`isnotempty(place)`, ['Alpha', 'Gamma-1', '감마']],
    [`isnull(place)`, []],
    [`isnull(tostring(p.state))`, []],
    [`p.flag`, ['beta']],
    [`p.flag == true`, ['beta']],
    [`p.n == 1`, ['Alpha']],
    [`tostring(p.n) == '1'`, ['Alpha']],
    [`p.chain[0].name == 'a'`, ['Alpha']],
    [`p.chain[-1].name == 'root'`, ['Alpha']],
    [`p.chain has 'root'`, ['Alpha']],
    [`array_length(p.chain) == 0`, ['beta']],
    [`p.constructor == 'x'`, []],
    [`tolower(name) == toupper(name)`, ['감마']],
    [`strcat(name, '/', place) == 'beta/'`, ['beta']],
    [`split(name, '-')[1] == '1'`, ['Gamma-1']],
    [`coalesce(place, 'nowhere') == 'nowhere'`, ['beta']],
    [`iff(size > 5, 'big', 'small') == 'big'`, ['beta']],
  ])('%s', (predicate, expected) => {
    expect(names(`where ${predicate}`)).toEqual(expected);
  });

  it('keeps the rows that the same condition in JavaScript keeps', () => {
    fc.assert(
      fc.property(conditions, fc.array(someRow, { maxLength: 12 }), ({ text, holds }, some) => {
        expect(run(`where ${text}`, { columns, rows: some }).rows).toEqual(some.filter(holds));
      }),
    );
  });
});

describe('project and extend', () => {
  it('name columns as Kusto does', () => {
    const { columns: made } = run(
      `project name, p.state, tostring(p.chain[0].name), q = size, tolower(name), not(size == 3), p['odd name']`,
    );
    expect([...made]).toEqual([
      ['name', 'string'],
      ['p_state', 'dynamic'],
      ['p_chain_0_name', 'string'],
      ['q', 'number'],
      ['Column1', 'string'],
      ['Column2', 'bool'],
      ['p_odd name', 'dynamic'],
    ]);
  });

  it('keep values, and print missing text as empty', () => {
    expect(run(`project name, state = tostring(p.state), raw = p.state | take 3`).rows).toEqual([
      { name: 'Alpha', state: 'Enabled', raw: 'Enabled' },
      { name: 'beta', state: 'Disabled', raw: 'Disabled' },
      { name: 'Gamma-1', state: '', raw: null },
    ]);
  });

  it('extend adds to what is there and replaces what has the name', () => {
    const [first] = run(`extend place = toupper(place), first = p.chain[0].name`).rows;
    expect(first).toMatchObject({ name: 'Alpha', place: 'KOREACENTRAL', first: 'a', size: 3 });
  });
});

describe('order, top, take, count', () => {
  it.each([
    ['order by name asc', ['Alpha', 'Gamma-1', 'beta', '감마']],
    ['sort by name', ['감마', 'beta', 'Gamma-1', 'Alpha']],
    ['order by size asc, name asc', ['Gamma-1', 'Alpha', '감마', 'beta']],
    ['order by size desc, name desc', ['beta', '감마', 'Alpha', 'Gamma-1']],
    ['order by size asc nulls last, name desc', ['감마', 'Alpha', 'beta', 'Gamma-1']],
    ['top 2 by size asc nulls last', ['Alpha', '감마']],
    ['order by tostring(p.state) asc, name asc | take 1', ['Gamma-1']],
    ['take 0', []],
  ])('%s', (steps, expected) => {
    expect(names(steps)).toEqual(expected);
  });

  it('count gives one row', () => {
    expect(run('where size == 3 | count').rows).toEqual([{ Count: 2 }]);
  });
});

describe('summarize and distinct', () => {
  it.each([
    ['summarize count()', [{ count_: 4 }]],
    [`where name == 'x' | summarize count()`, [{ count_: 0 }]],
    [`where name == 'x' | summarize count() by place`, []],
    ['summarize n = count() by place | order by n desc, place asc', [
      { place: 'koreacentral', n: 2 },
      { place: '', n: 1 },
      { place: 'westeurope', n: 1 },
    ]],
    ['summarize count() by state = tostring(p.state) | top 1 by count_', [{ state: '', count_: 2 }]],
    ['summarize dcount(place), make_set(size), make_list(size), make_list(name, 2)', [
      { dcount_place: 3, set_size: [3, 10], list_size: [3, 10, 3], list_name: ['Alpha', 'beta'] },
    ]],
    ['distinct place | order by place asc', [{ place: '' }, { place: 'koreacentral' }, { place: 'westeurope' }]],
    ['summarize by size | count', [{ Count: 3 }]],
    ['project name, size | distinct * | count', [{ Count: 4 }]],
  ])('%s', (steps, expected) => {
    expect(run(steps).rows).toEqual(expected);
  }); // prettier-ignore

  it('puts every row into exactly one group', () => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 20 }), (some) => {
        const groups = run('summarize n = count(), all = make_list(name) by place, size', { columns, rows: some }).rows;
        const total = groups.reduce((sum, { n }) => sum + Number(n), 0);
        expect(total).toBe(some.length);
        expect(groups.flatMap((group) => group['all'] as Value[]).sort()).toEqual(
          some.map((row) => row['name'] ?? null).sort(),
        );
      }),
    );
  });
});

describe('queries that mean nothing', () => {
  it.each([
    ['where nope == 1', `'nope'`, 'SemanticError'],
    ['where Name == 1', `'Name'`, 'SemanticError'],
    ['where name.first == 1', 'dynamic', 'SemanticError'],
    ['where name == 1', 'Cannot compare', 'SemanticError'],
    ['where p.a == p.b', 'explicit casts', 'SemanticError'],
    ['where name', 'condition', 'SemanticError'],
    ['order by p.state', 'tostring', 'SemanticError'],
    ['summarize count() by p.state', 'tostring', 'SemanticError'],
    ['project name, name', 'already defined', 'SemanticError'],
    ['project tolower()', 'arguments', 'SemanticError'],
    ['project name | where size == 1', `'size'`, 'SemanticError'],
    ['where extract(name) == 1', 'graph/kusto/functions.ts', 'InvalidQueryLanguage'],
    ['where toString(name) == 1', 'graph/kusto/functions.ts', 'InvalidQueryLanguage'],
    ['summarize max(size)', 'graph/kusto/aggregates.ts', 'InvalidQueryLanguage'],
    ['summarize name', 'aggregates', 'SemanticError'],
  ])('%s', (steps, message, code) => {
    const failing = (): unknown => run(steps, { columns, rows: [] });
    expect(failing).toThrow(QueryProblem);
    expect(failing).toThrow(message);
    expect(failing).toThrow(expect.objectContaining({ code }));
  });
});

interface Condition {
  readonly text: string;
  readonly holds: (row: Row) => boolean;
}

const smallText = fc.constantFrom('', 'a', 'A', 'ab', 'b', '가', "'", '\\');
const someRow: fc.Arbitrary<Row> = fc
  .tuple(
    smallText,
    smallText,
    fc.option(fc.integer({ min: 0, max: 3 })),
    fc.option(fc.record({ state: fc.option(smallText) })),
  )
  .map(([name, place, size, p]) => ({ name, place, size, p }));

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const simple = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.tuple(fc.constantFrom('name', 'place'), smallText).chain(([column, text]) =>
    fc.constantFrom<Condition>(
      { text: `${column} == ${quote(text)}`, holds: (row: Row) => row[column] === text },
      { text: `${column} != ${quote(text)}`, holds: (row: Row) => row[column] !== text },
      {
        text: `${column} =~ ${quote(text)}`,
        holds: (row: Row) => String(row[column]).toLowerCase() === text.toLowerCase(),
      },
      {
        text: `${column} contains ${quote(text)}`,
        holds: (row: Row) => String(row[column]).toLowerCase().includes(text.toLowerCase()),
      },
      { text: `${column} startswith_cs ${quote(text)}`, holds: (row: Row) => String(row[column]).startsWith(text) },
      { text: `${column} in (${quote(text)}, 'a')`, holds: (row: Row) => row[column] === text || row[column] === 'a' },
    ),
  ),
  fc.integer({ min: 0, max: 3 }).map((n) => ({ text: `size == ${n}`, holds: (row: Row) => row['size'] === n })),
  smallText.map((text) => ({
    text: `tostring(p.state) == ${quote(text)}`,
    holds: (row: Row) => ((row['p'] as { state?: string | null } | null)?.state ?? '') === text,
  })),
);

/** `not` is left to the tables above: where a value is null it does not turn false into true. */
const { condition: conditions } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc
      .tuple(tie('condition'), tie('condition'))
      .map(([a, b]) => ({ text: `(${a.text}) and (${b.text})`, holds: (row: Row) => a.holds(row) && b.holds(row) })),
    fc
      .tuple(tie('condition'), tie('condition'))
      .map(([a, b]) => ({ text: `${a.text} or ${b.text}`, holds: (row: Row) => a.holds(row) || b.holds(row) })),
  ),
}));
