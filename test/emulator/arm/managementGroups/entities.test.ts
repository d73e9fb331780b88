import { describe, expect, it } from 'vitest';
import { ask, rowsOf, testContext } from '../testing/ask.ts';
import { contoso, corp, registered, type Who } from '../testing/names.ts';

const path = '/providers/Microsoft.Management/getEntities?api-version=2021-04-01';
const entities = async (who: Who) => rowsOf(await ask(testContext(), who, 'POST', path, {}));

describe('getEntities', () => {
  it('names the groups above each subscription, the root first', async () => {
    expect(await entities('owner')).toContainEqual({
      id: `/subscriptions/${registered}`,
      type: '/subscriptions',
      name: registered,
      properties: {
        tenantId: contoso,
        displayName: 'Subscription 1',
        parent: { id: corp },
        parentNameChain: [contoso, 'corp'],
        parentDisplayNameChain: ['Tenant Root Group', 'Corp'],
      },
    });
  });

  it.each<[Who, string[]]>([
    ['viaGroup', ['/subscriptions', 'Microsoft.Management/managementGroups']],
    ['contributor', ['/subscriptions']],
    ['nobody', []],
  ])('shows %s what the caller may see: %j', async (who, types) => {
    const shown = (await entities(who)).map((row) => row['type']);
    expect([...new Set(shown)].toSorted()).toEqual(types);
  });

  it('is a read: no second factor is asked for it, and it counts as one', async () => {
    const answer = await ask(testContext(), 'owner', 'POST', path, {});
    expect(answer.headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('249');
  });
});
