import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, rowsOf, testContext, type TestAnswer } from '../testing/ask.ts';
import { registered, reseller, roles, unregistered, ids, northwind, plan } from '../testing/names.ts';
import { compareVersions, identifierOf, matchesIdentifier } from './planIdentifier.ts';

const MARKETPLACE = '/providers/Microsoft.ManagedServices/marketplaceRegistrationDefinitions';
const here = `/subscriptions/${registered}${MARKETPLACE}`;
const get = (path: string, query = '') => ask(testContext(), 'reader', 'GET', `${path}?api-version=2022-10-01${query}`);
const names = (answer: TestAnswer): unknown[] =>
  rowsOf(answer)
    .map((row) => row['name'])
    .toSorted();
const standard = ['1.0.0', '1.10.0', '1.2.0'].map((version) => `northwind.managed.standard.${version}`);
const secret = 'northwind.managed.private.1.0.0';

describe('what the marketplace publishes', () => {
  it('is listed in every version, private plans only to the subscriptions they are for', async () => {
    expect(names(await get(here))).toEqual([secret, ...standard]);
    expect(names(await get(`/subscriptions/${registered}/resourceGroups/rg-web${MARKETPLACE}`))).toEqual([
      secret,
      ...standard,
    ]);
    expect(names(await get(`/subscriptions/${unregistered}${MARKETPLACE}`))).toEqual(standard);
    expect(names(await get(MARKETPLACE))).toEqual(standard);
  });

  it.each([
    ['northwind', [secret, ...standard]],
    ['northwind.managed', [secret, ...standard]],
    ['Northwind.Managed.Standard', standard],
    ['northwind.managed.standard.1.2.0', [standard[2]]],
    ['northwind.managed.standard.9.9.9', []],
    ['northwind.manage', []],
  ])('can be filtered by identifier: %s', async (identifier, expected) => {
    expect(names(await get(here, `&$filter=planIdentifier eq '${identifier}'`))).toEqual(expected);
  });

  it.each([
    ['northwind.managed.standard.1.2.0', '1.2.0'],
    ['northwind.managed.standard', '1.10.0'],
  ])('%s is version %s', async (identifier, version) => {
    const answer = await get(`${MARKETPLACE}/${identifier}`);
    expect(answer.body).toEqual({
      properties: {
        managedByTenantId: northwind,
        authorizations: [
          { principalId: ids.support, principalIdDisplayName: 'Support', roleDefinitionId: roles.reader },
        ],
        offerDisplayName: 'Managed Platform',
        publisherDisplayName: 'Northwind',
        planDisplayName: 'Standard',
      },
      plan: { ...plan, version },
      id: `${MARKETPLACE}/northwind.managed.standard.${version}`,
      type: 'Microsoft.ManagedServices/marketplaceRegistrationDefinitions',
      name: `northwind.managed.standard.${version}`,
    });
  });

  it('is 404 where there is nothing, or nothing for this place', async () => {
    expect((await get(`${here}/northwind.other`)).status).toBe(404);
    expect((await get(`${MARKETPLACE}/${secret}`)).status).toBe(404);
    expect((await get(`${here}/${secret}`)).body['id']).toBe(`${here}/${secret}`);
    expect((await get(`/subscriptions/${reseller}${MARKETPLACE}/${secret}`)).status).toBe(200);
  });

  it('needs a role at the place it is asked for, and none at the tenant', async () => {
    const ask2022 = (path: string) => ask(testContext(), 'groupOwner', 'GET', `${path}?api-version=2022-10-01`);
    expect((await ask2022(here)).code).toBe('AuthorizationFailed');
    expect((await ask2022(MARKETPLACE)).status).toBe(200);
  });
});

describe('plan identifiers', () => {
  const part = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
  const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => numbers.join('.'));
  const anyPlan = fc.record({ publisher: part, product: part, name: part, version });

  it('mean their own plan, whole or cut off after any part', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(1, 2, 3), (row, parts) => {
        expect(matchesIdentifier(row, identifierOf(row).toUpperCase())).toBe(true);
        expect(matchesIdentifier(row, identifierOf(row).split('.').slice(0, parts).join('.'))).toBe(true);
      }),
    );
  });

  it('order versions by number, not by text', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the provider’s operations', () => {
  it.each(['', `/subscriptions/${registered}`])('are the same everywhere: %s', async (scope) => {
    const answer = await get(`${scope}/providers/Microsoft.ManagedServices/operations`);
    expect(names(answer)).toEqual(
      [
        'register/action',
        'unregister/action',
        'marketplaceRegistrationDefinitions/read',
        'operations/read',
        'operationStatuses/read',
        ...['registrationAssignments', 'registrationDefinitions'].flatMap((type) =>
          ['read', 'write', 'delete'].map((verb) => `${type}/${verb}`),
        ),
      ]
        .map((action) => `Microsoft.ManagedServices/${action}`)
        .toSorted(),
    );
  });
});
