import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOfFindings } from './findings.ts';
import { isKnownAction } from './knownActions.ts';
import { commonTypes, typesOf } from './knownTypes.ts';
import { commonVerbs, verbsOf } from './knownVerbs.ts';
import { dangers } from './roleDangers.ts';
import { findingsOf } from './roleFindings.ts';
import { includedIn, kindsOf } from './roleGrants.ts';
import { asks, basics, judged, support } from './roleNoise.ts';
import { isServiceCode, serviceOf } from './services.ts';

const level = (...actions: string[]) =>
  levelOfFindings(findingsOf({ permissions: [{ actions, notActions: [] }], dataActions: [] }));

describe('isKnownAction', () => {
  it.each([
    'Microsoft.Compute/virtualMachines/write',
    'microsoft.compute/VIRTUALMACHINES/Extensions/WRITE',
    'Microsoft.Compute/virtualMachines/start/action',
    'Microsoft.Compute/*/start/action',
    'Microsoft.Compute/virtualMachines/st*/action',
    'Microsoft.Compute/*',
    'Microsoft.Compute/virtualMachines/*',
    'Microsoft.Compute/*/action',
    'Microsoft.Insights/metric*',
    'Microsoft.Network/virtualNetworks/subnets/join/action',
    'Microsoft.Compute/frobs/read',
    'Contoso.Frobs/frobs/read',
    'Contoso.Frobs/checkNameAvailability/action',
    'Contoso.Frobs/register/action',
    'Contoso.Frobs/locations/operationResults/write',
    'Microsoft.Storage/storageAccounts/providers/Microsoft.Insights/diagnosticSettings/write',
    'Microsoft.KeyVault/vaults/deploy/action',
  ])('%s: known', (action) => {
    expect(isKnownAction(action)).toBe(true);
  });

  it.each([
    ['verb', 'Microsoft.Compute/virtualMachines/frobnicate/action'],
    ['verb, through a wildcard', 'Microsoft.Compute/*/frobnicate/action'],
    ['verb that begins like one that only asks', 'Microsoft.Compute/virtualMachines/checkAndDrop/action'],
    ['verb in a service whose patterns are harmless', 'Microsoft.Support/frobnicate/action'],
    ['verb below a type whose patterns are harmless', 'Microsoft.Resources/deployments/frobnicate/action'],
    ['verb below the answers of operations', 'Microsoft.Compute/locations/operationResults/frobnicate/action'],
    ['verb: a type is none', 'Microsoft.Compute/virtualMachines/disks/action'],
    ['type', 'Microsoft.Compute/frobs/write'],
    ['type, all of it', 'Microsoft.Compute/frobs/*'],
    ['type below a known one', 'Microsoft.Compute/virtualMachines/frobs/delete'],
    ['type with a known verb', 'Microsoft.Compute/frobs/start/action'],
    ['type of another service', 'Microsoft.Compute/vaults/write'],
    ['pattern that nothing known fits', 'Microsoft.Compute/*frob*'],
    ['nothing to write to', 'Microsoft.Compute/write'],
    ['nothing to act on', 'Microsoft.Compute/action'],
    ['registration of something else than a provider', 'Microsoft.Compute/virtualMachines/register/action'],
    ['form, below what is harmless', 'Microsoft.Support/frobnicate'],
    ['service', 'Contoso.Frobs/virtualMachines/write'],
    ['service, all of it', 'Contoso.Frobs/*'],
    ['service with an empty type', 'Microsoft.Compute//write'],
  ])('unknown %s: %s is level 4', (_, action) => {
    expect(isKnownAction(action)).toBe(false);
    expect(level(action)).toBe(4);
    expect(level(action.toUpperCase())).toBe(4);
    expect(findingsOf({ permissions: [{ actions: [action], notActions: [] }], dataActions: [] })[0]).toEqual({
      code: 'unknownActions',
      actions: [action],
    });
  });

  it('knows whatever the other tables name', () => {
    const named = dangers.flatMap((danger) => danger.named);
    for (const action of [...named, ...asks, ...basics, ...support]) expect(isKnownAction(action), action).toBe(true);
    for (const pattern of judged) expect(isKnownAction(pattern), pattern).toBe(true);
  });

  it('lists words only for services that people have a word for, each word once', () => {
    for (const [name, text] of [...Object.entries(typesOf), ...Object.entries(verbsOf)]) {
      const own = text.toLowerCase().split(' ');
      expect(isServiceCode(serviceOf(`Microsoft.${name}/x/write`) ?? 'No.body'), name).toBe(true);
      expect(new Set(own).size, name).toBe(own.length);
    }
    for (const text of Object.values(typesOf)) expect(text).not.toMatch(/\*|\//);
    for (const [common, table] of [
      [commonTypes, typesOf],
      [commonVerbs, verbsOf],
    ] as const) {
      const shared = new Set(common.toLowerCase().split(' '));
      const again = Object.values(table).flatMap((text) =>
        text
          .toLowerCase()
          .split(' ')
          .filter((one) => shared.has(one)),
      );
      expect(again).toEqual([]);
    }
  });
});

describe('an action that nobody knows', () => {
  const word = fc.stringMatching(/^[a-z][a-zA-Z]{2,11}$/);
  const known = new Set(
    [commonTypes, commonVerbs, ...Object.values(typesOf), ...Object.values(verbsOf), 'read write delete action']
      .join(' ')
      .toLowerCase()
      .split(' '),
  );
  const strange = word.filter((one) => !known.has(one.toLowerCase()));
  const service = fc.oneof(
    fc.constantFrom(...Object.keys(typesOf)).map((name) => `Microsoft.${name}`),
    word.map((name) => `Contoso.${name}`),
    fc.constantFrom('Microsoft.Support', 'Microsoft.Resources', 'Microsoft.ResourceHealth', 'Microsoft.Authorization'),
  );
  const familiar = fc.constantFrom('virtualMachines', 'deployments', 'vaults', 'alertRules', 'operationResults', '*');
  const begins = fc.constantFrom('', 'check', 'validate', 'list', 'get', 'fetch', 'query', 'find', 'start');
  const verb = fc.tuple(begins, strange).map((parts) => parts.join(''));
  const action = fc.oneof(
    fc.tuple(service, fc.array(familiar, { maxLength: 2 }), verb).map(([a, b, c]) => [a, ...b, c, 'action'].join('/')),
    fc
      .tuple(service, fc.array(familiar, { maxLength: 2 }), strange, fc.constantFrom('write', 'delete', '*'))
      .map(([a, b, c, d]) => [a, ...b, c, d].join('/')),
  );
  const shaped = dangers.flatMap((danger) => danger.shaped);

  it('makes a role level 4 at least, in any service; only what names its danger in its shape may be level 3', () => {
    fc.assert(
      fc.property(action, (one) => {
        fc.pre(!asks.some((ask) => includedIn([ask], one)));
        expect(level(one)).toBeGreaterThanOrEqual(includedIn(shaped, one) ? 3 : 4);
        expect(level('*/read', one)).toBeGreaterThanOrEqual(includedIn(shaped, one) ? 3 : 4);
      }),
    );
  });

  it('on data: level 4 in a service that nobody has judged, level 3 in one that is known', () => {
    const onData = (data: string) => levelOfFindings(findingsOf({ permissions: [], dataActions: [data] }));
    fc.assert(
      fc.property(word, strange, (name, one) => {
        expect(onData(`Contoso.${name}/things/${one}/action`)).toBe(4);
        expect(onData(`Microsoft.Storage/storageAccounts/${one}/action`)).toBe(3);
        expect(onData(`Contoso.${name}/things/${one}/read`)).toBe(3);
      }),
    );
  });
});

it.each([
  ['Microsoft.Compute/disks/read', ['read']],
  ['Microsoft.Compute/*', ['read', 'write', 'delete', 'action']],
  ['Microsoft.Compute/*/action', ['action']],
  ['Microsoft.Compute/*ead', ['read']],
  ['Microsoft.Compute/*/', []],
  ['read', []],
])('%s stands for %j', (pattern, kinds) => expect(kindsOf(pattern)).toEqual(kinds));
