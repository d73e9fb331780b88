import { describe, expect, it } from 'vitest';
import { ask, callerNamed, personaNamed, rowsOf, testContext, type TestAnswer } from '../testing/ask.ts';
import { contoso, foreign, ids, registered, tailspin, type Who } from '../testing/names.ts';

const field = (answer: TestAnswer, name: string): unknown[] =>
  rowsOf(answer)
    .map((row) => row[name])
    .toSorted();

describe('tenants', () => {
  it('are those a person has an account in', async () => {
    const persona = personaNamed('owner', { objectIds: { [contoso]: ids.owner, [tailspin]: 'other' } });
    const answer = await ask(
      testContext(),
      callerNamed('owner', { persona }),
      'GET',
      '/tenants?api-version=2022-12-01',
    );
    expect(field(answer, 'tenantId')).toEqual([contoso, tailspin]);
    expect(rowsOf(answer).find((row) => row['tenantId'] === contoso)).toEqual({
      id: `/tenants/${contoso}`,
      tenantId: contoso,
      countryCode: 'KR',
      displayName: 'Contoso',
      domains: ['contoso.onmicrosoft.com'],
      tenantCategory: 'Home',
      defaultDomain: 'contoso.onmicrosoft.com',
      tenantType: 'AAD',
    });
  });

  it('are the own one for an application', async () => {
    const answer = await ask(testContext(), 'automation', 'GET', '/tenants?api-version=2022-12-01');
    expect(field(answer, 'tenantId')).toEqual([contoso]);
  });
});

describe('subscriptions', () => {
  it.each<[Who, number]>([
    ['owner', 4],
    ['viaGroup', 4],
    ['contributor', 2],
    ['groupOwner', 1],
    ['eligible', 0],
    ['nobody', 0],
    ['toyOwner', 1],
  ])('that %s sees: %i', async (who, count) => {
    const answer = await ask(testContext(), who, 'GET', '/subscriptions?api-version=2022-12-01');
    expect(rowsOf(answer)).toHaveLength(count);
  });

  it('say who they are, and who manages them for whatever reason', async () => {
    const context = testContext();
    const row = context.world.subscriptions.get(registered);
    if (row) context.world.subscriptions.set(registered, { ...row, otherManagingTenants: [tailspin] });
    const answer = await ask(context, 'owner', 'GET', `/subscriptions/${registered}?api-version=2022-12-01`);
    expect(answer.body).toEqual({
      id: `/subscriptions/${registered}`,
      authorizationSource: 'RoleBased',
      managedByTenants: [{ tenantId: tailspin }],
      tags: { env: 'prod' },
      subscriptionId: registered,
      tenantId: contoso,
      displayName: 'Subscription 1',
      state: 'Enabled',
      subscriptionPolicies: {
        locationPlacementId: 'Public_2014-09-01',
        quotaId: 'EnterpriseAgreement_2014-09-01',
        spendingLimit: 'Off',
      },
    });
  });

  it('repeat their tenant for the api-versions of the Azure CLI', async () => {
    const answer = await ask(testContext(), 'owner', 'GET', `/subscriptions/${registered}?api-version=2019-11-01`);
    expect(answer.body['homeTenantId']).toBe(contoso);
  });

  it('of another tenant are not listed to somebody with rights at the own root', async () => {
    const answer = await ask(testContext(), 'viaGroup', 'GET', '/subscriptions?api-version=2022-12-01');
    expect(field(answer, 'subscriptionId')).not.toContain(foreign);
  });
});

describe('resource groups', () => {
  const base = `/subscriptions/${registered}/resourceGroups`;
  const list = (who: Who, query = '') => ask(testContext(), who, 'GET', `${base}?api-version=2025-04-01${query}`);

  it('are listed as far as the caller may read them', async () => {
    expect(field(await list('reader'), 'name')).toEqual(['rg-Web', 'rg-data']);
    expect(field(await list('groupOwner'), 'name')).toEqual(['rg-Web']);
  });

  it.each([
    ["&$filter=tagName eq 'TEAM' and tagValue eq 'web'", ['rg-Web']],
    ["&$filter=tagName eq 'team'", ['rg-Web', 'rg-data']],
    ["&$filter=tagName eq 'env'", []],
  ])('can be filtered by tag: %s', async (query, names) => {
    expect(field(await list('owner', query), 'name')).toEqual(names);
  });

  it('are found in any case and printed in their own', async () => {
    const answer = await ask(testContext(), 'groupOwner', 'GET', `${base}/RG-WEB?api-version=2021-04-01`);
    expect(answer.body).toEqual({
      id: `${base}/rg-Web`,
      name: 'rg-Web',
      type: 'Microsoft.Resources/resourceGroups',
      location: 'koreacentral',
      tags: { team: 'web' },
      properties: { provisioningState: 'Succeeded' },
    });
  });

  it('answer HEAD with 204 or 404 and no body', async () => {
    const head = (name: string) => ask(testContext(), 'owner', 'HEAD', `${base}/${name}?api-version=2021-04-01`);
    expect([(await head('rg-data')).status, (await head('nowhere')).status]).toEqual([204, 404]);
    expect((await head('nowhere')).body).toEqual({});
  });
});
