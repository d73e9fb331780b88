import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

interface Schema {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync(new URL('../public/config.schema.json', import.meta.url), 'utf8'));

/** Whether the published schema takes this value: the few keywords of JSON Schema that it uses. */
function takes(value: unknown, by: Schema = schema): boolean {
  const named = by.$ref === undefined ? undefined : schema.$defs?.[by.$ref.replace('#/$defs/', '')];
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  return (
    (named === undefined || takes(value, named)) &&
    (by.type === undefined || by.type === kind) &&
    (by.const === undefined || by.const === value) &&
    (by.enum === undefined || by.enum.includes(value)) &&
    (by.pattern === undefined || (typeof value === 'string' && new RegExp(by.pattern).test(value))) &&
    (by.anyOf === undefined || by.anyOf.some((each) => takes(value, each))) &&
    (by.items === undefined || !Array.isArray(value) || value.every((each) => takes(each, by.items))) &&
    (kind !== 'object' || takesFields(value as Readonly<Record<string, unknown>>, by))
  );
}

function takesFields(fields: Readonly<Record<string, unknown>>, { required = [], properties = {}, ...by }: Schema) {
  return (
    required.every((name) => fields[name] !== undefined) &&
    Object.entries(fields).every(([name, value]) =>
      properties[name] ? takes(value, properties[name]) : by.additionalProperties !== false,
    )
  );
}

const clientId = '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a';
const least = { clientId, tenant: 'organizations' };

describe('the published schema of config.json', () => {
  it.each<readonly [string, unknown]>([
    ['the least', least],
    ['nothing', {}],
    ['a list', []],
    ['no client id', { tenant: 'organizations' }],
    ['a client id that is a name', { ...least, clientId: 'my-app' }],
    ['one tenant', { ...least, tenant: clientId }],
    ['personal accounts', { ...least, tenant: 'common' }],
    ['a cloud', { ...least, cloud: 'usgov' }],
    ['a cloud as an address', { ...least, cloud: 'https://management.azure.com' }],
    ['guests', { ...least, guests: 'warn' }],
    ['guests by a wrong word', { ...least, guests: 'allow' }],
    ['expected tenants', { ...least, expectedManagingTenants: [clientId.toUpperCase()] }],
    ['expected tenants by name', { ...least, expectedManagingTenants: ['Northwind'] }],
    ['expected offers', { ...least, expectedOffers: ['northwind.managed-ops.gold_1'] }],
    ['expected offers with a version', { ...least, expectedOffers: ['northwind.managed.gold.1.0.0'] }],
    ['what is not expected', { ...least, expected: 'warn' }],
    ['Graph', { ...least, graph: true }],
    ['Graph by a word', { ...least, graph: 'yes' }],
    ['a mail address', { ...least, supportContact: 'it@contoso.com' }],
    ['an https address', { ...least, supportContact: 'https://contoso.com/help' }],
    ['a script', { ...least, supportContact: 'javascript:alert(1)' }],
    ['a language', { ...least, defaultLanguage: 'ko' }],
    ['a language that is not spoken', { ...least, defaultLanguage: 'fr' }],
    ['an emulated Azure', { ...least, local: { entra: 'http://localhost:5174', arm: 'http://127.0.0.1:5174' } }],
    ['an emulated Azure elsewhere', { ...least, local: { entra: 'http://evil.example', arm: 'http://localhost:1' } }],
    ['half an emulated Azure', { ...least, local: { arm: 'http://localhost:5174' } }],
    ['a misspelt field', { ...least, cleintId: clientId }],
    ['the schema named', { $schema: './config.schema.json', ...least }],
  ])('judges as the app does: %s', (_, config) => {
    expect(takes(config)).toBe('config' in readConfig(config, { hostname: 'localhost' }));
  });

  it('says of every field what it is, and the same default as the app', () => {
    const answer = readConfig(least, { hostname: 'localhost' });
    const filledIn = { ...('config' in answer ? answer.config : {}) };
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      expect(field.description, name).toMatch(/\.$/);
      if (!(name in least)) expect(field.default, name).toEqual(Reflect.get(filledIn, name));
    }
  });
});
