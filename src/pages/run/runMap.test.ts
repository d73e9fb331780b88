import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeItem } from '../../domain/changeSet.ts';
import { subscriptionId, subscriptionScope } from '../../domain/ids.ts';
import type { ManagementGroup } from '../../domain/scope.ts';
import { runGroups } from './runMap.ts';

const id = (n: number) => subscriptionId(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const path = (text: string): readonly ManagementGroup[] =>
  text.split('/').map((name) => ({ name: name.toLowerCase(), displayName: name }));

/** Items in these subscriptions: of an item, a picture needs no more than where it is. */
function itemsIn(subscriptions: readonly number[]): readonly ChangeItem[] {
  return subscriptions.map(
    (n) => ({ does: 'delegate', scope: { id: subscriptionScope(id(n)), subscriptionId: id(n) } }) as ChangeItem,
  );
}

function groupsOf(subscriptions: readonly number[], paths: readonly (string | undefined)[], most = 24) {
  const known = new Map(paths.flatMap((text, n) => (text === undefined ? [] : [[id(n), path(text)] as const])));
  return runGroups(itemsIn(subscriptions), (subscription) => known.get(subscription), most);
}

describe('the picture of a run', () => {
  it('parts scopes by management group, with the names that tell them apart, and keeps subscriptions together', () => {
    const groups = groupsOf([0, 1, 0, 2, 3], ['Root/Zones/Prod', 'Root/Zones/Dev', 'Root', undefined]);
    expect(groups.map(({ path: names, subscriptions }) => [names?.join('/'), subscriptions])).toEqual([
      ['Zones/Prod', [[0, 2]]],
      ['Zones/Dev', [[1]]],
      ['Root', [[3]]],
      [undefined, [[4]]],
    ]);
  });

  it('goes only as deep as there is room for', () => {
    const paths = ['Root/A/1', 'Root/A/2', 'Root/B/1', 'Root/B/2'];
    expect(groupsOf([0, 1, 2, 3], paths, 3).map(({ path: names }) => names)).toEqual([['A'], ['B']]);
  });

  it('calls a single group by its own name', () => {
    expect(groupsOf([0, 0], ['Root/Zones/Prod']).map(({ path: names }) => names)).toEqual([['Prod']]);
  });

  it('shows every item once, whatever the tree, in no more groups than were asked for', () => {
    const name = fc.constantFrom('A', 'B', 'C');
    const anyPath = fc.option(
      fc.array(name, { maxLength: 4 }).map((names) => ['Root', ...names].join('/')),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.array(anyPath, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(11), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 8 }),
        (paths, subscriptions, most) => {
          const groups = groupsOf(subscriptions, paths, most);
          const drawn = groups.flatMap((group) => group.subscriptions.flat());
          expect(drawn.toSorted((one, other) => one - other)).toEqual(subscriptions.map((_, at) => at));
          expect(groups.flatMap(({ items }) => items).length).toBe(subscriptions.length);
          expect(groups.length).toBeLessThanOrEqual(most);
          expect(groups.every((group) => group.path === undefined || group.path.length > 0)).toBe(true);
        },
      ),
    );
  });
});
