import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Owner } from './estate.ts';
import { principalId, subscriptionId, subscriptionScope } from './ids.ts';
import { groupOwners, namelessPeople, withNames } from './owners.ts';

const here = subscriptionScope(subscriptionId('00000000-0000-4000-8000-000000000001'));
const above = '/providers/Microsoft.Management/managementGroups/platform';
const id = (n: number) => principalId(`10000000-0000-4000-8000-00000000000${n}`);

function owner(n: number, over: Partial<Owner> = {}): Owner {
  return { principalId: id(n), type: 'user', scope: here, conditioned: false, ...over };
}

describe('groupOwners', () => {
  it('parts people, groups, apps and others', () => {
    const groups = groupOwners(
      [owner(1), owner(2, { type: 'group' }), owner(3, { type: 'servicePrincipal' }), owner(4, { type: 'unknown' })],
      here,
    );
    expect(groups.users.map((one) => one.principalId)).toEqual([id(1)]);
    expect(groups.groups.map((one) => one.principalId)).toEqual([id(2)]);
    expect(groups.apps.map((one) => one.principalId)).toEqual([id(3)]);
    expect(groups.others.map((one) => one.principalId)).toEqual([id(4)]);
  });

  it('lists whoever can surely help first: free before conditioned, direct before inherited, named before nameless', () => {
    const list = [
      owner(1, { conditioned: true, name: 'Ada' }),
      owner(2, { scope: above, name: 'Ben' }),
      owner(3),
      owner(4, { name: 'dora' }),
      owner(5, { name: 'Cem' }),
      owner(6, { scope: '/', name: 'Abe' }),
    ];
    expect(groupOwners(list, here).users.map((one) => one.name ?? one.principalId)).toEqual([
      'Cem',
      'dora',
      id(3),
      'Abe',
      'Ben',
      'Ada',
    ]);
  });

  it('names each once, however often the role was given', () => {
    const twice = [owner(1, { scope: above, conditioned: true, name: 'Ada' }), owner(1, { scope: here.toUpperCase() })];
    expect(groupOwners(twice, here).users).toEqual([
      {
        principalId: id(1),
        name: 'Ada',
        direct: true,
        conditioned: false,
        scopes: [above, here.toUpperCase()].toSorted(),
      },
    ]);
    expect(groupOwners([owner(1, { type: 'unknown' }), owner(1, { type: 'group' })], here)).toMatchObject({
      groups: [{ principalId: id(1) }],
      others: [],
    });
  });

  it('gives the same for every order', () => {
    const any = fc
      .record({
        n: fc.integer({ min: 1, max: 4 }),
        scope: fc.constantFrom<string>(here, above),
        conditioned: fc.boolean(),
        name: fc.option(fc.constantFrom('Ada', 'Ben'), { nil: undefined }),
      })
      .map(({ n, name, ...over }) => owner(n, { ...over, ...(name && { name }) }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (list) => {
        const groups = groupOwners(list, here);
        expect(groupOwners(list.toReversed(), here)).toEqual(groups);
        expect(groups.users).toHaveLength(new Set(list.map((one) => one.principalId)).size);
      }),
    );
  });
});

describe('names from a directory', () => {
  const list = [
    owner(2),
    owner(1),
    owner(1, { scope: above }),
    owner(3, { type: 'unknown' }),
    owner(4, { name: 'Ada' }),
    owner(5, { type: 'group' }),
    owner(6, { type: 'servicePrincipal' }),
  ];

  it('are asked for people without one, and for those of no known kind, each once', () => {
    expect(namelessPeople(list)).toEqual([id(1), id(2), id(3)]);
  });

  it('are given to whoever is found; the others stay as they were', () => {
    const ada = { name: 'Ada', account: 'ada@contoso.example' };
    const named = withNames(
      [owner(1), owner(2), owner(3)],
      new Map<ReturnType<typeof id>, typeof ada | 'unknown'>([
        [id(1), ada],
        [id(2), 'unknown'],
      ]),
    );
    expect(named).toEqual([owner(1, ada), owner(2), owner(3)]);
    expect(groupOwners([owner(1, { scope: above }), ...named], here).users).toMatchObject([
      { principalId: id(1), ...ada },
      { principalId: id(2) },
      { principalId: id(3) },
    ]);
    expect(groupOwners([owner(2)], here).users[0]).not.toHaveProperty('account');
  });

  it('decide the order among equals, nameless last, whatever comes first', () => {
    const users = (...of: readonly Owner[]) => groupOwners(of, here).users.map((one) => one.name ?? '');
    expect(users(owner(1), owner(2, { name: 'Zoe' }))).toEqual(['Zoe', '']);
    expect(users(owner(2, { name: 'Zoe' }), owner(1))).toEqual(['Zoe', '']);
  });
});
