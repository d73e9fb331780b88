import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyIn, offer, resourceGroup, subscription } from '../../../test/domain/offers.ts';
import { copyId, delegationId, type CopyId, type ScopeId } from '../../domain/ids.ts';
import type { Delegation } from '../../domain/offer.ts';
import type { Subscription } from '../../domain/scope.ts';
import { foldMap, letterOf, mapOf, offersOn, type MapNode } from './estateMap.ts';

const copy = copyIn(1);
const delegated = (scope: ScopeId, to: CopyId = copy.id): Delegation => ({
  id: delegationId(scope, 'dddddddd-0000-4000-8000-000000000001'),
  scope,
  copyId: to,
  provisioning: 'succeeded',
});
const none = { offers: [], withoutOffer: [] };

function under(n: number, ...names: readonly string[]): Subscription {
  return { ...subscription(n), managementGroups: names.map((name) => ({ name, displayName: name.toUpperCase() })) };
}

describe('mapOf', () => {
  it('says for each subscription who holds it as a whole, in part, and by what nobody can read', () => {
    const first = offer([copy], [delegated(subscription(1).id), delegated(resourceGroup(2, 'web').id)]);
    const second = offer([copy], [delegated(subscription(1).id)]);
    const lost = delegated(subscription(3).id, copyId(subscription(9).subscriptionId, 'cccccccc'));
    const [group] = mapOf([1, 2, 3, 4].map(subscription), { offers: [first, second], withoutOffer: [lost] });
    expect(group?.tiles.map((tile) => [offersOn(tile), tile.resourceGroups, tile.unread])).toEqual([
      [[0, 1], 0, 0],
      [[0], 1, 0],
      [[], 0, 1],
      [[], 0, 0],
    ]);
    expect(group).toMatchObject({
      path: undefined,
      delegated: 3,
      unread: 1,
      reach: [
        { offer: 0, subscriptions: 2 },
        { offer: 1, subscriptions: 1 },
      ],
    });
  });
});

function leaves(nodes: readonly MapNode[]): readonly MapNode[] {
  return nodes.flatMap((node) => (node.inside.length > 0 ? leaves(node.inside) : [node]));
}

describe('foldMap', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const trees = fc.array(
    fc.array(names, { minLength: 1, maxLength: 5 }).map((path) => ['root', ...path]),
    { minLength: 1, maxLength: 200 },
  );

  it('loses no subscription and shows few lines at once, whatever the tree', () => {
    fc.assert(
      fc.property(trees, (paths) => {
        const groups = mapOf(
          paths.map((path, n) => under(n, ...path)),
          none,
        );
        const nodes = foldMap(groups);
        expect(nodes.length).toBeLessThanOrEqual(30);
        expect(leaves(nodes).map(({ group }) => group)).toHaveLength(groups.length);
        for (const found of [nodes, leaves(nodes)]) {
          expect(found.reduce((sum, { group }) => sum + group.tiles.length, 0)).toBe(paths.length);
        }
      }),
    );
  });

  it('goes as deep as there is room for', () => {
    const few = mapOf([under(1, 'root', 'a', 'x'), under(2, 'root', 'b', 'y'), subscription(3)], none);
    expect(foldMap(few).map(({ group, inside }) => [group.key, inside.length])).toEqual([
      ['root/a/x', 0],
      ['root/b/y', 0],
      ['', 0],
    ]);
  });
});

it('letters go on after Z', () => {
  expect([0, 25, 26, 52].map(letterOf)).toEqual(['A', 'Z', 'A2', 'A3']);
});
