import { describe, expect, it } from 'vitest';
import { resolve, type Scope } from './evaluate.ts';
import { objectOf, parseJson, type Json } from './json.ts';
import { byTarget, unsaid, Work, type Place, type Value } from './values.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const subscription = '00000000-0000-4000-8000-000000000001';
const chosen: Place = { tenantId: tenant, subscriptionId: subscription, level: 'subscription' };

const list: Json = ['a', 'b', 'c'];
const parameters: Readonly<Record<string, Value>> = {
  text: 'Fabrikam',
  list,
  groups: parseJson('[{"rgName": "web"}, {"rgName": "data"}]', 'template'),
  object: parseJson('{"Name": "x", "inner": {"one": 1}}', 'template'),
  nothing: null,
  open: unsaid,
};

function scopeIn(place: Place, asked: string[] = []): Scope {
  return {
    place,
    turns: [
      { loop: 'inner', index: 1 },
      { loop: 'outer', index: 4 },
    ],
    work: new Work(),
    parameter: (name) => parameters[name.toLowerCase()] ?? null,
    variable: () => 'variable',
    ask: (source) => {
      asked.push(source);
      return unsaid;
    },
  };
}

function worth(expression: string, place = chosen): Value {
  return resolve(expression, scopeIn(place), 'here');
}

describe('an expression', () => {
  it.each([
    // Texts are themselves unless they stand in brackets.
    ['plain', 'plain'],
    ['[[not an expression]', '[not an expression]'],
    ["['it''s']", "it's"],
    ['[7]', 7],
    ['[-7]', -7],
    ["[ concat ( 'a' , 'b' ) ]", 'ab'],
    ["[PARAMETERS('TEXT')]", 'Fabrikam'],
    ["[variables('x')]", 'variable'],

    ["[concat('a', 1, true())]", 'a1True'],
    ["[concat(parameters('list'), createArray('d'))]", ['a', 'b', 'c', 'd']],
    ["[format('{0}-{1}-{{0}}', 'a', 2)]", 'a-2-{0}'],
    ["[string(createObject('a', createArray(1, null(), false())))]", '{"a":[1,null,false]}'],
    ['[string(12)]', '12'],
    ["[int('12')]", 12],
    ["[bool('True')]", true],
    ["[json('null')]", null],
    ['[json(\'{"a": [1]}\').a[0]]', 1],
    ['[null()]', null],
    ["[toLower('ÄB')]", 'äb'],
    ["[toUpper('ab')]", 'AB'],
    ["[trim('  a ')]", 'a'],
    ["[substring('abcdef', 2, 3)]", 'cde'],
    ["[substring('abc', 1)]", 'bc'],
    ["[replace('a-b-c', '-', '')]", 'abc'],
    ["[split('a-b;c', createArray('-', ';'))]", ['a', 'b', 'c']],
    ["[split('a,b', ',')[1]]", 'b'],
    ["[join(createArray('a', 'b'), '+')]", 'a+b'],
    ["[startsWith('Abc', 'aB')]", true],
    ["[endsWith('Abc', 'BC')]", true],

    ["[if(equals('a', 'a'), 'yes', parameters('open'))]", 'yes'],
    ["[equals('a', 'A')]", false],
    ["[equals(createObject('a', 1), json('{\"A\": 1}'))]", true],
    ['[and(true(), false(), true())]', false],
    ['[or(false(), true())]', true],
    ['[not(false())]', true],
    ['[less(1, 2)]', true],
    ["[greaterOrEquals('b', 'a')]", true],
    ["[coalesce(null(), 'x', 'y')]", 'x'],

    ["[empty('')]", true],
    ["[empty(parameters('nothing'))]", true],
    ['[empty(createArray())]', true],
    ["[empty(parameters('object'))]", false],
    ["[length(parameters('list'))]", 3],
    ["[length('abcd')]", 4],
    ["[first(parameters('list'))]", 'a'],
    ["[last('abc')]", 'c'],
    ["[skip(parameters('list'), 1)]", ['b', 'c']],
    ["[take('abc', 2)]", 'ab'],
    ["[contains(parameters('list'), 'b')]", true],
    ["[contains(parameters('object'), 'NAME')]", true],
    ["[contains('abc', 'bc')]", true],
    ["[array('x')]", ['x']],
    ['[union(createArray(1, 2), createArray(2, 3))]', [1, 2, 3]],
    ['[union(parameters(\'object\'), json(\'{"inner": {"two": 2}}\'))]', { Name: 'x', inner: { one: 1, two: 2 } }],
    ['[range(3, 2)]', [3, 4]],
    ['[add(mul(3, 4), mod(7, 4))]', 15],
    ['[div(-7, 2)]', -3],
    ['[sub(1, 2)]', -1],

    ["[parameters('groups')[copyIndex()].rgname]", 'data'],
    ["[parameters('object').inner.one]", 1],
    ["[parameters('object')['name']]", 'x'],
    ["[copyIndex('outer')]", 4],
    ['[copyIndex(10)]', 11],
    ["[copyIndex('OUTER', 1)]", 5],

    ["[guid('Fabrikam')]", '6e5058be-70c8-556b-8461-8b7a078c9eeb'],
    ["[guid('a', 'b')]", "[guid('a-b')]"],
    ['[subscription().id]', `/subscriptions/${subscription}`],
    ['[subscription().subscriptionId]', subscription],
    ['[tenant().tenantId]', tenant],
    ["[resourceId('A.B/c', 'x')]", `/subscriptions/${subscription}/providers/A.B/c/x`],
    ["[resourceId('A.B/c/', 'x')]", `/subscriptions/${subscription}/providers/A.B/c/x`],
    ["[resourceId('A.B/c/d', 'x', 'y')]", `/subscriptions/${subscription}/providers/A.B/c/x/d/y`],
    ["[resourceId('rg', 'A.B/c', 'x')]", `/subscriptions/${subscription}/resourceGroups/rg/providers/A.B/c/x`],
    [`[resourceId('${tenant}', 'rg', 'A.B/c', 'x')]`, `/subscriptions/${tenant}/resourceGroups/rg/providers/A.B/c/x`],
    [`[subscriptionResourceId('${tenant}', 'A.B/c', 'x')]`, `/subscriptions/${tenant}/providers/A.B/c/x`],
    ["[tenantResourceId('A.B/c', 'x')]", '/providers/A.B/c/x'],
    ["[extensionResourceId('/subscriptions/s', 'A.B/c', 'x')]", '/subscriptions/s/providers/A.B/c/x'],
  ] satisfies [string, Json][])('%s', (expression, expected) => {
    const value = typeof expected === 'string' && expected.startsWith('[guid') ? worth(expected) : expected;
    expect(worth(expression)).toEqual(value);
  });

  it('knows a resource group where there is one', () => {
    const inside: Place = { ...chosen, level: 'resourceGroup', resourceGroup: 'rg-web' };
    const group = `/subscriptions/${subscription}/resourceGroups/rg-web`;
    expect(worth('[resourceGroup().name]', inside)).toBe('rg-web');
    expect(worth('[resourceGroup().id]', inside)).toBe(group);
    expect(worth("[resourceId('A.B/c', 'x')]", inside)).toBe(`${group}/providers/A.B/c/x`);
    expect(worth("[subscriptionResourceId('A.B/c', 'x')]", inside)).toBe(
      `/subscriptions/${subscription}/providers/A.B/c/x`,
    );
  });

  it('stays open where only a chosen subscription decides', () => {
    const anywhere: Place = { tenantId: tenant, level: 'subscription' };
    for (const expression of [
      '[subscription().id]',
      "[guid(subscription().subscriptionId, 'x')]",
      "[resourceId('A.B/c', 'x')]",
      "[if(equals(subscription().id, 'x'), 'a', 'b')]",
    ]) {
      expect(worth(expression, anywhere), expression).toBe(byTarget);
    }
    expect(worth("[if(true(), 'a', subscription().id)]", anywhere)).toBe('a');
  });

  it('asks for what it cannot work out: the smallest piece that somebody can name', () => {
    const asked: string[] = [];
    const template = parseJson(
      `{"a": "[concat('x', deployment().location)]", "b": ["[newGuid()]"], "c": "[subscription().displayName]",
        "d": "[reference('x').outputs.y.value]", "e": "[utcNow('d')]", "f": "[parameters('open')]"}`,
      'template',
    );
    expect(resolve(template, scopeIn(chosen, asked), 'here')).toBe(unsaid);
    expect(asked).toEqual([
      'deployment().location',
      'newGuid()',
      'subscription().displayName',
      "reference('x').outputs.y.value",
      "utcNow('d')",
    ]);
  });

  it('makes lists by loops within an object', () => {
    const template = parseJson(
      `{"copy": [{"name": "names", "count": 3, "input": "[concat('n', copyIndex('names'))]"}], "other": 1}`,
      'template',
    );
    expect(resolve(template, scopeIn(chosen), 'here')).toEqual(
      objectOf([
        ['names', ['n0', 'n1', 'n2']],
        ['other', 1],
      ]),
    );
  });
});
