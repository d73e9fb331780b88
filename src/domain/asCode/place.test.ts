import { expect, it } from 'vitest';
import { roleId, subscriptionId } from '../ids.ts';
import { commonGroup, mayDeploy } from './place.ts';

const path = (...names: readonly string[]) => names.map((name) => ({ name, displayName: name.toUpperCase() }));
const at = (n: number, ...names: readonly string[]) => ({
  subscriptionId: subscriptionId(`00000000-0000-4000-8000-00000000000${n}`),
  managementGroups: path(...names),
});

it.each([
  ['beside each other', [at(1, 'root', 'prod'), at(2, 'root', 'prod')], 'prod'],
  ['in different branches', [at(1, 'root', 'zones', 'prod'), at(2, 'root', 'zones', 'dev')], 'zones'],
  ['one above the other', [at(1, 'root', 'zones'), at(2, 'root', 'zones', 'dev')], 'zones'],
  ['only below the root', [at(1, 'root', 'a', 'one'), at(2, 'root', 'b', 'two')], 'root'],
  ['two of three beside each other', [at(1, 'root', 'prod'), at(2, 'root', 'prod'), at(3, 'root', 'dev')], 'root'],
  ['a single one', [at(1, 'root', 'prod'), at(1, 'root', 'prod')], undefined],
  ['a path that cannot be read', [at(1, 'root'), { ...at(2), managementGroups: undefined }], undefined],
  [
    'no path that can be read',
    [
      { ...at(1), managementGroups: undefined },
      { ...at(2), managementGroups: undefined },
    ],
    undefined,
  ],
  ['nothing in common', [at(1, 'root'), at(2, 'other')], undefined],
  ['a name that is no part of an address', [at(1, 'a/b'), at(2, 'a/b')], undefined],
])('the group nearest to all: %s', (_, subscriptions, name) => {
  expect(commonGroup(subscriptions as Parameters<typeof commonGroup>[0])).toEqual(name && path(name)[0]);
});

it('who may deploy there', () => {
  const held = (id: string) => [{ roleId: roleId(id), scope: '/' }];
  expect(mayDeploy(held('8e3af657-a8ff-443c-a75c-2fe8c4bcb635'))).toBe(true);
  expect(mayDeploy(held('acdd72a7-3385-48ef-bd42-f606fba81ae7'))).toBe(false);
  expect(mayDeploy(held('99999999-0000-4000-8000-000000000001'))).toBe(false);
  expect(mayDeploy([])).toBe(false);
});
