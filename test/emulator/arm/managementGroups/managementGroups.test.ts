import { describe, expect, it } from 'vitest';
import { ask, rowsOf, testContext } from '../testing/ask.ts';
import { contoso, corp, registered, type Who } from '../testing/names.ts';

const all = '/providers/Microsoft.Management/managementGroups';
const get = (who: Who, path: string, query = '') =>
  ask(testContext(), who, 'GET', `${path}?api-version=2021-04-01${query}`);

describe('management groups', () => {
  it.each<[Who, string[]]>([
    ['viaGroup', [contoso, 'corp']],
    ['reader', ['corp']],
    ['contributor', []],
    ['toyOwner', []],
  ])('listed to %s: %j', async (who, names) => {
    const answer = await get(who, all);
    expect(
      rowsOf(answer)
        .map((row) => row['name'])
        .toSorted(),
    ).toEqual(names);
  });

  it('page by a link of another name than everything else', async () => {
    const context = testContext();
    context.world.pageSize = 1;
    const answer = await ask(context, 'viaGroup', 'GET', `${all}?api-version=2021-04-01`);
    expect(answer.body['@nextLink']).toContain('$skiptoken=');
    expect(answer.body['nextLink']).toBeUndefined();
  });

  it('are refused one by one to whom they are none of their business', async () => {
    expect((await get('contributor', corp)).code).toBe('AuthorizationFailed');
    expect((await get('contributor', `${corp}/descendants`)).code).toBe('AuthorizationFailed');
    expect((await get('reader', `${all}/nowhere`)).code).toBe('AuthorizationFailed');
    expect((await get('viaGroup', `${all}/nowhere`)).code).toBe('AuthorizationFailed');
  });

  it('tell their parent, and on request their children or ancestors', async () => {
    const plain = await get('reader', `${all}/CORP`);
    expect(plain.body).toEqual({
      id: corp,
      type: 'Microsoft.Management/managementGroups',
      name: 'corp',
      properties: {
        tenantId: contoso,
        displayName: 'Corp',
        details: { version: 1, parent: { id: `${all}/${contoso}`, name: contoso, displayName: 'Tenant Root Group' } },
      },
    });
    const ancestors = await get('reader', corp, '&$expand=ancestors');
    expect(ancestors.body).toMatchObject({ properties: { details: { managementGroupAncestors: [contoso] } } });
    const tree = await get('viaGroup', `${all}/${contoso}`, '&$expand=children&$recurse=true');
    expect(tree.body).toMatchObject({
      properties: {
        children: [{ name: 'corp', children: [{ type: '/subscriptions', name: registered }, {}, {}, {}] }],
      },
    });
  });

  it('list everything below them, flat', async () => {
    const answer = await get('viaGroup', `${all}/${contoso}/descendants`);
    const rows = rowsOf(answer);
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({
      id: `/subscriptions/${registered}`,
      type: '/subscriptions',
      name: registered,
      properties: { displayName: 'Subscription 1', parent: { id: corp } },
    });
  });
});
