import { describe, expect, it } from 'vitest';
import { customer } from '../../../test/domain/offers.ts';
import * as shapes from '../../../test/domain/templates.ts';
import { readTemplate, type TemplateReading } from './readTemplate.ts';
import type { TemplateProblem } from './templateProblem.ts';

const good = shapes.forSubscription;
const [definition = {}, assignment = {}] = good['resources'] as readonly shapes.Draft[];

/** Reads the good template with these changes. `file`: entries of the parameter file, as they stand there. */
function readWith(more: shapes.Draft, file: shapes.Draft = {}, answers: Readonly<Record<string, string>> = {}) {
  const parameters: { readonly parameters: shapes.Draft } = JSON.parse(shapes.parameterFile(shapes.given));
  return readTemplate({
    template: JSON.stringify({ ...good, ...more }),
    parameters: JSON.stringify({ ...parameters, parameters: { ...parameters.parameters, ...file } }),
    answers,
    tenantId: customer,
  });
}

/** A template that says one more parameter in its description. */
function saying(declaration: unknown, description = "[string(parameters('one'))]"): shapes.Draft {
  return {
    parameters: { ...(good['parameters'] as shapes.Draft), one: declaration },
    resources: [{ ...definition, properties: { ...shapes.properties, description } }, assignment],
  };
}

/** What the offer is described as; else why the template is not read. */
function said(reading: TemplateReading): unknown {
  if (reading.state === 'read') return reading.offers[0].content.description;
  return reading.state === 'asks' ? reading.questions.map(({ type, wrong }) => [type, wrong]) : reading.problems;
}

const refusals = (reading: TemplateReading): readonly TemplateProblem[] =>
  reading.state === 'refused' ? reading.problems : [];

describe('a parameter', () => {
  it.each<[string, shapes.Draft, unknown, string]>([
    ['a number', { type: 'int' }, 12, '12'],
    ['a number at its bounds', { type: 'Int', minValue: 12, maxValue: 12 }, 12, '12'],
    ['yes or no', { type: 'bool' }, true, 'True'],
    ['a list at its bounds', { type: 'array', minLength: 2, maxLength: 2 }, [1, 'a'], '[1,"a"]'],
    ['an object, whatever its size', { type: 'object', minLength: 9 }, { a: 1 }, '{"a":1}'],
    ['an object, whatever is in it', { type: 'object', maxLength: 1 }, { length: 2 }, '{"length":2}'],
    ['a secret object', { type: 'secureObject' }, { a: 1 }, '{"a":1}'],
    ['a text at its bounds', { type: 'string', minLength: 3, maxLength: 3 }, 'abc', 'abc'],
    ['one of those allowed', { type: 'int', allowedValues: [1, 2] }, 2, '2'],
    ['bounds that are none', { type: 'int', minValue: 'x' }, 1, '1'],
  ])('takes %s', (_, declaration, value, description) => {
    expect(said(readWith(saying(declaration), { one: { value } }))).toBe(description);
  });

  it.each<[string, shapes.Draft, unknown, TemplateProblem['code']]>([
    ['a text for a number', { type: 'int' }, '12', 'parameterType'],
    ['a part of a number', { type: 'int' }, 1.5, 'parameterType'],
    ['a text for yes or no', { type: 'bool' }, 'true', 'parameterType'],
    ['a list for an object', { type: 'object' }, [], 'parameterType'],
    ['an object for a list', { type: 'array' }, {}, 'parameterType'],
    ['nothing, where it is not nullable', { type: 'string' }, null, 'parameterType'],
    ['less than the least', { type: 'int', minValue: 2 }, 1, 'parameterNotAllowed'],
    ['more than the most', { type: 'int', maxValue: 2 }, 3, 'parameterNotAllowed'],
    ['a text that is too short', { type: 'string', minLength: 2 }, 'a', 'parameterNotAllowed'],
    ['a list that is too long', { type: 'array', maxLength: 1 }, [1, 2], 'parameterNotAllowed'],
    ['what is not among those allowed', { type: 'int', allowedValues: [1, 2] }, 3, 'parameterNotAllowed'],
  ])('refuses %s', (_, declaration, value, code) => {
    expect(refusals(readWith(saying(declaration), { one: { value } }))).toEqual([{ code, name: 'one' }]);
  });

  it('that may be nothing is nothing where the file says so, and where nobody says anything', () => {
    const nullable = saying({ type: 'string', nullable: true }, "[coalesce(parameters('one'), 'none')]");
    expect(said(readWith(nullable, { one: { value: null } }))).toBe('none');
    expect(said(readWith(nullable))).toBe('none');
    expect(said(readWith(nullable, { one: { value: 'x' } }))).toBe('x');
  });

  it.each<[string, unknown, TemplateProblem['code']]>([
    ['without a kind', {}, 'missingProperty'],
    ['of a kind that is no text', { type: 7 }, 'missingProperty'],
    ['of a kind that nobody knows', { type: 'date' }, 'missingProperty'],
    ['that is no declaration', 'string', 'wrongValue'],
    ['with more than belongs there', { type: 'string', link: 'x' }, 'extraProperty'],
  ])('is refused %s', (_, declaration, code) => {
    expect(refusals(readWith(saying(declaration)))).toMatchObject([{ code, path: 'parameters.one' }]);
  });

  it.each<[string, unknown, TemplateProblem['code']]>([
    ['nothing at all', {}, 'parameterType'],
    ['no entry', 'x', 'parameterType'],
    ['nothing', null, 'parameterType'],
    ['a secret in a vault', { reference: { keyVault: { id: 'x' }, secretName: 'y' } }, 'keyVaultParameter'],
  ])('is refused where its file says %s of it', (_, entry, code) => {
    expect(refusals(readWith(saying({ type: 'string' }), { one: entry }))).toEqual([{ code, name: 'one' }]);
  });
});

describe('the parameters of a template', () => {
  it('may be none at all', () => {
    const literal = { registrationDefinitionName: 'Fabrikam', managedByTenantId: shapes.managing, authorizations: [] };
    const template = { $schema: good['$schema'], resources: [{ ...definition, name: customer, properties: literal }] };
    const source = { template: JSON.stringify(template), answers: {}, tenantId: customer };
    expect(readTemplate(source)).toMatchObject({ state: 'read', offers: [{ content: { name: 'Fabrikam' } }] });
  });

  it.each([[[]], [7]])('are no %j', (parameters) => {
    const problem = { code: 'wrongValue', path: 'parameters', expected: 'object' };
    expect(refusals(readWith({ parameters }))).toEqual([problem]);
  });
});

describe('a parameter that nobody has said', () => {
  const asked = (type: string, answer?: string, more: shapes.Draft = {}) =>
    said(readWith(saying({ type, ...more }), {}, answer === undefined ? {} : { 'parameter one': answer }));

  it.each<[string, string, string]>([
    ['string', 'a b', 'a b'],
    ['int', '12', '12'],
    ['int', ' -12 ', '-12'],
    ['bool', 'true', 'True'],
    ['bool', 'false', 'False'],
    ['array', '["a"]', '["a"]'],
    ['object', '{"a": 1}', '{"a":1}'],
  ])('is asked for by its kind, and taken from the answer: %s %s', (type, answer, description) => {
    expect(asked(type)).toEqual([[expect.any(String), false]]);
    expect(asked(type, answer)).toBe(description);
  });

  it.each<[string, string, shapes.Draft?]>([
    ['int', '1.5'],
    ['int', 'twelve'],
    ['int', '0x10'],
    ['int', '1e3'],
    ['bool', 'yes'],
    ['array', '['],
    ['array', '{}'],
    ['object', '[1]'],
    ['object', 'no JSON'],
    ['int', '3', { allowedValues: [1, 2] }],
    ['string', 'a', { minLength: 2 }],
  ])('is asked for again where the answer does not fit: %s %s', (type, answer, more) => {
    expect(asked(type, answer, more)).toEqual([[expect.any(String), true]]);
  });

  it('is asked for without what is no description', () => {
    const reading = readWith(saying({ type: 'int', metadata: { description: 7 } }));
    const key = 'parameter one';
    expect(reading).toEqual({
      state: 'asks',
      questions: [{ key, kind: 'parameter', name: 'one', type: 'number', wrong: false }],
    });
  });

  it('is asked for with the answers that the template takes, as texts', () => {
    const reading = readWith(saying({ type: 'int', allowedValues: [1, 2] }));
    expect(reading).toMatchObject({ state: 'asks', questions: [{ name: 'one', type: 'number', allowed: ['1', '2'] }] });
    const words = readWith(saying({ type: 'string', allowedValues: ['a', 'b'] }));
    expect(words).toMatchObject({ questions: [{ type: 'text', allowed: ['a', 'b'] }] });
  });
});

describe('a variable', () => {
  const variables = (copy: unknown) => ({
    ...saying({ type: 'string' }, "[join(variables('each'), '+')]"),
    variables: { ...(good['variables'] as shapes.Draft), copy },
  });

  it('is a list where a loop makes it', () => {
    const loop = [{ name: 'each', count: 3, input: "[concat('n', copyIndex('each'))]" }];
    expect(said(readWith(variables(loop)))).toBe('n0+n1+n2');
  });

  it('may be a list, and is worked out once however often it is used', () => {
    const twice = (n: number) => `[if(equals(variables('v${n}'), variables('v${n}')), 'x', 'y')]`;
    const chain = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`v${n + 1}`, twice(n)]));
    const more = { v0: 'x', ...chain, list: ["[variables('v30')]", 'b'] };
    const using = saying({ type: 'string' }, "[join(variables('list'), '+')]");
    const all = { ...(good['variables'] as shapes.Draft), ...more };
    expect(said(readWith({ ...using, variables: all }))).toBe('x+b');
  });

  it.each([[[]], [7]])('is none in %j', (none) => {
    const problem = { code: 'wrongValue', path: 'variables', expected: 'object' };
    expect(refusals(readWith({ variables: none }))).toEqual([problem]);
  });

  it.each<[string, unknown]>([
    ['without a name', [{ count: 1, input: 'x' }]],
    ['that is none', ['each']],
  ])('is refused with a loop %s', (_, loop) => {
    expect(refusals(readWith(variables(loop)))).toEqual([
      { code: 'missingProperty', path: 'variables.copy[0]', name: 'name' },
    ]);
  });

  it('may itself be called copy', () => {
    const named = { ...good, variables: { ...(good['variables'] as shapes.Draft), copy: 'x' } };
    expect(
      readWith({ ...named, ...saying({ type: 'string' }, "[variables('copy')]"), variables: named.variables }).state,
    ).toBe('read');
  });
});
