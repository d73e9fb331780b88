import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionMatches, actionsFor, allows, missingActions, patternsMeet, type Permission } from './permissions.ts';

const owner: Permission = { actions: ['*'], notActions: [] };
const contributor: Permission = {
  actions: ['*'],
  notActions: [
    'Microsoft.Authorization/*/Delete',
    'Microsoft.Authorization/*/Write',
    'Microsoft.Authorization/elevateAccess/Action',
  ],
};
const reader: Permission = { actions: ['*/read'], notActions: [] };
const userAccessAdministrator: Permission = {
  actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  notActions: [],
};

describe('actionMatches', () => {
  it.each([
    ['*', 'Microsoft.Compute/virtualMachines/read', true],
    ['*', '', true],
    ['*/read', 'Microsoft.Compute/virtualMachines/read', true],
    ['*/read', 'Microsoft.Compute/virtualMachines/write', false],
    ['Microsoft.Authorization/*/Write', 'microsoft.authorization/roleassignments/write', true],
    ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/write', false],
    ['Microsoft.Network/*/join/action', 'Microsoft.Network/virtualNetworks/subnets/join/action', true],
    ['Microsoft.Compute/*', 'Microsoft.ComputeSchedule/x/read', false],
    ['Microsoft.Compute/virtualMachines/read', 'Microsoft.Compute/virtualMachines/read', true],
    ['Microsoft.Compute/virtualMachines/read', 'Microsoft.Compute/virtualMachines/readMore', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['ab*ba', 'aba', false],
    ['x*ab*b', 'xab', false],
    ['x*ab*ab*', 'xab', false],
    ['*a*b', 'ab', true],
    ['a**b', 'ab', true],
    ['Microsoft.Web/s.tes/read', 'Microsoft.Web/sites/read', false],
    ['Microsoft.Web/*', 'Microsoft.Web/*/read', true],
    ['Microsoft.Web/*/read', 'Microsoft.Web/*', false],
    [' Microsoft.Web/*/read ', 'Microsoft.Web/sites/read', true],
    ['', '', true],
    ['', 'x', false],
  ])('%s on %s: %s', (pattern, action, expected) => {
    expect(actionMatches(pattern, action)).toBe(expected);
  });

  const text = fc.string({ unit: fc.constantFrom('a', 'B', '/', '.'), maxLength: 12 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '*'), maxLength: 8 });

  it('agrees with the same pattern written as a regular expression', () => {
    fc.assert(
      fc.property(pattern, text, (glob, action) => {
        const source = glob
          .split('*')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
          .join('.*');
        expect(actionMatches(glob, action)).toBe(new RegExp(`^${source}$`, 'i').test(action));
      }),
    );
  });

  it('answers inclusion of patterns: what the narrower one matches, the wider one matches', () => {
    const fill = (glob: string, fills: readonly string[]) => {
      let next = 0;
      return glob.replace(/\*/g, () => fills[next++ % fills.length] ?? '');
    };
    const fills = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(pattern, fills(pattern), fills(text), (wide, narrowing, filling) => {
        const narrow = fill(wide, narrowing);
        expect(actionMatches(wide, narrow)).toBe(true);
        expect(actionMatches(wide, fill(narrow, filling))).toBe(true);
      }),
    );
  });
});

describe('patternsMeet', () => {
  it.each([
    ['*/read', 'Microsoft.Compute/*', true],
    ['*/read', 'Microsoft.Compute/*/write', false],
    ['Microsoft.Authorization/*/Write', 'microsoft.authorization/*', true],
    ['Microsoft.Compute/*', 'Microsoft.Network/*', false],
    ['Microsoft.Compute/disks/read', 'Microsoft.Compute/disks/read', true],
    ['Microsoft.Compute/disks/read', 'Microsoft.Compute/disks/readMore', false],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(patternsMeet(one, other)).toBe(expected);
  });

  it('is whether any action is in both', () => {
    // A common action of two such patterns, where there is one, has at most six letters.
    const words = Array.from({ length: 7 }, (_, length) => length).flatMap((length) =>
      Array.from({ length: 2 ** length }, (_, n) =>
        length === 0 ? '' : n.toString(2).padStart(length, '0').replaceAll('0', 'a').replaceAll('1', 'b'),
      ),
    );
    const pattern = fc.string({ unit: fc.constantFrom('a', 'B', '*'), maxLength: 3 });
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const both = words.some((word) => actionMatches(one, word) && actionMatches(other, word));
        expect(patternsMeet(one, other)).toBe(both);
      }),
    );
  });
});

describe('allows', () => {
  const write = 'Microsoft.Authorization/roleAssignments/write';

  it.each([
    ['nothing', [], false],
    ['Owner', [owner], true],
    ['Contributor: taken out by notActions in another case', [contributor], false],
    ['Reader', [reader], false],
    ['User Access Administrator', [userAccessAdministrator], true],
    [
      'Contributor and User Access Administrator: notActions are no deny for another entry',
      [contributor, userAccessAdministrator],
      true,
    ],
    ['the same, the other way round', [userAccessAdministrator, contributor], true],
  ] satisfies [string, Permission[], boolean][])('%s', (_, permissions, expected) => {
    expect(allows(permissions, write)).toBe(expected);
  });

  it('never loses an action by one more entry', () => {
    const patterns = fc.array(fc.constantFrom('*', '*/read', '*/write', 'A/*', 'A/b/write', 'a/B/read'), {
      maxLength: 3,
    });
    const entry = fc.record({ actions: patterns, notActions: patterns });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 4 }),
        entry,
        fc.constantFrom('a/b/read', 'a/b/write', 'c/d/write'),
        (entries, more, action) => {
          if (allows(entries, action)) expect(allows([more, ...entries], action)).toBe(true);
        },
      ),
    );
  });
});

describe('missingActions', () => {
  it('names each missing action, in the order asked', () => {
    expect(missingActions([contributor], actionsFor.delegate)).toEqual([
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
    ]);
    expect(missingActions([userAccessAdministrator], actionsFor.delegate)).toEqual([
      'Microsoft.ManagedServices/registrationAssignments/write',
    ]);
    expect(missingActions([], actionsFor.register)).toEqual(['Microsoft.ManagedServices/register/action']);
  });

  it.each(['delegate', 'register', 'copy', 'remove'] as const)('an Owner misses nothing to %s', (kind) => {
    expect(missingActions([owner], actionsFor[kind])).toEqual([]);
    expect(actionsFor[kind].length).toBeGreaterThan(0);
    expect(new Set(actionsFor[kind]).size).toBe(actionsFor[kind].length);
  });

  it('a Contributor may register, a Reader may not', () => {
    expect(missingActions([contributor], actionsFor.register)).toEqual([]);
    expect(missingActions([reader], actionsFor.register)).toEqual(actionsFor.register);
  });
});
