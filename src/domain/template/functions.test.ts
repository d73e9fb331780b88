import { describe, expect, it } from 'vitest';
import { resolve, type Scope } from './evaluate.ts';
import { objectOf, parseJson, type Json } from './json.ts';
import { maxCopies, maxExpressionDepth, maxExpressionLength, maxWork } from './limits.ts';
import { TemplateFault } from './templateProblem.ts';
import { byTarget, unsaid, Work, type Place, type Value } from './values.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const subscription = '00000000-0000-4000-8000-000000000001';
const chosen: Place = { tenantId: tenant, subscriptionId: subscription, level: 'subscription' };

const parameters: Readonly<Record<string, Value>> = {
  list: ['a', 'b', 'c'],
  object: parseJson('{"Name": "x", "inner": {"one": 1}}', 'template'),
  open: unsaid,
  long: 'x'.repeat(maxWork / 10),
  many: Array<Json>(maxWork / 10).fill(1),
  some: 'x'.repeat(2_000),
};

interface Asked {
  readonly source: string;
  readonly path: string;
}

function worth(expression: Json, place = chosen, asked: Asked[] = []): Value {
  const scope: Scope = {
    place,
    turns: [{ loop: 'loop', index: 1 }],
    work: new Work(),
    parameter: (name) => parameters[name] ?? null,
    variable: () => 'variable',
    ask: (source, path) => {
      asked.push({ source, path });
      return unsaid;
    },
  };
  return resolve(expression, scope, 'here');
}

/** How a piece of a template is refused. */
function refused(json: Json, place = chosen): unknown {
  try {
    return { worth: worth(json, place) };
  } catch (error) {
    if (error instanceof TemplateFault) return error.problem;
    throw error;
  }
}

describe('what a function gives', () => {
  it.each([
    ["[bool('1')]", true],
    ["[bool(' TRUE ')]", true],
    ["[bool('0')]", false],
    ["[bool('False')]", false],
    ['[bool(0)]', false],
    ["[json('false')]", false],
    ['[bool(2)]', true],
    ['[bool(true())]', true],
    ['[bool(false())]', false],
    ["[int(' -12 ')]", -12],
    ["[string(createArray('a', createObject('b', 1)))]", '["a",{"b":1}]'],
    ['[string(true())]', 'True'],
    ['[string(null())]', 'null'],

    ['[equals(createArray(1, 2), createArray(1, 2))]', true],
    ['[equals(createArray(1, 2), createArray(1, 3))]', false],
    ['[equals(createArray(1), createArray(1, 2))]', false],
    ['[equals(createArray(1, 2), createArray(1))]', false],
    ["[equals(createArray('a'), 'a')]", false],
    ["[equals(createArray(), 'a')]", false],
    ["[equals('a', createArray())]", false],
    ["[equals(createObject('a', 1), createObject('A', 1))]", true],
    ["[equals(createObject('a', 1, 'b', 2), createObject('a', 1, 'b', 3))]", false],
    ["[equals(createObject('a', 1), createObject('b', 1))]", false],
    ["[equals(createObject('a', null()), createObject('b', null()))]", false],
    ["[equals(createObject('a', 1), createObject('a', 1, 'b', 2))]", false],
    ["[equals(createObject('a', 1, 'b', 2), createObject('a', 1))]", false],
    ["[equals(createObject(), 'a')]", false],
    ["[equals(createObject('a', 1), createArray(1))]", false],
    ["[equals('a', 'A')]", false],

    ['[less(1, 2)]', true],
    ['[less(2, 2)]', false],
    ["[less('a', 'b')]", true],
    ["[less('b', 'a')]", false],
    ["[less('a', 'a')]", false],
    ['[lessOrEquals(2, 2)]', true],
    ['[lessOrEquals(3, 2)]', false],
    ["[lessOrEquals('a', 'a')]", true],
    ["[lessOrEquals('b', 'a')]", false],
    ['[greater(3, 2)]', true],
    ['[greater(2, 2)]', false],
    ["[greater('b', 'a')]", true],
    ["[greater('a', 'b')]", false],
    ['[greaterOrEquals(2, 2)]', true],
    ['[greaterOrEquals(1, 2)]', false],
    ["[greaterOrEquals('a', 'b')]", false],
    ["[greaterOrEquals('b', 'a')]", true],

    ['[empty(null())]', true],
    ["[empty('')]", true],
    ["[empty('a')]", false],
    ['[empty(createArray())]', true],
    ['[empty(createArray(1))]', false],
    ['[empty(createObject())]', true],
    ["[empty(createObject('a', 1))]", false],
    ["[contains(parameters('list'), 'x')]", false],
    ['[contains(createArray(1, createArray(2)), createArray(2))]', true],
    ["[contains(parameters('object'), 'inner')]", true],
    ["[contains(parameters('object'), 'one')]", false],
    ["[contains('abc', 'B')]", false],
    ["[createObject('a', 1, 'A', 2).A]", 2],
    ["[length('abc')]", 3],
    ["[length(parameters('object'))]", 2],
    ["[first('abc')]", 'a'],
    ["[last('abc')]", 'c'],
    ["[last(parameters('list'))]", 'c'],
    ['[first(createArray())]', null],
    ['[last(createArray())]', null],
    ["[skip(parameters('list'), -1)]", ['a', 'b', 'c']],
    ["[take(parameters('list'), -1)]", []],
    ["[take(parameters('list'), 9)]", ['a', 'b', 'c']],
    ['[array(createArray(1))]', [1]],
    ['[createObject()]', objectOf([])],
    [
      "[createObject('a', 1, 'b', 'c')]",
      objectOf([
        ['a', 1],
        ['b', 'c'],
      ]),
    ],
    ['[range(5, 0)]', []],
    [`[length(range(0, ${maxCopies}))]`, maxCopies],
    ["[coalesce(null(), 'a')]", 'a'],

    ["[format('{0}{1}{2}{3}{4}{5}{6}{7}{8}{9}{10}', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'ten')]", '0123456789ten'],
    ["[format('{{{0}}}', 'a')]", '{a}'],
    ["[format('plain')]", 'plain'],
    ["[substring('abc', 0, 0)]", ''],
    ["[substring('abc', 0)]", 'abc'],
    ["[substring('abc', 3)]", ''],
    ["[substring('abc', 1, 1)]", 'b'],
    ["[replace('aXbX', 'X', '')]", 'ab'],
    ["[split('a,b;c', createArray(',', ';'))]", ['a', 'b', 'c']],
    ["[split('abc', '')]", ['abc']],
    ["[join(createArray('a', 1, true()), '-')]", 'a-1-True'],
    ["[startsWith('Abc', 'aB')]", true],
    ["[endsWith('abC', 'x')]", false],
    ["[if(false(), 'a', 'b')]", 'b'],
    ["[concat(if(true(), 'a', 'b'), 'c')]", 'ac'],

    ["[resourceId('theirs', 'rg', 'A.B/c', 'x')]", '/subscriptions/theirs/resourceGroups/rg/providers/A.B/c/x'],
    ["[tenantResourceId('A.B/c//', 'x')]", '/providers/A.B/c/x'],
    ["[subscriptionResourceId('A.B/c', 'x')]", `/subscriptions/${subscription}/providers/A.B/c/x`],
    [`[resourceId('${tenant}', 'A.B/c', 'x')]`, `/subscriptions/${tenant}/providers/A.B/c/x`],
    // Brackets at one end only make a text.
    ['[open', '[open'],
    ['closed]', 'closed]'],
  ] satisfies [string, Json][])('%s', (expression, value) => expect(worth(expression)).toEqual(value));

  it('is where it would be deployed', () => {
    const inGroup: Place = { ...chosen, level: 'resourceGroup', resourceGroup: 'rg' };
    const base = `/subscriptions/${subscription}/resourceGroups`;
    expect(worth("[resourceId('A.B/c', 'x')]", inGroup)).toBe(`${base}/rg/providers/A.B/c/x`);
    expect(worth("[resourceId('other', 'A.B/c', 'x')]", inGroup)).toBe(`${base}/other/providers/A.B/c/x`);
    // Which resource group is not chosen yet.
    const anyGroup: Place = { ...chosen, level: 'resourceGroup' };
    expect(worth("[resourceId('A.B/c', 'x')]", anyGroup)).toBe(byTarget);
    expect(worth('[resourceGroup().name]', anyGroup)).toBe(byTarget);
    expect(worth("[resourceId('other', 'A.B/c', 'x')]", anyGroup)).toBe(`${base}/other/providers/A.B/c/x`);
  });
});

describe('what Azure would refuse is refused, and not guessed', () => {
  it.each([
    '[bool()]',
    "[bool('yes')]",
    '[bool(null())]',
    '[int()]',
    "[int('1x')]",
    "[int('x1')]",
    "[int('1.5')]",
    "[int('')]",
    "[int('9999999999999999')]",
    "[int('0x10')]",
    "[int('1e3')]",
    "[int(createArray('12'))]",
    "[int(json('1.5'))]",
    '[int(true())]',
    '[string()]',
    '[json()]',
    '[json(1)]',
    "[json('{')]",
    '[null(1)]',
    '[true(1)]',
    '[false(1)]',
    '[equals(1)]',
    '[equals()]',
    '[not(1)]',
    '[and(true())]',
    '[and(true(), 1)]',
    '[and(true(), true(), 1)]',
    '[or(false())]',
    "[or('a', 'b')]",
    "[less(1, 'a')]",
    "[less('a', 1)]",
    '[less(true(), false())]',
    "[greater(1, '2')]",
    '[lessOrEquals(1)]',
    "[add(1, 'x')]",
    "[add('x', 1)]",
    '[add(1)]',
    '[div(1, 0)]',
    '[mod(1, 0)]',
    '[mul(9007199254740991, 2)]',

    '[empty()]',
    '[empty(1)]',
    '[contains(1, 1)]',
    "[contains(1, 'a')]",
    "[contains(null(), 'a')]",
    '[contains(createArray(1))]',
    "[contains('abc')]",
    "[contains('abc', 1)]",
    "[contains(parameters('object'), 1)]",
    '[length(1)]',
    '[first(1)]',
    '[last(1)]',
    "[skip(parameters('list'))]",
    "[skip(parameters('list'), '1')]",
    '[take(1, 1)]',
    "[take(parameters('object'), 1)]",
    '[array()]',
    "[createObject('a')]",
    '[createObject(1, 2)]',
    "[createObject('a', 1, 'b')]",
    "[createObject('a', 1, 2, 3)]",
    "[union(parameters('list'))]",
    "[union(parameters('list'), parameters('object'))]",
    "[union(parameters('object'), parameters('list'))]",
    "[union('a', 'b')]",
    '[range(1)]',
    "[range('a', 1)]",
    "[range(1, 'a')]",
    '[range(1, -1)]',
    `[range(0, ${maxCopies + 1})]`,

    '[format()]',
    "[format(1, 'a')]",
    "[format('{0}', null())]",
    "[format('{1}', 'a')]",
    "[format('{0', 'a')]",
    "[format('0}', 'a')]",
    "[format('{a}', 'a')]",
    '[toLower(1)]',
    '[trim()]',
    "[startsWith('a')]",
    "[startsWith('a', 1)]",
    "[endsWith(1, 'a')]",
    "[substring('abc')]",
    '[substring(1, 0)]',
    "[substring(parameters('list'), 1)]",
    "[substring('abc', '1')]",
    "[substring('abc', -1)]",
    "[substring('abc', 1, -1)]",
    "[substring('abc', 1, 3)]",
    "[substring('abc', 4)]",
    "[replace('a', 'b')]",
    "[replace('a', 1, 'c')]",
    "[replace('a', 'b', 1)]",
    "[replace(1, 'b', 'c')]",
    "[replace('abc', '', 'x')]",
    "[split('a')]",
    "[split(1, 'a')]",
    "[split('a', 1)]",
    "[split('a', createArray(1))]",
    "[split('a', createArray('b', 1))]",
    "[split('a', createArray())]",
    "[join('a', 'b')]",
    "[join(parameters('list'))]",
    "[join(parameters('list'), 1)]",
    "[join(createArray(null()), '-')]",
    '[guid()]',
    '[guid(null())]',
    '[concat()]',
    "[concat(createArray(1), 'a')]",
    "[concat('a', createArray(1))]",

    '[parameters()]',
    '[parameters(1)]',
    "[parameters('list', 'object')]",
    '[variables()]',
    '[variables(1)]',
    "[variables('a', 'b')]",
    "[copyIndex('nowhere')]",
    '[copyIndex(true())]',
    "[copyIndex('loop', 'x')]",
    '[subscription(1)]',
    "[tenant('x')]",
    "[if('true', 1, 2)]",
    '[if(true(), 1)]',
    '[if(true())]',
    '[if()]',
    '[if(true(), 1, 2, 3)]',

    "[resourceId('A.B/c')]",
    "[resourceId('A.B', 'x')]",
    "[resourceId('/c', 'x')]",
    "[resourceId('A.B/', 'x')]",
    "[resourceId('A.B/c', 'x', 'y')]",
    "[resourceId('A.B/c/d', 'x')]",
    "[resourceId('A.B/c', 1)]",
    "[resourceId('A.B/c', 'x', 1)]",
    '[resourceId()]',
    `[resourceId('${tenant}', 'rg', 'more', 'A.B/c', 'x')]`,
    "[tenantResourceId('rg', 'A.B/c', 'x')]",
    "[tenantResourceId('A.B/')]",
    `[subscriptionResourceId('${tenant}', 'rg', 'A.B/c', 'x')]`,
    "[extensionResourceId(1, 'A.B/c', 'x')]",
    "[extensionResourceId('/s', 'A.B/c')]",
  ])('%s', (expression) => {
    const name = /^\[(\w+)/.exec(expression)?.[1];
    expect(refused(expression)).toEqual({ code: 'badArguments', path: 'here', name });
  });

  it.each([
    '[]',
    '[concat(]',
    "['a' 'b']",
    "[concat('a',)]",
    "[concat('a' 'b')]",
    "[parameters('object').]",
    "[parameters('object').1]",
    "[parameters('list')[0]",
    "[parameters('list')[]]",
    "[parameters('list')[0)]",
    '[name]',
    '[1.5]',
    "['open]",
    '[#]',
    '[concat(1) #]',
  ])('%s is no expression', (expression) => {
    const text = expression.endsWith(']]') || expression.endsWith(']') ? expression : `${expression}]`;
    expect(refused(text)).toMatchObject({ code: 'badExpression', path: 'here', expression: text });
  });

  it.each([
    ["[parameters('list')[3]]", "parameters('list')[3]"],
    ["[parameters('list')['a']]", "parameters('list')['a']"],
    ["[parameters('list').a]", "parameters('list').a"],
    ["[parameters('list')['length']]", "parameters('list')['length']"],
    ["[parameters('object')[0]]", "parameters('object')[0]"],
    ["[parameters('object').inner.two]", "parameters('object').inner.two"],
    ["['text'[0]]", "'text'[0]"],
    ["[concat('a', parameters('object').none, 'b')]", "parameters('object').none"],
  ])('%s has no such part', (expression, name) => {
    expect(refused(expression)).toEqual({ code: 'noSuchPart', path: 'here', name });
  });

  it('in a loop that does not say what, how often or by what name', () => {
    const loop = (each: string) => refused(parseJson(`{"copy": [${each}]}`, 'template'));
    const at = 'here.copy[0]';
    expect(loop('1')).toEqual({ code: 'wrongValue', path: at, expected: 'object' });
    expect(loop('{"count": 1, "input": 1}')).toEqual({ code: 'missingProperty', path: at, name: 'name' });
    expect(loop('{"name": "n", "count": 1}')).toEqual({ code: 'missingProperty', path: at, name: 'input' });
    for (const count of ['-1', '1.5', '"1"', 'null']) {
      const wrong = { code: 'wrongValue', path: `${at}.count`, expected: 'number' };
      expect(loop(`{"name": "n", "count": ${count}, "input": 1}`)).toEqual(wrong);
    }
    const many = (count: number) => loop(`{"name": "n", "count": ${count}, "input": 1}`);
    expect(many(maxCopies + 1)).toEqual({ code: 'tooManyCopies', path: at, limit: maxCopies });
    expect(many(maxCopies)).toHaveProperty('worth');
    expect(many(0)).toEqual({ worth: objectOf([['n', []]]) });
    expect(loop('{"name": "n", "count": "[parameters(\'open\')]", "input": 1}')).toEqual({ worth: unsaid });
  });

  it('what is longer or deeper than Azure takes', () => {
    const long = (length: number) => refused(`['${'a'.repeat(length - 4)}']`);
    expect(long(maxExpressionLength)).toHaveProperty('worth');
    expect(long(maxExpressionLength + 1)).toMatchObject({ code: 'expressionTooLong', limit: maxExpressionLength });
    const deep = (depth: number) => refused(`[${'array('.repeat(depth)}1${')'.repeat(depth)}]`);
    expect(deep(maxExpressionDepth)).toHaveProperty('worth');
    expect(deep(maxExpressionDepth + 1)).toMatchObject({ code: 'badExpression' });
    const parts = (many: number) => refused(`[parameters('object')${'.a'.repeat(many)}]`);
    expect(parts(maxExpressionDepth)).toMatchObject({ code: 'noSuchPart' });
    expect(parts(maxExpressionDepth + 1)).toMatchObject({ code: 'badExpression' });
    const items = (many: number) => refused(`[parameters('list')${'[9]'.repeat(many)}]`);
    expect(items(maxExpressionDepth)).toMatchObject({ code: 'noSuchPart' });
    expect(items(maxExpressionDepth + 1)).toMatchObject({ code: 'badExpression' });
  });
});

describe('a template that wants too much', () => {
  const pair = (value: Json): Json =>
    objectOf([
      ['a', value],
      ['b', value],
    ]);
  const deep = (of: (value: Json) => Json) => Array.from({ length: 20 }).reduce<Json>(of, 'x');
  const loop = (input: string) =>
    objectOf([['copy', [objectOf(Object.entries({ name: 'n', count: maxCopies, input }))]]]);
  const tooMuch = { code: 'tooMuchWork', path: expect.any(String) };

  it.each<[string, Json]>([
    ['a long text turned over and over', Array<Json>(20).fill("[toUpper(parameters('long'))]")],
    ['a long list looked through over and over', Array<Json>(20).fill("[length(parameters('many'))]")],
    ['a text that grows', Array<Json>(2).fill("[replace(parameters('some'), 'x', parameters('some'))]")],
    ['a text put in many times', `[format('${'{0}'.repeat(20)}', parameters('long'))]`],
    ['a long expression at every turn of a loop', loop(`['${'x'.repeat(20_000)}']`)],
  ])('is stopped: %s', (_, json) => expect(refused(json)).toMatchObject(tooMuch));

  it.each<[string, Json]>([
    ['objects within objects', deep(pair)],
    ['lists within lists', deep((value) => [value, value])],
  ])('is stopped where it writes down what doubles twenty times: %s', (_, value) => {
    const given = () => value;
    const scope: Scope = {
      place: chosen,
      turns: [],
      work: new Work(),
      variable: given,
      parameter: given,
      ask: () => unsaid,
    };
    expect(() => resolve("[string(parameters('x'))]", scope, 'here')).toThrow('tooMuchWork');
  });

  it('is none for plain texts, however long and often', () => {
    expect(refused(loop('x'.repeat(20_000)))).toHaveProperty('worth');
  });

  it('may use up all there is', () => {
    const work = new Work();
    work.spend(maxWork, 'here');
    expect(() => work.spend(1, 'here')).toThrow('tooMuchWork');
  });
});

describe('what is asked of a person', () => {
  const asked = (expression: string) => {
    const questions: Asked[] = [];
    expect(worth(expression, chosen, questions)).toBe(unsaid);
    return questions;
  };

  it('is once for everywhere where it takes no argument, else for the place where it stands', () => {
    expect(asked('[deployment().name]')).toEqual([{ source: 'deployment().name', path: '' }]);
    expect(asked("[reference('x').a]")).toEqual([{ source: "reference('x').a", path: 'here' }]);
    expect(asked("[pickZones('a', 'b')[0]]")).toEqual([{ source: "pickZones('a', 'b')[0]", path: 'here' }]);
    expect(asked('[subscription().displayName]')).toEqual([{ source: 'subscription().displayName', path: '' }]);
  });

  it('is no more than the piece that somebody can name', () => {
    expect(asked("[concat('x', newGuid(), 'y')]")).toEqual([{ source: 'newGuid()', path: '' }]);
    expect(asked("[concat('x', pickZones('a')[0], 'y')]")).toEqual([{ source: "pickZones('a')[0]", path: 'here' }]);
  });

  it('is not what an answer that is missing elsewhere decides', () => {
    expect(asked("[parameters('list')[parameters('open')]]")).toEqual([]);
    expect(asked("[if(parameters('open'), 1, 2)]")).toEqual([]);
    expect(asked("[concat('a', parameters('open'))]")).toEqual([]);
  });
});
