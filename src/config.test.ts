import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cloudOf, readConfig, type ConfigFault, approvalAddress } from './config.ts';

const clientId = '0a0a0a0a-5555-4555-8555-0a0a0a0a0a0a';
const tenant = '11111111-1111-4111-8111-111111111111';
const onThisMachine = { hostname: 'localhost' };
const onTheWeb = { hostname: 'onboarding.contoso.com' };

describe('readConfig', () => {
  it('fills in what may be left out', () => {
    expect(readConfig({ clientId, tenant: 'organizations' }, onTheWeb)).toEqual({
      config: {
        clientId,
        tenant: 'organizations',
        cloud: 'public',
        guests: 'block',
        expectedManagingTenants: [],
        expectedOffers: [],
        expected: 'block',
        graph: false,
      },
    });
  });

  it('takes everything, with ids in their canonical form', () => {
    const everything = {
      clientId: clientId.toUpperCase(),
      tenant: ` ${tenant} `.trim().toUpperCase(),
      cloud: 'usgov',
      guests: 'warn',
      expectedManagingTenants: ['ABCDEF00-1111-4111-8111-111111111111'],
      expectedOffers: ['Northwind.managed_ops-preview.gold-1'],
      expected: 'warn',
      graph: true,
      supportContact: 'it@contoso.com',
      defaultLanguage: 'ko',
      local: { entra: 'http://localhost:5174', arm: 'http://127.0.0.1:5175' },
    };
    expect(readConfig(everything, onThisMachine)).toEqual({
      config: {
        ...everything,
        clientId,
        tenant,
        expectedManagingTenants: ['abcdef00-1111-4111-8111-111111111111'],
        expectedOffers: ['northwind.managed_ops-preview.gold-1'],
      },
    });
  });

  it('accepts the file that the demo is served with', () => {
    const demo: unknown = JSON.parse(readFileSync(new URL('../public/config.json', import.meta.url), 'utf8'));
    expect(readConfig(demo, onThisMachine)).toMatchObject({ config: { clientId, tenant: 'organizations' } });
  });

  const faults: readonly (readonly [name: string, change: object, fault: ConfigFault])[] = [
    ['no client id', { clientId: undefined }, { code: 'fieldMissing', field: 'clientId', expected: 'guid' }],
    [
      'a client id that is a name',
      { clientId: 'my-app' },
      { code: 'fieldInvalid', field: 'clientId', value: 'my-app', expected: 'guid' },
    ],
    ['no tenant', { tenant: undefined }, { code: 'fieldMissing', field: 'tenant', expected: 'tenant' }],
    [
      'personal accounts',
      { tenant: 'common' },
      { code: 'fieldInvalid', field: 'tenant', value: 'common', expected: 'tenant' },
    ],
    [
      'a tenant by its domain',
      { tenant: 'contoso.onmicrosoft.com' },
      { code: 'fieldInvalid', field: 'tenant', value: 'contoso.onmicrosoft.com', expected: 'tenant' },
    ],
    [
      'a cloud as free text',
      { cloud: 'https://management.evil.example' },
      { code: 'fieldInvalid', field: 'cloud', value: 'https://management.evil.example', expected: 'cloud' },
    ],
    [
      'a wrong word',
      { guests: 'allow' },
      { code: 'fieldInvalid', field: 'guests', value: 'allow', expected: 'blockOrWarn' },
    ],
    ['null', { guests: null }, { code: 'fieldInvalid', field: 'guests', value: 'null', expected: 'blockOrWarn' }],
    [
      'one bad id in a list',
      { expectedManagingTenants: [tenant, 'Northwind'] },
      { code: 'fieldInvalid', field: 'expectedManagingTenants.1', value: 'Northwind', expected: 'guidList' },
    ],
    [
      'an offer with its version',
      { expectedOffers: ['northwind.managed.gold.1.0.0'] },
      {
        code: 'fieldInvalid',
        field: 'expectedOffers.0',
        value: 'northwind.managed.gold.1.0.0',
        expected: 'planList',
      },
    ],
    [
      'a word where yes or no is expected',
      { graph: 'on' },
      { code: 'fieldInvalid', field: 'graph', value: 'on', expected: 'yesOrNo' },
    ],
    [
      'a script where a link is expected',
      { supportContact: 'javascript:alert(1)' },
      { code: 'fieldInvalid', field: 'supportContact', value: 'javascript:alert(1)', expected: 'contact' },
    ],
    [
      'a language that is not there',
      { defaultLanguage: 'fr' },
      { code: 'fieldInvalid', field: 'defaultLanguage', value: 'fr', expected: 'language' },
    ],
    [
      'a misspelt field',
      { clientID: clientId },
      {
        code: 'fieldUnknown',
        field: 'clientID',
        known: [
          'clientId',
          'tenant',
          'cloud',
          'guests',
          'expectedManagingTenants',
          'expectedOffers',
          'expected',
          'graph',
          'supportContact',
          'defaultLanguage',
          'local',
        ],
      },
    ],
    [
      'an unknown field inside local',
      { local: { entra: 'http://localhost:1', arm: 'http://localhost:1', graph: 'http://localhost:1' } },
      { code: 'fieldUnknown', field: 'local.graph', known: ['entra', 'arm'] },
    ],
    [
      'half of local',
      { local: { entra: 'http://localhost:1' } },
      { code: 'fieldMissing', field: 'local.arm', expected: 'loopbackOrigin' },
    ],
    ['local as a switch', { local: true }, { code: 'fieldInvalid', field: 'local', value: 'true', expected: 'local' }],
  ];
  it.each(faults)('names the field: %s', (_name, change, fault) => {
    expect(readConfig({ clientId, tenant: 'organizations', ...change }, onThisMachine)).toEqual({ fault });
  });

  it.each([
    'http://localhost:1/path',
    'https://localhost:1',
    'http://contoso.com',
    'http://localhost.evil.example',
    'x',
  ])('takes only loopback http origins for local: not %s', (arm) => {
    const json = { clientId, tenant: 'organizations', local: { entra: 'http://localhost:1', arm } };
    const fault = { code: 'fieldInvalid', field: 'local.arm', value: arm, expected: 'loopbackOrigin' };
    expect(readConfig(json, onThisMachine)).toEqual({ fault });
  });

  it.each(['localhost', 'app.localhost', '127.0.0.1', '[::1]'])('takes local on %s', (hostname) => {
    const json = { clientId, tenant: 'organizations', local: { entra: 'http://[::1]:1', arm: 'http://localhost:1' } };
    expect(readConfig(json, { hostname })).toHaveProperty('config.local');
  });

  it.each(['onboarding.contoso.com', 'localhost.evil.example', '128.0.0.1', 'notlocalhost', '127.0.0.1.evil.example'])(
    'refuses local on %s',
    (hostname) => {
      const json = { clientId, tenant: 'organizations', local: { entra: 'http://[::1]:1', arm: 'http://localhost:1' } };
      expect(readConfig(json, { hostname })).toEqual({ fault: { code: 'localElsewhere', field: 'local', hostname } });
    },
  );

  it.each([null, [], 'text', 5, undefined])('refuses %j as a whole', (json) => {
    expect(readConfig(json, onTheWeb)).toEqual({ fault: { code: 'notObject' } });
  });

  it('shows long values in short', () => {
    const answer = readConfig({ clientId: 'x'.repeat(5000), tenant: 'organizations' }, onTheWeb);
    expect('fault' in answer && answer.fault.code === 'fieldInvalid' && answer.fault.value).toHaveLength(80);
  });
});

describe('cloudOf', () => {
  it.each(['public', 'usgov', 'china'] as const)('%s: https origins, and a scope of its own ARM', (name) => {
    const cloud = cloudOf({ cloud: name });
    for (const origin of [cloud.login, cloud.arm, cloud.graph]) {
      expect(new URL(origin).origin).toBe(origin);
      expect(origin).toMatch(/^https:/);
    }
    expect(cloud.armScope).toBe(`${cloud.arm}/user_impersonation`);
  });
});

describe('approvalAddress', () => {
  const clientId = '22222222-2222-4222-8222-222222222222';
  const addressOf = (change: object) => {
    const answer = readConfig({ clientId, tenant: 'organizations', ...change }, { hostname: 'localhost' });
    return 'config' in answer ? approvalAddress(answer.config) : answer.fault;
  };

  it("is Entra's, for the tenant and the cloud that are configured; none for an emulated Azure", () => {
    const tenant = '11111111-1111-4111-8111-111111111111';
    const local = { entra: 'http://localhost:5174', arm: 'http://localhost:5174' };
    expect([{}, { tenant, cloud: 'usgov' }, { local }].map(addressOf)).toEqual([
      `https://login.microsoftonline.com/organizations/adminconsent?client_id=${clientId}`,
      `https://login.microsoftonline.us/${tenant}/adminconsent?client_id=${clientId}`,
      undefined,
    ]);
  });
});
